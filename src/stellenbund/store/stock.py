"""Stock: the openings of one city, whatever their status."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, func, select

from stellenbund.domain.clock import berlin_day, has_passed
from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.opening import Opening
from stellenbund.domain.stock import Stated, StockLine, StockPage, StockQuery
from stellenbund.domain.vocabulary import Status
from stellenbund.store.quick import COLUMNS, fields_of
from stellenbund.store.tables.openings import OpeningRow

_COLUMNS: tuple[Any, ...] = tuple(getattr(OpeningRow, name) for name in StockLine.model_fields)

_BATCH = 500
"""How many openings in full are in memory at once."""

MOST_COUNTED = 2_000
"""So many openings, the newest, are looked through for what they state."""


def find_stock(session: Session, query: StockQuery, now: datetime) -> StockPage:
    """Return the page of *query*, by title."""
    wanted = tuple(_conditions(query, now))
    rows = select_columns(*_COLUMNS).where(*wanted)
    rows = rows.order_by(func.lower(OpeningRow.title), col(OpeningRow.id))
    page = rows.offset((query.page - 1) * query.limit).limit(query.limit)
    total = select(func.count()).select_from(OpeningRow).where(*wanted)
    return StockPage(
        lines=tuple(_line(dict(row), now) for row in session.execute(page).mappings()),
        total=session.exec(total).one(),
    )


def whole_stock(session: Session, city: str, now: datetime) -> Iterator[Opening]:
    """Yield every opening of a city in full, by title; the rows are fetched little by little."""
    rows = select_columns(*COLUMNS).where(col(OpeningRow.city) == city)
    rows = rows.order_by(func.lower(OpeningRow.title), col(OpeningRow.id))
    for row in session.execute(rows.execution_options(yield_per=_BATCH)):
        opening = Opening.model_construct(**fields_of(row))
        is_over = opening.status is Status.PUBLISHED and has_passed(opening.deadline_on, now)
        yield opening.model_copy(update={"status": Status.EXPIRED}) if is_over else opening


def count_stock(session: Session, city: str, now: datetime) -> dict[Status, int]:
    """Return how many openings of a city stand where."""
    its = col(OpeningRow.city) == city
    counts = select(OpeningRow.status, func.count()).where(its).group_by(col(OpeningRow.status))
    over = select(func.count()).select_from(OpeningRow)
    expired = session.exec(over.where(its, _has_status(Status.EXPIRED, now))).one()
    found = Counter({Status(status): count for status, count in session.exec(counts)})
    found[Status.PUBLISHED] -= expired
    found[Status.EXPIRED] += expired
    return dict(found)


def count_stated(session: Session, city: str, now: datetime) -> Stated:
    """Return how many of a city's openings that one can apply for state each field."""
    origins = (
        select(OpeningRow.origins)
        .where(col(OpeningRow.city) == city, _has_status(Status.PUBLISHED, now))
        .order_by(col(OpeningRow.first_seen_at).desc(), col(OpeningRow.id))
        .limit(MOST_COUNTED)
    )
    found = session.exec(origins).all()
    return Stated(
        openings=len(found), fields=dict(Counter(name for each in found for name in each))
    )


def _conditions(query: StockQuery, now: datetime) -> Iterator[ColumnElement[bool]]:
    """Yield what must hold of every opening that *query* asks for."""
    yield col(OpeningRow.city) == query.city
    if query.statuses:
        yield or_(*(_has_status(status, now) for status in sorted(query.statuses)))
    if query.kinds:
        yield col(OpeningRow.kind).in_(sorted(query.kinds))
    for word in query.words:
        yield col(OpeningRow.search_text).contains(fold(word), autoescape=True)


def _has_status(status: Status, now: datetime) -> ColumnElement[bool]:
    """Say where an opening stands at *now*; *expired* is published, with its last day over."""
    deadline, today = col(OpeningRow.deadline_on), berlin_day(now)
    published = col(OpeningRow.status) == Status.PUBLISHED
    match status:
        case Status.PUBLISHED:
            return and_(published, or_(deadline.is_(None), deadline >= today))
        case Status.EXPIRED:
            return and_(published, deadline < today)
        case _:
            return col(OpeningRow.status) == status


def _line(row: dict[str, Any], now: datetime) -> StockLine:
    line = StockLine.model_validate(row)
    if line.status is Status.PUBLISHED and has_passed(line.deadline_on, now):
        return line.model_copy(update={"status": Status.EXPIRED})
    return line
