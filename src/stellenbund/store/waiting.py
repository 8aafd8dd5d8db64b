"""Waiting: the harvests of doubted runs, kept until a person or a newer run has the last word."""

from sqlalchemy import and_, or_, update
from sqlmodel import Session, col, select

from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.run import Outcome
from stellenbund.store.runs import GOOD
from stellenbund.store.tables.cities import SourceRow
from stellenbund.store.tables.runs import RunRow


def city_of_run(session: Session, run: int) -> str:
    """Return the slug of the city of which a run read a source.

    Raises:
        NotFoundError: no run has that number.
    """
    city = session.exec(
        select(SourceRow.city)
        .join(RunRow, col(RunRow.source) == col(SourceRow.id))
        .where(RunRow.id == run)
    ).first()
    if city is None:
        raise NotFoundError("run", str(run))
    return city


def waiting_harvest(session: Session, run: int) -> Harvest | None:
    """Return the harvest that waits with *run*, or ``None`` where none does."""
    row = session.exec(select(RunRow).where(RunRow.id == run)).first()
    return row.harvest if row else None


def drop_waiting(session: Session, run: int) -> None:
    """Let go of the harvest that waits with *run*."""
    session.exec(update(RunRow).where(col(RunRow.id) == run).values(harvest=None))


def next_answer(session: Session, run: int) -> int | None:
    """Return the first later run in which the source of *run* said what is there by then."""
    source = select(RunRow.source).where(RunRow.id == run).scalar_subquery()
    is_answer = or_(
        col(RunRow.outcome).in_((*GOOD, Outcome.DOUBTED)),
        and_(col(RunRow.outcome) == Outcome.TRUNCATED, col(RunRow.found) > 0),
    )
    later = (
        select(RunRow.id)
        .where(col(RunRow.source) == source, col(RunRow.id) > run)
        .where(is_answer)
        .order_by(col(RunRow.id))
        .limit(1)
    )
    return session.exec(later).first()
