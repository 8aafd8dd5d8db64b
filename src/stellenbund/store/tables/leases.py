"""Lease: a right that one process at a time has, and that ends by itself."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column
from sqlmodel import Field

from stellenbund.store.tables.columns import ASCII
from stellenbund.store.tables.row import Row, filled, slug


class LeaseRow(Row, table=True):
    """Who had the right last; whether they still have it says the clock."""

    __tablename__: ClassVar[str] = "lease"
    __table_args__ = (slug("name"), filled("holder"))

    name: str = Field(sa_column=Column(ASCII, primary_key=True))
    holder: str
    until: datetime
