"""Notice: what a source says about an opening, and how often it has been missing."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column, ForeignKey, UniqueConstraint
from sqlmodel import Field

from stellenbund.domain.opening import Fields
from stellenbund.store.tables.columns import ASCII, Validated
from stellenbund.store.tables.row import HEX, Row, check, made_of


class NoticeRow(Row, table=True):
    """A notice; it lives while ``vanished_at`` is NULL and is never forgotten afterwards.

    ``struck_at`` is when the last of its ``missing_strikes`` was counted.
    """

    __tablename__: ClassVar[str] = "notice"
    __table_args__ = (
        UniqueConstraint("source", "reference"),
        check("reference", "length(reference) > 0"),
        made_of("content_hash", HEX, 64),
        check("missing_strikes", "missing_strikes BETWEEN 0 AND 10"),
        check("struck_at", "(missing_strikes = 0) = (struck_at IS NULL)"),
        check("vanished", "(vanished_at IS NULL) = (vanished_reason IS NULL)"),
    )

    id: int | None = Field(default=None, primary_key=True)
    source: int = Field(foreign_key="source.id")
    reference: str
    fields: Fields = Field(sa_column=Column(Validated(Fields), nullable=False))
    content_hash: str
    sample: bool
    first_seen_at: datetime
    last_seen_at: datetime
    content_changed_at: datetime
    missing_strikes: int = 0
    struck_at: datetime | None = None
    vanished_at: datetime | None = None
    vanished_reason: str | None = None
    opening: str | None = Field(
        default=None, sa_column=Column(ASCII, ForeignKey("opening.id"), index=True)
    )
