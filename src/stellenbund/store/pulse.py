"""Pulse: a few numbers that tell whether anything public has moved since one last looked."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select as select_columns
from sqlmodel import Session, col, func, select

from stellenbund.store.changes import CHANGES, REGISTRATIONS
from stellenbund.store.tables.changes import ChangeRow, CounterRow
from stellenbund.store.tables.cities import SourceRow
from stellenbund.store.tables.openings import OpeningRow
from stellenbund.store.tables.runs import RunRow

LATE = 100
"""How many numbers a run may be behind others when it is committed at last."""


class Pulse(NamedTuple):
    """The last change, how often the register was written, the last run, and how many of late.

    A run takes its number early and may be committed after later ones; then the last number is the
    same as before, but of the last hundred numbers one more stands for a run.
    """

    sequence: int = 0
    registrations: int = 0
    run: int = 0
    recent_runs: int = 0


def take_pulse(session: Session) -> Pulse:
    """Return the numbers as they are now, with one question that no table is searched for."""
    counters = [
        select(CounterRow.value).where(CounterRow.name == name).scalar_subquery()
        for name in (CHANGES, REGISTRATIONS)
    ]
    last = select(func.coalesce(func.max(col(RunRow.id)), 0)).scalar_subquery()
    recent = select(func.count()).select_from(RunRow).where(col(RunRow.id) > last - LATE)
    numbers = select_columns(*counters, last, recent.scalar_subquery())
    return Pulse(*session.execute(numbers).one())


def moved_at(session: Session, pulse: Pulse) -> datetime | None:
    """Return when the last change or the last of the latest runs was; ``None``: there was none."""
    change = last_change(session, pulse.sequence)
    ended = select(func.max(RunRow.finished_at)).where(col(RunRow.id) > pulse.run - LATE)
    instants = (change[2] if change else None, session.exec(ended).one())
    return max((at for at in instants if at is not None), default=None)


def last_change(session: Session, sequence: int) -> tuple[int, str, datetime] | None:
    """Return number, opening and time of the last change up to *sequence*.

    Ids are drawn by lot, so two databases that say the same have the same past up to there.
    """
    change = (
        select(ChangeRow.seq, ChangeRow.opening, ChangeRow.at)
        .where(col(ChangeRow.seq) <= sequence)
        .order_by(col(ChangeRow.seq).desc())
        .limit(1)
    )
    found = session.exec(change).first()
    return None if found is None else (found[0], found[1], found[2])


def seen_since(session: Session, run: int) -> dict[str, datetime]:
    """Return when the openings of cities that had a run after *run*, or just before, were seen.

    A source that shows an opening as before moves nothing else of it, and no sequence number.
    """
    cities = (
        select(SourceRow.city)
        .join(RunRow, col(RunRow.source) == col(SourceRow.id))
        .where(col(RunRow.id) > run - LATE)
    )
    seen = select(OpeningRow.id, OpeningRow.last_seen_at).where(col(OpeningRow.city).in_(cities))
    return dict(session.exec(seen).all())
