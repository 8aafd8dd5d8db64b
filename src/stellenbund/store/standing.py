"""Standing: whether an opening is public, in SQL."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col, select

from stellenbund.domain.clock import berlin_day
from stellenbund.domain.vocabulary import Status
from stellenbund.store.tables.cities import CityRow
from stellenbund.store.tables.openings import OpeningRow


def is_published(now: datetime) -> ColumnElement[bool]:
    """Say whether one can apply for an opening at *now*: its last day is not over."""
    deadline = col(OpeningRow.deadline_on)
    is_open = or_(deadline.is_(None), deadline >= berlin_day(now))
    return and_(col(OpeningRow.status) == Status.PUBLISHED, is_open)


def is_listed() -> ColumnElement[bool]:
    """Say whether the opening's city takes part."""
    return col(OpeningRow.city).in_(select(CityRow.slug).where(CityRow.is_active))
