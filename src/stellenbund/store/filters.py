"""Filters: what a question about openings means in SQL."""

from collections.abc import Collection, Iterator
from datetime import datetime

from sqlalchemy import ColumnElement, and_, false, or_
from sqlmodel import col, select

from stellenbund.domain.clock import berlin_day
from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.opening import OpeningFields
from stellenbund.domain.query import OpeningQuery, Position
from stellenbund.domain.vocabulary import Certificate, Status
from stellenbund.store.tables.cities import CityRow
from stellenbund.store.tables.openings import OpeningRow

SEARCHED = (
    "title_published",
    "title",
    "org_unit",
    "description_text",
    "tasks",
    "profile",
    "benefits",
)
"""The texts in which words are looked for, besides the names of the work places."""


def search_text(fields: OpeningFields) -> str:
    """Return everything that words are looked for in, folded as the words will be."""
    texts = (getattr(fields, name) for name in SEARCHED)
    places = (place.name for place in fields.places)
    return "\n".join(fold(text) for text in (*texts, *places) if text)


def conditions(query: OpeningQuery, now: datetime) -> Iterator[ColumnElement[bool]]:
    """Yield what must hold of every opening that *query* asks for, whatever the page."""
    yield is_listed()
    yield or_(false(), *(has_status(status, now) for status in query.statuses))
    for column, wanted in (
        (col(OpeningRow.city), query.cities),
        (col(OpeningRow.profession), query.professions),
        (col(OpeningRow.kind), query.kinds),
        (col(OpeningRow.training_year), query.training_years),
    ):
        if wanted:
            yield column.in_(wanted)
    if query.certificate:
        yield _is_open_to(Certificate.open_to(query.certificate))
    for word in query.words:
        yield col(OpeningRow.search_text).contains(fold(word), autoescape=True)


def has_status(status: Status, now: datetime) -> ColumnElement[bool]:
    """Say where an opening stands at *now*; *expired* is published, with its last day over."""
    deadline = col(OpeningRow.deadline_on)
    published = col(OpeningRow.status) == Status.PUBLISHED
    match status:
        case Status.PUBLISHED:
            return and_(published, or_(deadline.is_(None), deadline >= berlin_day(now)))
        case Status.EXPIRED:
            return and_(published, deadline < berlin_day(now))
        case _:
            return col(OpeningRow.status) == status


def is_listed() -> ColumnElement[bool]:
    """Say whether the opening's city takes part."""
    return col(OpeningRow.city).in_(select(CityRow.slug).where(CityRow.is_active))


def is_after(position: Position) -> ColumnElement[bool]:
    """Say whether an opening comes after *position* in the order newest first."""
    seen, name = col(OpeningRow.first_seen_at), col(OpeningRow.id)
    return or_(
        seen < position.first_seen_at,
        and_(seen == position.first_seen_at, name < position.id),
    )


def _is_open_to(minima: Collection[Certificate]) -> ColumnElement[bool]:
    return or_(col(OpeningRow.certificate).is_(None), col(OpeningRow.certificate).in_(minima))
