"""Register: what the scrapers and our list of professions declare becomes known to the store."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlmodel import Session

from stellenbund.domain.city import City
from stellenbund.domain.profession import Profession
from stellenbund.domain.source import Source
from stellenbund.domain.vocabulary import Status
from stellenbund.store.changes import hold_register
from stellenbund.store.cities import active_cities, hold_city, save_city
from stellenbund.store.professions import save_profession
from stellenbund.store.publication import Move, Stamp, make_moves, standings
from stellenbund.store.sources import save_source

ACTOR = "register"


def register(
    session: Session,
    declared: Iterable[tuple[City, Iterable[Source]]],
    professions: Iterable[Profession],
    *,
    at: datetime,
) -> None:
    """Write all cities with their sources, and all professions, new or known.

    What is declared no longer stays in the store, for the openings that refer to it. A city that
    takes part no longer, or again, moves all its openings: whoever copies them is told.
    """
    hold_register(session)
    before = _taking_part(session)
    for profession in sorted(professions, key=lambda each: each.slug):
        save_profession(session, profession)
    for city, sources in sorted(declared, key=lambda each: each[0].slug):
        save_city(session, city)
        for source in sources:
            save_source(session, source)
    after = _taking_part(session)
    _move_openings(session, before - after, reason="city left", at=at)
    _move_openings(session, after - before, reason="city joined", at=at)


def _taking_part(session: Session) -> set[str]:
    return {city.slug for city in active_cities(session)}


def _move_openings(session: Session, cities: Collection[str], *, reason: str, at: datetime) -> None:
    """Let all openings of *cities* that are to be seen move, for that *reason*."""
    for city in sorted(cities):
        hold_city(session, city)
        shown = (
            Move(opening=name, status=standing.status, reason=reason)
            for name, standing in standings(session, city).items()
            if standing.status is Status.PUBLISHED
        )
        make_moves(session, tuple(shown), Stamp(city=city, run=None, actor=ACTOR, at=at))
