"""Check links: the links of what is public are followed, and what is dead is marked."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from itertools import groupby

from sqlmodel import Session

from stellenbund.domain.dead_link import LinkField
from stellenbund.domain.link_health import LinkAnswer, LinkHealth, LinkState, Look, believed, judge
from stellenbund.store.cities import hold_all_cities
from stellenbund.store.database import Database, reading, writing
from stellenbund.store.links import (
    LinkedOpening,
    due_links,
    known_links,
    openings_with,
    save_links,
)
from stellenbund.store.publication import Move, Stamp, make_moves

ACTOR = "link check"

MOST_LINKS = 1_000
"""How many links one round follows at the most; those left over come first in the next one."""

_NAMES = {LinkField.APPLY_URL: "apply link", LinkField.SOURCE_URL: "source link"}


def check_due_links(
    engine: Database, cities: Collection[str], look: Look, clock: Callable[[], datetime]
) -> tuple[LinkHealth, ...]:
    """Follow the links of the public openings of *cities* that are due, and return what they are.

    Nothing is written before all answers are there; then all of it is, in one transaction. It
    holds every city, because any of them may begin to state one of these links meanwhile.
    """
    with reading(engine) as session:
        due = due_links(session, cities, clock(), limit=MOST_LINKS)
    answers = believed(look(due))
    with writing(engine) as session:
        hold_all_cities(session)
        return _settle(session, answers, clock())


def _settle(
    session: Session, answers: Mapping[str, LinkAnswer], now: datetime
) -> tuple[LinkHealth, ...]:
    """Write what the links are now, and move the openings for which that makes a difference."""
    before = known_links(session, answers)
    after = [judge(before.get(url), url, answer, now) for url, answer in answers.items()]
    save_links(session, after)
    turns = {
        link.url: _turn(link) for link in after if _is_dead(before.get(link.url)) != _is_dead(link)
    }
    concerned = openings_with(session, turns)
    for city, openings in groupby(concerned, key=lambda opening: opening.city):
        stamp = Stamp(city=city, run=None, actor=ACTOR, at=now)
        make_moves(session, [_move(opening, turns) for opening in openings], stamp)
    return tuple(after)


def _is_dead(link: LinkHealth | None) -> bool:
    return link is not None and link.state is LinkState.DEAD


def _turn(link: LinkHealth) -> str:
    return "dead" if _is_dead(link) else "alive again"


def _move(opening: LinkedOpening, turns: Mapping[str, str]) -> Move:
    """Say what became of the opening's links; the one to apply comes first."""
    news = (
        f"{name} {turns[url]}"
        for field, name in _NAMES.items()
        if (url := getattr(opening, field)) in turns
    )
    return Move(opening=opening.id, status=opening.status, reason=", ".join(news))
