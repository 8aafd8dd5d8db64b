"""Sighting: the last fate of each reference that a source ever showed."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column
from sqlmodel import Field

from stellenbund.domain.sighting import Fate
from stellenbund.store.tables.columns import words
from stellenbund.store.tables.row import Row, check


class SightingRow(Row, table=True):
    """One reference of one source; a newer run of the source overwrites what an older one said."""

    __tablename__: ClassVar[str] = "sighting"
    __table_args__ = (check("reference", "length(reference) > 0"),)

    source: int = Field(foreign_key="source.id", primary_key=True)
    reference: str = Field(primary_key=True)
    run: int = Field(foreign_key="run.id")
    at: datetime
    fate: Fate = Field(sa_column=Column(words(Fate), nullable=False))
