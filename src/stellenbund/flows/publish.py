"""Publish: the live notices of a city become its openings."""

from collections.abc import Callable, Mapping

from sqlmodel import Session

from stellenbund.domain.correcting import corrected
from stellenbund.domain.correction import is_hidden
from stellenbund.domain.finding import Finding
from stellenbund.domain.merge import Merged, merge, spoken
from stellenbund.domain.readvertised import readvertised
from stellenbund.flows.moves import heirs, moves, named
from stellenbund.store.adverts import city_adverts
from stellenbund.store.corrections import corrections_of, hand_over, list_corrections
from stellenbund.store.held import NOTHING, SaidNow, held_notices, notices_of
from stellenbund.store.notices import assign_notices
from stellenbund.store.publication import Move, Stamp, make_moves, standings


def publish(
    session: Session, stamp: Stamp, new_id: Callable[[], str], *, said: SaidNow = NOTHING
) -> tuple[Finding, ...]:
    """Merge what all sources of a city say now, write what moved, and return doubtful pairs.

    What the city set by hand stands above everything that its sources say. Samples are merged
    among themselves: they never speak for a real opening. What was *said* just now is at hand.
    """
    held = held_notices(session, stamp.city, said=said)
    mergers = [
        merge([notice for notice in held if notice.sample is sample]) for sample in (False, True)
    ]
    before = standings(session, stamp.city)
    openings = named([each for merger in mergers for each in merger.openings], before, new_id)
    hand_over(session, heirs(openings))
    by_hand = corrections_of(session, stamp.city)
    shown = openings | {
        name: corrected(openings[name], its) for name, its in by_hand.items() if name in openings
    }
    hidden = {name for name, its in by_hand.items() if is_hidden(its)}
    made = tuple(moves(before, shown, hidden=hidden, by_samples=stamp.sample))
    make_moves(session, made, stamp)
    assign_notices(session, stamp.city, _assigned(openings))
    if made:
        _link_readvertised(session, stamp)
    return tuple(finding for merger in mergers for finding in merger.findings)


def _assigned(openings: Mapping[str, Merged]) -> dict[tuple[str, str], str]:
    """Return which opening each notice, named by source and reference, tells of."""
    return {
        (notice.source, notice.reference): name
        for name, merged in openings.items()
        for notice in merged.notices
    }


def publish_one(session: Session, stamp: Stamp, opening: str) -> None:
    """Write what moved about one opening of which something was set by hand.

    No correction brings notices together or parts them, so the others need not be looked at; but
    by its new title it may turn out to be advertised again.
    """
    notices = notices_of(session, [opening])
    by_hand = list_corrections(session, stamp.city, opening=opening)
    now = {name: corrected(spoken(its, name), by_hand) for name, its in notices.items()}
    hidden = {opening} if is_hidden(by_hand) else set()
    before = standings(session, stamp.city, only=opening)
    made = tuple(moves(before, now, hidden=hidden, by_samples=stamp.sample))
    make_moves(session, made, stamp)
    if made:
        _link_readvertised(session, stamp)


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
