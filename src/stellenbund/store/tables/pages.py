"""Page: a page of a source as its site last sent it, with what it can be asked about again."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column, LargeBinary
from sqlmodel import Field

from stellenbund.store.tables.columns import ASCII
from stellenbund.store.tables.row import HEX, Row, check, made_of


class PageRow(Row, table=True):
    """A page of a source's last good run, by the digest of what was asked for."""

    __tablename__: ClassVar[str] = "page"
    __table_args__ = (
        made_of("request", HEX, 64),
        check("validators", "etag IS NOT NULL OR last_modified IS NOT NULL"),
    )

    source: int = Field(foreign_key="source.id", primary_key=True)
    request: str = Field(sa_column=Column(ASCII, primary_key=True))
    etag: str | None
    last_modified: str | None
    content_type: str
    fetched_at: datetime
    body: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
