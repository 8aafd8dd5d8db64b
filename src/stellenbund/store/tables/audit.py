"""Audit: one line for each deed; the database itself refuses to change or remove one."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column, ForeignKey, Index
from sqlmodel import Field

from stellenbund.domain.audit import Facts
from stellenbund.store.tables.columns import ASCII, Validated
from stellenbund.store.tables.row import LETTERS, Row, check, filled


class AuditRow(Row, table=True):
    """A deed.

    Its word is checked by its letters only: a list would have to be changed with each new deed,
    and SQLite changes a table by building it anew, without what keeps it from being changed.
    """

    __tablename__: ClassVar[str] = "audit"
    __table_args__ = (
        Index(None, "city", "id"),
        filled("actor", 150),
        check("deed", f"ltrim(deed, '{LETTERS}_') = '' AND length(deed) BETWEEN 1 AND 40"),
        filled("subject", 100),
    )

    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    actor: str
    city: str | None = Field(sa_column=Column(ASCII, ForeignKey("city.slug")))
    deed: str = Field(sa_column=Column(ASCII, nullable=False))
    subject: str
    told: Facts = Field(sa_column=Column(Validated(Facts), nullable=False))
