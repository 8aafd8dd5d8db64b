"""Publish: the live notices of a city become its openings."""

from collections.abc import Callable

from sqlmodel import Session

from stellenbund.domain.finding import Finding
from stellenbund.domain.merge import merge
from stellenbund.flows.moves import moves, named
from stellenbund.store.notices import assign_notices, held_notices
from stellenbund.store.publication import Stamp, make_moves, standings


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
    make_moves(session, tuple(moves(before, openings, by_samples=stamp.sample)), stamp)
    assign_notices(
        session,
        stamp.city,
        {
            (notice.source, notice.reference): name
            for name, merged in openings.items()
            for notice in merged.notices
        },
    )
    return tuple(finding for merger in mergers for finding in merger.findings)
