"""Register: what the scrapers and our list of professions declare becomes known to the store."""

from collections.abc import Iterable

from sqlmodel import Session

from stellenbund.domain.city import City
from stellenbund.domain.profession import Profession
from stellenbund.domain.source import Source
from stellenbund.store.changes import hold_register
from stellenbund.store.cities import save_city
from stellenbund.store.professions import save_profession
from stellenbund.store.sources import save_source


def register(
    session: Session,
    declared: Iterable[tuple[City, Iterable[Source]]],
    professions: Iterable[Profession],
) -> None:
    """Write all cities with their sources, and all professions, new or known.

    What is declared no longer stays in the store, for the openings that refer to it.
    """
    hold_register(session)
    for profession in sorted(professions, key=lambda each: each.slug):
        save_profession(session, profession)
    for city, sources in sorted(declared, key=lambda each: each[0].slug):
        save_city(session, city)
        for source in sources:
            save_source(session, source)
