"""Preview an upload: what its commit would change, and what a person should know before."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from stellenbund.domain.diff import Change, Diff
from stellenbund.domain.kinship import HeldNotice
from stellenbund.domain.upload import Upload, UploadState
from stellenbund.domain.upload_errors import ForgottenError
from stellenbund.feeds.report import Report
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.flows.compare_upload import compared, delivered
from stellenbund.flows.conflicts import conflicts
from stellenbund.flows.file_reading import FileReading, unpack_past, unpack_reading
from stellenbund.store.database import Database, reading
from stellenbund.store.notices import held_notices
from stellenbund.store.sources import declared_sources
from stellenbund.store.upload_files import past_of, reading_of
from stellenbund.store.uploads import find_upload


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """An upload with everything that its city may see of it.

    Once it is committed, *diff* is what the commit changed. *conflicts* are found only while it
    waits.
    """

    upload: Upload
    read: FileReading
    diff: Diff
    conflicts: tuple[RowFinding, ...]
    fingerprint: str
    needs_second_consent: bool

    @property
    def report(self) -> Report:
        """What the rows of the file bring."""
        return self.read.report

    @property
    def findings(self) -> tuple[RowFinding, ...]:
        """All that a person should know, in the order of the rows; first about the whole file."""
        found = (*self.report.findings, *self.conflicts)
        return tuple(sorted(found, key=lambda each: each.row or 0))


def preview(engine: Database, city: str, name: str) -> Preview:
    """Return what the upload *name* of a city would change at this moment, or did change.

    Raises:
        NotFoundError: the city has no such upload.
        ForgottenError: its file is no longer kept.
    """
    with reading(engine) as session:
        upload = find_upload(session, city, name)
        packed = reading_of(session, upload.id)
        if packed is None:
            raise ForgottenError(upload)
        read = unpack_reading(packed)
        if upload.state in {UploadState.COMMITTED, UploadState.UNDONE}:
            return _looking_back(session, upload, read)
        return _looking_ahead(session, upload, read)


def _looking_ahead(session: Session, upload: Upload, read: FileReading) -> Preview:
    found = compared(session, upload, read.report)
    held = held_notices(session, upload.city)
    return Preview(
        upload=upload,
        read=read,
        diff=found.diff,
        conflicts=_conflicts(session, read, held),
        fingerprint=found.fingerprint,
        needs_second_consent=found.needs_second_consent,
    )


def _conflicts(
    session: Session, read: FileReading, held: Sequence[HeldNotice]
) -> tuple[RowFinding, ...]:
    names = {each.key: each.name for each in declared_sources(session)}
    return conflicts(read, read.report.harvest.notices, held, names)


def _looking_back(session: Session, upload: Upload, read: FileReading) -> Preview:
    past = past_of(session, upload.id)
    assert past is not None
    assert upload.fingerprint is not None
    kept = unpack_past(past)
    said = {each.reference: each for each in delivered(read.report, upload.mode).notices}
    changes = tuple(
        Change(reference, before, said.get(reference)) for reference, before in kept.before.items()
    )
    return Preview(
        upload=upload,
        read=read,
        diff=Diff(changes, held=kept.held),
        conflicts=(),
        fingerprint=upload.fingerprint,
        needs_second_consent=False,
    )
