"""Change and counter: the public log of what moved, in the order of the commits."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import BigInteger, Column, ForeignKey
from sqlmodel import Field

from stellenbund.domain.copying import Operation
from stellenbund.store.tables.columns import ASCII, words
from stellenbund.store.tables.row import Row, check, filled


class ChangeRow(Row, table=True):
    """One opening moved."""

    __tablename__: ClassVar[str] = "change"
    __table_args__ = (check("seq", "seq > 0"), filled("reason"))

    seq: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    opening: str = Field(
        sa_column=Column(ASCII, ForeignKey("opening.id"), nullable=False, index=True)
    )
    op: Operation = Field(sa_column=Column(words(Operation), nullable=False))
    reason: str
    at: datetime


class CounterRow(Row, table=True):
    """A number that only grows, raised inside the transaction that uses it."""

    __tablename__: ClassVar[str] = "counter"
    __table_args__ = (check("value", "value >= 0"),)

    name: str = Field(sa_column=Column(ASCII, primary_key=True))
    value: int = Field(sa_column=Column(BigInteger, nullable=False))
