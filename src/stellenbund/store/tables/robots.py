"""Robots: what a host asked of programs, as a source last learnt it."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column, Text
from sqlmodel import Field

from stellenbund.domain.robots import RobotsStatus
from stellenbund.store.tables.columns import ASCII, words
from stellenbund.store.tables.row import Row, check, filled


class RobotsRow(Row, table=True):
    """A host that a source was read from, with its rules as they came."""

    __tablename__: ClassVar[str] = "robots"
    __table_args__ = (
        filled("host"),
        check("crawl_delay", "crawl_delay BETWEEN 0 AND 86400"),
    )

    source: int = Field(foreign_key="source.id", primary_key=True)
    host: str = Field(sa_column=Column(ASCII, primary_key=True))
    asked_at: datetime
    status: RobotsStatus = Field(sa_column=Column(words(RobotsStatus), nullable=False))
    crawl_delay: float
    is_reserved: bool
    robots_txt: str | None = Field(sa_column=Column(Text))
    tdmrep: str | None = Field(sa_column=Column(Text))
