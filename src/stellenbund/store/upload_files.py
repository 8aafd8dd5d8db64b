"""Upload files: the bytes of each upload, kept for a time and then dropped."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, delete, or_, update
from sqlmodel import Session, col, select

from stellenbund.domain.upload import UploadState
from stellenbund.store.tables.uploads import UploadFileRow, UploadRow


class Packed(NamedTuple):
    """What was read from a file, and the notices that its rows make, each as bytes."""

    reading: bytes
    notices: bytes


def keep_file(session: Session, upload: str, *, body: bytes, packed: Packed) -> None:
    """Keep the file of an upload, and what was read from it."""
    session.add(UploadFileRow(upload=upload, body=body, **packed._asdict()))
    session.flush()


def keep_past(session: Session, upload: str, past: bytes) -> None:
    """Keep what the commit of an upload replaced."""
    kept = update(UploadFileRow).where(col(UploadFileRow.upload) == upload)
    session.exec(kept.values(past=past))


def file_of(session: Session, upload: str) -> bytes | None:
    """Return the file of an upload as it came, unless it was dropped."""
    return session.exec(select(UploadFileRow.body).where(UploadFileRow.upload == upload)).first()


def reading_of(session: Session, upload: str) -> Packed | None:
    """Return what was read from the file of an upload, unless it was dropped."""
    kept = select(UploadFileRow.reading, UploadFileRow.notices)
    found = session.exec(kept.where(UploadFileRow.upload == upload)).first()
    return Packed(*found) if found else None


def past_of(session: Session, upload: str) -> bytes | None:
    """Return what the commit of an upload replaced, unless it was dropped or never committed."""
    return session.exec(select(UploadFileRow.past).where(UploadFileRow.upload == upload)).first()


def drop_files(
    session: Session, *, idle_before: datetime, committed_before: datetime, now: datetime
) -> None:
    """Drop the files of uploads that were committed or came too long ago, and note it."""
    done = (UploadState.COMMITTED, UploadState.UNDONE)
    state = col(UploadRow.state)
    is_old = or_(
        and_(state.in_(done), col(UploadRow.committed_at) < committed_before),
        and_(state.not_in(done), col(UploadRow.received_at) < idle_before),
    )
    old = select(UploadRow.id).where(is_old, col(UploadRow.dropped_at).is_(None))
    names = session.exec(old.order_by(UploadRow.id)).all()
    session.exec(delete(UploadFileRow).where(col(UploadFileRow.upload).in_(names)))
    session.exec(update(UploadRow).where(col(UploadRow.id).in_(names)).values(dropped_at=now))
