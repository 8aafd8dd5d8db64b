"""Correction: what stands for a value of an opening, or for the opening itself, set by hand."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column, ForeignKey, Index, Text, UniqueConstraint
from sqlmodel import Field

from stellenbund.domain.correction import Said
from stellenbund.store.tables.columns import ASCII, Validated
from stellenbund.store.tables.row import LETTERS, Row, check, filled


class CorrectionRow(Row, table=True):
    """One correction; each value of an opening has at most one."""

    __tablename__: ClassVar[str] = "correction"
    __table_args__ = (
        UniqueConstraint("opening", "field"),
        Index(None, "city", "id"),
        check("field", f"ltrim(field, '{LETTERS}_') = '' AND length(field) BETWEEN 1 AND 40"),
        filled("text", 60_000),
        filled("actor", 150),
        filled("note"),
    )

    id: int | None = Field(default=None, primary_key=True)
    city: str = Field(sa_column=Column(ASCII, ForeignKey("city.slug"), nullable=False))
    opening: str = Field(sa_column=Column(ASCII, ForeignKey("opening.id"), nullable=False))
    field: str = Field(sa_column=Column(ASCII, nullable=False))
    text: str | None = Field(default=None, sa_column=Column(Text))
    stated: Said = Field(sa_column=Column(Validated(Said), nullable=False))
    over: Said = Field(sa_column=Column(Validated(Said), nullable=False))
    set_at: datetime
    actor: str
    note: str | None = None
