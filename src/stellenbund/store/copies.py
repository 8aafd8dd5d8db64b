"""Copies: what somebody who keeps a copy of everything has to take over, portion by portion."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, Select, and_
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from stellenbund.domain.copying import Copied, Portion, RestartedError
from stellenbund.domain.opening import Opening
from stellenbund.domain.vocabulary import Status
from stellenbund.store.changes import first_sequence, latest_sequence
from stellenbund.store.quick import COLUMNS, fields_of
from stellenbund.store.standing import is_listed
from stellenbund.store.tables.changes import ChangeRow
from stellenbund.store.tables.openings import OpeningRow

LEFT, HIDDEN = "city left", "hidden"
"""Why an opening is let go that is still offered: its city takes no part, or a person hides it."""


def changed_after(session: Session, after: int, *, limit: int, city: str | None = None) -> Portion:
    """Return what moved after the number *after*, of one *city* or of all.

    An opening knows the number of its last change, so each stands here once and as it is now,
    however often it changed. Numbers become visible in their order (``take_numbers``) and a
    session sees one moment, so none can turn up later below ``next``.

    Raises:
        RestartedError: a copy of then cannot be brought up to date.
    """
    begins = first_sequence(session)
    if 0 < after < begins:
        raise RestartedError(after, begins)
    latest = latest_sequence(session)
    found = _moved().where(col(OpeningRow.sequence) > after).limit(limit)
    if city is not None:
        found = found.where(col(OpeningRow.city) == city)
    items = tuple(_copied(row) for row in session.execute(found))
    is_whole = len(items) < limit
    return Portion(items=items, next=latest if is_whole else items[-1].sequence, latest=latest)


def public_numbers(session: Session) -> tuple[int, ...]:
    """Return the numbers of the last changes of all that is public, in order.

    An opening whose deadline is over is among it: that is for the copier's clock to say.
    """
    is_public = and_(is_listed(), col(OpeningRow.status) == Status.PUBLISHED)
    numbers = select(OpeningRow.sequence).where(is_public).order_by(col(OpeningRow.sequence))
    return tuple(session.exec(numbers))


def changed_at(session: Session, numbers: Collection[int]) -> tuple[Copied, ...]:
    """Return the openings whose last changes have these *numbers*, in order."""
    found = _moved().where(col(OpeningRow.sequence).in_(numbers))
    return tuple(_copied(row) for row in session.execute(found))


def _moved() -> Select[Any]:
    """Select openings, each with its last change."""
    columns: tuple[Any, ...] = (is_listed(), ChangeRow.reason, ChangeRow.at, *COLUMNS)
    return (
        select_columns(*columns)
        .join(ChangeRow, col(ChangeRow.seq) == col(OpeningRow.sequence))
        .order_by(col(OpeningRow.sequence))
    )


def _copied(row: Row[Any]) -> Copied:
    takes_part, reason, at, *columns = tuple(row)
    opening = Opening.model_construct(**fields_of(columns))
    is_public = bool(takes_part) and opening.status is Status.PUBLISHED
    return Copied.model_construct(
        id=opening.id,
        sequence=opening.sequence,
        reason=reason if is_public else _why_gone(opening.status, reason, is_listed=takes_part),
        at=at,
        opening=opening if is_public else None,
    )


def _why_gone(status: Status, reason: str, *, is_listed: bool) -> str:
    """Say why an opening is let go; what happens to one that is hidden is nobody's business."""
    if status is Status.HELD:
        return HIDDEN
    return reason if is_listed else LEFT
