"""Preview an upload: what its commit would change, and what a person should know before."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session

from stellenbund.domain.diff import Change, Diff
from stellenbund.domain.feed_source import FEED
from stellenbund.domain.merge import Merged, merge
from stellenbund.domain.upload import Upload, UploadState, empties
from stellenbund.domain.upload_errors import ForgottenError
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.flows.compare_upload import compared
from stellenbund.flows.conflicts import conflicts, known_elsewhere, soon_held
from stellenbund.flows.file_reading import FileReading, KeptReading, unpack, unpack_past
from stellenbund.flows.read_rows import ReadRow, read_rows
from stellenbund.flows.touched import Touched, touched
from stellenbund.store.database import Database, reading
from stellenbund.store.held import SaidNow, held_notices
from stellenbund.store.sources import declared_sources
from stellenbund.store.upload_files import past_of, reading_of
from stellenbund.store.uploads import find_upload, newest_commit


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """An upload with everything that its city may see of it.

    Once it is committed, *diff* is what the commit changed. *conflicts*, and which of its
    openings are *known_elsewhere*, are found only while it waits. *touched* are the openings that
    it changes, by reference. *newer* is a later upload that is in force.
    """

    upload: Upload
    read: FileReading
    rows: tuple[ReadRow, ...]
    diff: Diff
    touched: Mapping[str, Touched]
    fingerprint: str
    conflicts: tuple[RowFinding, ...] = ()
    known_elsewhere: frozenset[str] = frozenset()
    needs_second_consent: bool = False
    newer: Upload | None = None

    @property
    def empties(self) -> bool:
        """Whether it would take all openings away without naming one, and so is refused."""
        return empties(self.upload, vanishing=len(self.diff.vanished))

    @property
    def confirmed(self) -> int:
        """How many openings of the file say what they said before."""
        return self.upload.counts.taken - len(self.diff.appeared) - len(self.diff.changed)

    @property
    def standing(self) -> int:
        """How many of the values that the file changes stay public as they were set by hand."""
        return sum(
            self.touched[change.reference].stands(field)
            for change in self.diff.changed
            if change.reference in self.touched
            for field in change.fields
        )

    @property
    def findings(self) -> tuple[RowFinding, ...]:
        """All that a person should know, in the order of the rows; first about the whole file."""
        found = (*self.read.findings, *self.conflicts)
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
        kept = unpack(packed)
        if upload.state in {UploadState.COMMITTED, UploadState.UNDONE}:
            return _looking_back(session, upload, kept)
        return _looking_ahead(session, upload, kept)


def _looking_ahead(session: Session, upload: Upload, kept: KeptReading) -> Preview:
    found, beside = compared(session, upload, kept), _beside(session, upload.city, kept)
    names = {each.key: each.name for each in declared_sources(session)} if beside else {}
    return Preview(
        upload=upload,
        read=kept.read,
        rows=read_rows(kept, found.diff.changes),
        diff=found.diff,
        touched=touched(session, upload.city, found.diff.changes),
        conflicts=conflicts(kept.read, beside, names),
        known_elsewhere=known_elsewhere(beside),
        fingerprint=found.fingerprint,
        needs_second_consent=found.needs_second_consent
        or empties(upload, vanishing=len(found.diff.vanished)),
    )


def _beside(session: Session, city: str, kept: KeptReading) -> tuple[Merged, ...]:
    """Return what the file and the city's other sources make together, if any says something."""
    others = [each for each in held_notices(session, city, but=FEED) if not each.sample]
    if not others:
        return ()
    notices = tuple(kept.notices())
    said = SaidNow(FEED, {each.reference: each.fields for each in notices})
    ours = held_notices(session, city, said=said)
    return merge([*others, *soon_held(notices, ours)]).openings


def _looking_back(session: Session, upload: Upload, kept: KeptReading) -> Preview:
    packed = past_of(session, upload.id)
    assert packed is not None
    assert upload.fingerprint is not None
    past = unpack_past(packed)
    same = kept.read.contents.keys() - past.before.keys()
    said = {each.reference: each for each in kept.notices(but=same)}
    changes = tuple(
        Change(reference, before, said.get(reference)) for reference, before in past.before.items()
    )
    newest = newest_commit(session, upload.city)
    return Preview(
        upload=upload,
        read=kept.read,
        rows=read_rows(kept, changes),
        diff=Diff(changes, held=past.held),
        touched=touched(session, upload.city, changes),
        fingerprint=upload.fingerprint,
        newer=newest if newest and newest.id != upload.id else None,
    )
