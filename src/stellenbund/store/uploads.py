"""Uploads: which files a city sent, and what became of each."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, update
from sqlmodel import Session, col, select

from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.upload import Upload, UploadChoices, UploadState
from stellenbund.store.tables.uploads import UploadRow


def save_upload(session: Session, upload: Upload) -> None:
    """Write a new *upload* down."""
    session.add(UploadRow(**dict(upload)))
    session.flush()


def change_upload(session: Session, upload: Upload) -> None:
    """Let a known upload be what *upload* says."""
    session.merge(UploadRow(**dict(upload)))
    session.flush()


def find_upload(session: Session, city: str, name: str) -> Upload:
    """Return the upload of a city with the id *name*.

    Raises:
        NotFoundError: the city has none with that id.
    """
    row = session.exec(select(UploadRow).where(_is(city, name))).first()
    if row is None:
        raise NotFoundError("upload", name)
    return _upload(row)


def list_uploads(
    session: Session, city: str, *, before: str | None = None, limit: int
) -> tuple[Upload, ...]:
    """Return the uploads of a city, newest first; with *before* those that came before that one.

    Raises:
        NotFoundError: the city has no upload with the id *before*.
    """
    rows = select(UploadRow).where(UploadRow.city == city)
    if before is not None:
        rows = rows.where(_came_before(find_upload(session, city, before)))
    newest_first = (col(UploadRow.received_at).desc(), col(UploadRow.id).desc())
    return tuple(map(_upload, session.exec(rows.order_by(*newest_first).limit(limit))))


def waiting_twin(session: Session, upload: Upload) -> Upload | None:
    """Return an upload of the same bytes, to be read the same way, that waits already."""
    same = select(UploadRow).where(
        UploadRow.city == upload.city,
        UploadRow.digest == upload.digest,
        UploadRow.mode == upload.mode,
        UploadRow.state == UploadState.PREVIEW,
    )
    twins = map(_upload, session.exec(same.order_by(col(UploadRow.received_at).desc())))
    return next((twin for twin in twins if twin.choices == upload.choices), None)


def read_alike(
    session: Session, city: str, digest: str, choices: UploadChoices, *, since: datetime
) -> Upload | None:
    """Return an upload of the same bytes that was read the same way since that instant."""
    same = select(UploadRow).where(
        UploadRow.city == city,
        UploadRow.digest == digest,
        UploadRow.received_at >= since,
        col(UploadRow.dropped_at).is_(None),
    )
    read = map(_upload, session.exec(same.order_by(col(UploadRow.received_at).desc())))
    return next((each for each in read if each.choices == choices), None)


def newest_commit(session: Session, city: str) -> Upload | None:
    """Return the upload of a city that was committed last and is still in force."""
    committed = select(UploadRow).where(
        UploadRow.city == city, UploadRow.state == UploadState.COMMITTED
    )
    row = session.exec(committed.order_by(col(UploadRow.run).desc()).limit(1)).first()
    return _upload(row) if row else None


def supersede(session: Session, by: Upload) -> None:
    """Let the previews of the same city and mode that came before *by* wait no longer."""
    older = update(UploadRow).where(
        col(UploadRow.city) == by.city,
        col(UploadRow.mode) == by.mode,
        col(UploadRow.state) == UploadState.PREVIEW,
        _came_before(by),
    )
    session.exec(older.values(state=UploadState.SUPERSEDED))


def expire(session: Session, before: datetime) -> None:
    """Let the previews wait no longer that came before that instant."""
    waiting = update(UploadRow).where(
        col(UploadRow.state) == UploadState.PREVIEW, col(UploadRow.received_at) < before
    )
    session.exec(waiting.values(state=UploadState.EXPIRED))


def _is(city: str, name: str) -> ColumnElement[bool]:
    return and_(col(UploadRow.city) == city, col(UploadRow.id) == name)


def _came_before(upload: Upload) -> ColumnElement[bool]:
    received, name = col(UploadRow.received_at), col(UploadRow.id)
    at_once = and_(received == upload.received_at, name < upload.id)
    return or_(received < upload.received_at, at_once)


def _upload(row: UploadRow) -> Upload:
    return Upload.model_validate(dict(row))
