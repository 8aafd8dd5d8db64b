"""Openings: reading what we publish."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, func, select

from stellenbund.domain.clock import has_passed
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.opening import Opening, StatusChange
from stellenbund.domain.query import OpeningQuery, Position
from stellenbund.domain.vocabulary import Status
from stellenbund.store.filters import conditions, is_after
from stellenbund.store.tables.openings import OpeningRow, StatusChangeRow

_COLUMNS: tuple[Any, ...] = tuple(getattr(OpeningRow, name) for name in Opening.model_fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningPage:
    """A page of openings, how many there are on all pages, and where the next page begins."""

    items: tuple[Opening, ...]
    total: int
    next: Position | None


def find_openings(session: Session, query: OpeningQuery, now: datetime) -> OpeningPage:
    """Return the page of *query*, newest first."""
    wanted = tuple(conditions(query, now))
    page = select_columns(*_COLUMNS).where(*wanted)
    if query.after:
        page = page.where(is_after(query.after))
    page = page.order_by(col(OpeningRow.first_seen_at).desc(), col(OpeningRow.id).desc())
    rows = session.execute(page.limit(query.limit + 1)).mappings().all()
    items = tuple(_opening(row, now) for row in rows[: query.limit])
    has_more = len(rows) > query.limit
    return OpeningPage(
        items=items,
        total=session.exec(select(func.count()).select_from(OpeningRow).where(*wanted)).one(),
        next=Position(first_seen_at=items[-1].first_seen_at, id=items[-1].id) if has_more else None,
    )


def get_opening(session: Session, name: str, now: datetime) -> Opening:
    """Return the opening with the id *name*, whatever its status: an address never dies.

    Raises:
        NotFoundError: there never was one.
    """
    row = (
        session.execute(select_columns(*_COLUMNS).where(col(OpeningRow.id) == name))
        .mappings()
        .first()
    )
    if row is None:
        raise NotFoundError("opening", name)
    return _opening(row, now)


def opening_history(session: Session, name: str) -> tuple[StatusChange, ...]:
    """Return the steps in the life of the opening with the id *name*, oldest first."""
    steps = (
        select(StatusChangeRow)
        .where(StatusChangeRow.opening == name)
        .order_by(col(StatusChangeRow.id))
    )
    return tuple(
        StatusChange.model_validate(row.model_dump(exclude={"id", "opening"}))
        for row in session.exec(steps)
    )


def _opening(row: RowMapping, now: datetime) -> Opening:
    opening = Opening.model_validate(dict(row))
    if opening.status is Status.PUBLISHED and has_passed(opening.deadline_on, now):
        return opening.model_copy(update={"status": Status.EXPIRED})
    return opening
