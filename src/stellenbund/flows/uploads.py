"""Uploads: what a city sent and what became of it, looked up."""

from datetime import date

from stellenbund.domain.upload import Upload
from stellenbund.domain.upload_errors import ForgottenError
from stellenbund.feeds.feed import Feed
from stellenbund.feeds.returned import returned_csv, returned_xlsx
from stellenbund.flows.file_reading import feed_of
from stellenbund.flows.preview_upload import Preview
from stellenbund.store import uploads as store
from stellenbund.store.cities import find_city
from stellenbund.store.database import Database, reading
from stellenbund.store.upload_files import file_of


def list_uploads(
    engine: Database, city: str, *, before: str | None = None, limit: int
) -> tuple[Upload, ...]:
    """Return the uploads of a city, newest first; with *before* those that came before that one.

    Raises:
        NotFoundError: no such city, or it has no upload with the id *before*.
    """
    with reading(engine) as session:
        slug = find_city(session, city).slug
        return store.list_uploads(session, slug, before=before, limit=limit)


def get_upload(engine: Database, city: str, name: str) -> Upload:
    """Return the upload *name* of a city.

    Raises:
        NotFoundError: the city has no such upload.
    """
    with reading(engine) as session:
        return store.find_upload(session, city, name)


def original_file(engine: Database, city: str, name: str) -> tuple[Upload, bytes]:
    """Return the upload *name* of a city with its file as it came.

    Raises:
        NotFoundError: the city has no such upload.
        ForgottenError: its file is no longer kept.
    """
    with reading(engine) as session:
        upload = store.find_upload(session, city, name)
        body = file_of(session, upload.id)
    if body is None:
        raise ForgottenError(upload)
    return upload, body


def as_csv(engine: Database, shown: Preview) -> bytes:
    """Return the file with its findings as CSV, to be mended and sent again."""
    feed, _ = _read_again(engine, shown)
    return returned_csv(feed, shown.findings)


def as_xlsx(engine: Database, shown: Preview, *, day: date) -> bytes:
    """Return the file with its findings as a workbook that bears *day* as that of its making."""
    feed, body = _read_again(engine, shown)
    return returned_xlsx(body, feed, shown.findings, day=day)


def _read_again(engine: Database, shown: Preview) -> tuple[Feed, bytes]:
    """Return the file as it was read before, with its bytes."""
    upload, body = original_file(engine, shown.upload.city, shown.upload.id)
    return feed_of(body, name=upload.name, choices=upload.choices), body
