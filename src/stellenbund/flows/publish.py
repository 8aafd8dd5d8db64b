"""Publish: the live notices of a city become its openings."""

from collections.abc import Callable

from sqlmodel import Session

from stellenbund.domain.finding import Finding
from stellenbund.domain.merge import merge
from stellenbund.domain.readvertised import readvertised
from stellenbund.flows.moves import moves, named
from stellenbund.store.adverts import city_adverts
from stellenbund.store.notices import assign_notices, held_notices
from stellenbund.store.publication import Move, Stamp, make_moves, standings


def publish(session: Session, stamp: Stamp, new_id: Callable[[], str]) -> tuple[Finding, ...]:
    """Merge what all sources of a city say now, write what moved, and return doubtful pairs.

    Samples are merged among themselves: they never speak for a real opening.
    """
    held = held_notices(session, stamp.city)
    mergers = [
        merge([notice for notice in held if notice.sample is sample]) for sample in (False, True)
    ]
    before = standings(session, stamp.city)
    openings = named([each for merger in mergers for each in merger.openings], before, new_id)
    made = tuple(moves(before, openings, by_samples=stamp.sample))
    make_moves(session, made, stamp)
    assign_notices(
        session,
        stamp.city,
        {
            (notice.source, notice.reference): name
            for name, merged in openings.items()
            for notice in merged.notices
        },
    )
    if made:
        _link_readvertised(session, stamp)
    return tuple(finding for merger in mergers for finding in merger.findings)


def _link_readvertised(session: Session, stamp: Stamp) -> None:
    """Let the openings of a city say which ended ones they advertise again."""
    adverts = city_adverts(session, stamp.city, stamp.at)
    status = {advert.opening: advert.status for advert in adverts}
    links = readvertised(adverts)
    make_moves(
        session,
        [
            Move(
                opening=later,
                status=status[later],
                reason=f"readvertises {earlier}",
                readvertises=earlier,
            )
            for later, earlier in links.items()
        ],
        stamp,
    )
