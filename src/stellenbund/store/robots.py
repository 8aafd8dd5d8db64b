"""Robots: what the hosts of a source asked of programs, as it last learnt."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import delete
from sqlmodel import Session, col, func, select

from stellenbund.domain.robots import RobotsState
from stellenbund.store.tables.robots import RobotsRow


def save_robots(
    session: Session, source: int, hosts: Iterable[RobotsState], *, are_all: bool
) -> None:
    """Write down what was learnt of *hosts*; if they *are all*, the source's others are let go."""
    rows = [RobotsRow(source=source, **state.model_dump()) for state in hosts]
    if are_all:
        others = delete(RobotsRow).where(col(RobotsRow.source) == source)
        session.exec(others.where(col(RobotsRow.host).not_in([row.host for row in rows])))
    for row in rows:
        session.merge(row)
    session.flush()


def longest_delay(session: Session) -> float:
    """Return how many seconds the slowest known host wants between two requests, 0 without any."""
    return session.exec(select(func.max(RobotsRow.crawl_delay))).one() or 0.0


def list_robots(session: Session, sources: Iterable[int]) -> dict[int, tuple[RobotsState, ...]]:
    """Return what is known of the hosts of each source, by host."""
    rows = select(RobotsRow).where(col(RobotsRow.source).in_(set(sources)))
    by_source: dict[int, list[RobotsState]] = defaultdict(list)
    for row in session.exec(rows.order_by(col(RobotsRow.source), col(RobotsRow.host))):
        state = RobotsState.model_validate(row.model_dump(exclude={"source"}))
        by_source[row.source].append(state)
    return {source: tuple(states) for source, states in by_source.items()}
