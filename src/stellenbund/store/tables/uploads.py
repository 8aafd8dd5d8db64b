"""Upload: a city's file with what became of it, and what helps to receive the next one."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Column, ForeignKey, Index, LargeBinary
from sqlmodel import Field

from stellenbund.domain.upload import Mode, UploadChoices, UploadCounts, UploadState
from stellenbund.store.tables.columns import ASCII, Validated, words
from stellenbund.store.tables.openings import ID_LETTERS
from stellenbund.store.tables.row import HEX, Row, check, filled, made_of


class UploadRow(Row, table=True):
    """An upload; it stays when its file is dropped."""

    __tablename__: ClassVar[str] = "upload"
    __table_args__ = (
        Index(None, "city", "received_at", "id"),
        made_of("id", ID_LETTERS, 10),
        made_of("digest", HEX, 64),
        made_of("fingerprint", HEX, 64),
        filled("name"),
        filled("actor", 150),
        check("size", "size > 0"),
        check("committed", "(run IS NULL) = (state NOT IN ('committed', 'undone'))"),
        check("committed_at", "(run IS NULL) = (committed_at IS NULL)"),
        check("undone", "(undo_run IS NULL) = (state <> 'undone')"),
        check("undone_at", "(undo_run IS NULL) = (undone_at IS NULL)"),
    )

    id: str = Field(sa_column=Column(ASCII, primary_key=True))
    city: str = Field(sa_column=Column(ASCII, ForeignKey("city.slug"), nullable=False))
    name: str
    size: int
    digest: str
    received_at: datetime
    actor: str
    mode: Mode = Field(sa_column=Column(words(Mode), nullable=False))
    choices: UploadChoices = Field(sa_column=Column(Validated(UploadChoices), nullable=False))
    counts: UploadCounts = Field(sa_column=Column(Validated(UploadCounts), nullable=False))
    state: UploadState = Field(sa_column=Column(words(UploadState), nullable=False))
    fingerprint: str | None
    run: int | None = Field(foreign_key="run.id")
    committed_at: datetime | None
    committed_by: str | None
    undo_run: int | None = Field(foreign_key="run.id")
    undone_at: datetime | None
    undone_by: str | None
    dropped_at: datetime | None


class UploadFileRow(Row, table=True):
    """The file of an upload as it came, what was read from it, and what its commit replaced.

    The notices that were read stand apart: most that is asked of an upload needs none of them.
    """

    __tablename__: ClassVar[str] = "upload_file"

    upload: str = Field(sa_column=Column(ASCII, ForeignKey("upload.id"), primary_key=True))
    body: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    reading: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    notices: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    past: bytes | None = Field(default=None, sa_column=Column(LargeBinary))


class ColumnMappingRow(Row, table=True):
    """What a column of a city's files means, as a person said once."""

    __tablename__: ClassVar[str] = "column_mapping"
    __table_args__ = (
        check("name", "length(name) > 0 AND length(name) <= 500"),
        check("meaning", "length(meaning) > 0 AND length(meaning) <= 40"),
    )

    city: str = Field(sa_column=Column(ASCII, ForeignKey("city.slug"), primary_key=True))
    name: str = Field(primary_key=True)
    meaning: str = Field(sa_column=Column(ASCII, nullable=False))


class RequestKeyRow(Row, table=True):
    """A key by which a request that comes twice is known, and the upload that it was about."""

    __tablename__: ClassVar[str] = "request_key"
    __table_args__ = (
        filled("actor", 150),
        filled("key", 255),
        made_of("digest", HEX, 64),
    )

    actor: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    digest: str
    upload: str = Field(sa_column=Column(ASCII, ForeignKey("upload.id"), nullable=False))
    at: datetime
