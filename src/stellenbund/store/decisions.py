"""Decisions: what persons answered to doubted runs, kept for good."""

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from stellenbund.domain.decision import Decision, Verdict
from stellenbund.store.tables.decisions import DecisionRow
from stellenbund.store.tables.runs import RunRow


def log_decision(session: Session, decision: Decision, *, question: str) -> None:
    """Write *decision* down, with the fingerprint of the changes that it is about."""
    session.add(DecisionRow(**decision.model_dump(), question=question))
    session.flush()


def last_decision(session: Session, source: int, *, question: str) -> Decision | None:
    """Return what was last decided about the very same changes of a source."""
    same = (
        select(DecisionRow)
        .join(RunRow, col(DecisionRow.run) == col(RunRow.id))
        .where(RunRow.source == source, DecisionRow.question == question)
        .order_by(col(DecisionRow.id).desc())
        .limit(1)
    )
    row = session.exec(same).first()
    return decision_of(row) if row else None


def last_rejection(session: Session, source: int, *, question: str) -> Decision | None:
    """Return the rejection of the very same changes of a source, if it is the last word on them."""
    last = last_decision(session, source, question=question)
    return last if last and last.verdict is Verdict.REJECTED else None


def is_since_last_release(source: int) -> ColumnElement[bool]:
    """Say whether a run belongs to the past of a source that a person's last release began."""
    released = (
        select(func.coalesce(func.max(DecisionRow.caused), 0))
        .join(RunRow, col(DecisionRow.run) == col(RunRow.id))
        .where(RunRow.source == source)
        .correlate(None)
        .scalar_subquery()
    )
    return col(RunRow.id) >= released


def decision_of(row: DecisionRow) -> Decision:
    """Return *row* as a value."""
    return Decision.model_validate(row.model_dump(exclude={"id", "question"}))
