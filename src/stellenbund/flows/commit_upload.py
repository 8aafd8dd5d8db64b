"""Commit an upload: what the city's file says becomes what is stored and published."""

from sqlmodel import Session

from stellenbund.domain.audit import AuditEntry, Deed
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.feed_source import FEED, feed_source
from stellenbund.domain.source import Source
from stellenbund.domain.upload import Mode, Upload, UploadState, empties
from stellenbund.domain.upload_errors import (
    AlreadyCommittedError,
    ConsentNeededError,
    EmptiesError,
    ForgottenError,
    PreviewOutdatedError,
    UploadClosedError,
)
from stellenbund.flows.acting import Acting
from stellenbund.flows.compare_upload import Comparison, compared
from stellenbund.flows.confirm import confirm
from stellenbund.flows.file_reading import KeptReading, Past, pack_past, unpack
from stellenbund.flows.occasion import Occasion
from stellenbund.flows.settle import settle
from stellenbund.store.audit import log_deed
from stellenbund.store.cities import find_city, hold_city
from stellenbund.store.column_mappings import remember_mapping
from stellenbund.store.database import Database, reading, writing
from stellenbund.store.request_keys import save_key, upload_of_key
from stellenbund.store.runs import LoggedRun, find_run
from stellenbund.store.sources import get_source, save_source
from stellenbund.store.upload_files import keep_past, reading_of
from stellenbund.store.uploads import change_upload, find_upload, supersede


def commit(
    engine: Database,
    city: str,
    name: str,
    acting: Acting,
    *,
    fingerprint: str,
    is_sure: bool = False,
) -> LoggedRun:
    """Publish what the upload *name* of a city says, all of it or nothing, and return the run.

    *fingerprint* is that of the preview that was agreed to; *is_sure* says that much may vanish.
    What columns mean is remembered, and older full stocks that wait are superseded.

    Raises:
        NotFoundError: the city has no such upload.
        PreviewOutdatedError: it would change something else by now.
        EmptiesError: it is a full stock that names no opening, and would remove all.
        ConsentNeededError: much would vanish, and nobody said that this is meant.
        AlreadyCommittedError: it was committed before.
        UploadClosedError: it was taken back, has expired, or was superseded.
        ForgottenError: its file is no longer kept.
        KeyReusedError: the request's key belongs to another request.
    """
    started_at = acting.clock()
    with reading(engine) as session:
        upload = find_upload(session, city, name)
        packed = reading_of(session, upload.id)
    kept = unpack(packed) if packed else None
    with writing(engine) as session:
        source = _known_source(session, city)
        hold_city(session, city)
        upload = find_upload(session, city, name)
        if acting.key and upload_of_key(session, acting.by.actor, acting.key):
            return find_run(session, upload.run or 0)
        found = compared(session, upload, _open(upload, kept))
        _check(upload, found, fingerprint=fingerprint, is_sure=is_sure)
        run = settle(
            session, source, found.harvest, _occasion(upload, acting), started_at=started_at
        )
        _note(session, upload, found, acting, run)
    return run


def _open(upload: Upload, kept: KeptReading | None) -> KeptReading:
    """Return what was read, if the upload still waits to be committed."""
    if upload.state is UploadState.COMMITTED:
        raise AlreadyCommittedError(upload)
    if upload.state is not UploadState.PREVIEW:
        raise UploadClosedError(upload)
    if kept is None:
        raise ForgottenError(upload)
    return kept


def _check(upload: Upload, found: Comparison, *, fingerprint: str, is_sure: bool) -> None:
    if found.fingerprint != fingerprint:
        raise PreviewOutdatedError(upload)
    if empties(upload, vanishing=len(found.diff.vanished)):
        raise EmptiesError(upload, len(found.diff.vanished))
    if found.needs_second_consent and not is_sure:
        raise ConsentNeededError(upload, len(found.diff.vanished), held=found.diff.held)


def _occasion(upload: Upload, acting: Acting) -> Occasion:
    return Occasion(
        trigger=f"upload {upload.id}",
        sample=False,
        clock=acting.clock,
        new_id=acting.new_id,
        is_consented=True,
    )


def _known_source(session: Session, city: str) -> Source:
    """Return the source that the city's files are; it is made known with the first of them.

    The register is written before any city is held, as whoever registers cities does it.
    """
    try:
        return get_source(session, city, FEED)
    except NotFoundError:
        source = feed_source(find_city(session, city))
        save_source(session, source)
        return source


def _note(
    session: Session, upload: Upload, found: Comparison, acting: Acting, run: LoggedRun
) -> None:
    """Write down what became of the upload, who did it, and what undoing it needs."""
    done = upload.model_copy(
        update={
            "state": UploadState.COMMITTED,
            "fingerprint": found.fingerprint,
            "run": run.id,
            "committed_at": run.finished_at,
            "committed_by": acting.by.actor,
        }
    )
    change_upload(session, done)
    before = {change.reference: change.before for change in found.diff.changes}
    keep_past(session, upload.id, pack_past(Past(held=found.diff.held, before=before)))
    remember_mapping(session, upload.city, upload.choices.mapping)
    if upload.mode is Mode.FULL_STOCK:
        supersede(session, done)
    log_deed(session, _entry(done, acting, run))
    confirm(session, done, run, acting)
    if acting.key:
        save_key(session, acting.by.actor, acting.key, upload=upload.id, at=run.finished_at)


def _entry(upload: Upload, acting: Acting, run: LoggedRun) -> AuditEntry:
    return AuditEntry(
        at=run.finished_at,
        actor=acting.by.actor,
        city=upload.city,
        deed=Deed.UPLOAD_COMMITTED,
        subject=f"upload {upload.id}",
        told={
            "file": upload.name,
            "mode": upload.mode,
            "run": run.id,
            "new": run.new,
            "changed": run.changed,
            "vanished": run.vanished,
        },
    )
