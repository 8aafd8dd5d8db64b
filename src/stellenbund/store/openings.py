"""Openings: reading what we publish, one by one or all that moved."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from stellenbund.domain.clock import has_passed
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.history import OpeningWithHistory
from stellenbund.domain.opening import Opening, StatusChange
from stellenbund.domain.vocabulary import Status
from stellenbund.store.quick import COLUMNS, fields_of
from stellenbund.store.tables.openings import OpeningRow, StatusChangeRow

_BATCH = 100
"""How many openings are read together: only so many are in memory at once."""


def openings_since(session: Session, sequence: int) -> Iterator[OpeningWithHistory]:
    """Yield every opening that moved after *sequence*, whatever its status, in that order.

    Their status is the stored one: who shows them has to look at the clock.
    """
    while batch := _batch(session, sequence):
        histories = _histories(session, [each["id"] for each in batch])
        for each in batch:
            yield OpeningWithHistory.model_construct(**each, history=histories[each["id"]])
        sequence = batch[-1]["sequence"]


def get_opening(session: Session, name: str, now: datetime) -> Opening:
    """Return the opening with the id *name*, whatever its status: an address never dies.

    Raises:
        NotFoundError: there never was one.
    """
    found = select_columns(*COLUMNS).where(col(OpeningRow.id) == name)
    row = session.execute(found).first()
    if row is None:
        raise NotFoundError("opening", name)
    opening = Opening.model_validate(fields_of(row))
    if opening.status is Status.PUBLISHED and has_passed(opening.deadline_on, now):
        return opening.model_copy(update={"status": Status.EXPIRED})
    return opening


def opening_history(session: Session, name: str) -> tuple[StatusChange, ...]:
    """Return the steps in the life of the opening with the id *name*, oldest first."""
    return _histories(session, [name])[name]


def _batch(session: Session, sequence: int) -> list[dict[str, Any]]:
    """Return the fields of the next openings after *sequence*.

    One sequence number never belongs to two openings, so none falls between two batches.
    """
    moved = select_columns(*COLUMNS).where(col(OpeningRow.sequence) > sequence)
    rows = session.execute(moved.order_by(col(OpeningRow.sequence)).limit(_BATCH))
    return [fields_of(row) for row in rows]


def _histories(session: Session, names: Sequence[str]) -> dict[str, tuple[StatusChange, ...]]:
    steps = (
        select(StatusChangeRow)
        .where(col(StatusChangeRow.opening).in_(names))
        .order_by(col(StatusChangeRow.id))
    )
    found: dict[str, tuple[StatusChange, ...]] = defaultdict(tuple)
    for row in session.exec(steps):
        told = row.model_dump(exclude={"id", "opening"})
        found[row.opening] += (StatusChange.model_validate(told),)
    return found
