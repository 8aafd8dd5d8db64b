"""Letter: an e-mail that waits to be sent."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column, Index
from sqlmodel import Field

from stellenbund.store.tables.columns import ASCII
from stellenbund.store.tables.openings import ID_LETTERS
from stellenbund.store.tables.row import Row, between, check, filled, made_of


class LetterRow(Row, table=True):
    """A letter; its row goes when it is sent or given up."""

    __tablename__: ClassVar[str] = "letter"
    __table_args__ = (
        Index(None, "next_at"),
        made_of("id", ID_LETTERS, 10),
        check("address", "address LIKE '%_@_%' AND length(address) <= 254"),
        filled("subject"),
        filled("text", 60_000),
        between("failures", 0, 100),
    )

    id: str = Field(sa_column=Column(ASCII, primary_key=True))
    address: str
    subject: str
    text: str
    written_at: datetime
    next_at: datetime
    failures: int
