"""Undo an upload: the openings of a city's files become again what they were before its commit."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from sqlmodel import Session

from stellenbund.domain.audit import AuditEntry, Deed
from stellenbund.domain.feed_source import FEED
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.notice import Notice
from stellenbund.domain.upload import Upload, UploadState
from stellenbund.domain.upload_errors import ForgottenError, NotCommittedError, NotNewestError
from stellenbund.flows.acting import Acting
from stellenbund.flows.confirm import confirm
from stellenbund.flows.file_reading import Past, unpack_past
from stellenbund.flows.occasion import Occasion
from stellenbund.flows.settle import settle
from stellenbund.store.audit import log_deed
from stellenbund.store.cities import hold_city
from stellenbund.store.database import Database, writing
from stellenbund.store.notices import live_contents
from stellenbund.store.request_keys import save_key, upload_of_key
from stellenbund.store.runs import LoggedRun, completeness_before, find_run
from stellenbund.store.sources import get_source, source_id
from stellenbund.store.upload_files import past_of
from stellenbund.store.uploads import change_upload, find_upload, newest_commit


def undo(engine: Database, city: str, name: str, acting: Acting) -> LoggedRun:
    """Take the commit of the upload *name* back, as a new run, and return that.

    What other sources said since stays. Only the newest commit can be taken back, then the one
    before it.

    Raises:
        NotFoundError: the city has no such upload.
        NotCommittedError: it was never committed, or was taken back already.
        NotNewestError: a later one was committed and is in force.
        ForgottenError: what it replaced is no longer kept.
        KeyReusedError: the request's key belongs to another request.
    """
    with writing(engine) as session:
        hold_city(session, city)
        upload = find_upload(session, city, name)
        if acting.key and upload_of_key(session, acting.by.actor, acting.key):
            return find_run(session, upload.undo_run or 0)
        past = _past(session, upload)
        run = _settle(session, upload, past, acting)
        _note(session, upload, acting, run)
    return run


def _past(session: Session, upload: Upload) -> Past:
    """Return what the commit replaced, if it can be taken back."""
    if upload.state is not UploadState.COMMITTED:
        raise NotCommittedError(upload)
    newest = newest_commit(session, upload.city)
    if newest and newest.id != upload.id:
        raise NotNewestError(upload, newest)
    packed = past_of(session, upload.id)
    if packed is None:
        raise ForgottenError(upload)
    return unpack_past(packed)


def _settle(session: Session, upload: Upload, past: Past, acting: Acting) -> LoggedRun:
    occasion = Occasion(
        trigger=f"undo of upload {upload.id}",
        sample=False,
        clock=acting.clock,
        new_id=acting.new_id,
        is_consented=True,
    )
    source = get_source(session, upload.city, FEED)
    number = source_id(session, upload.city, FEED)
    harvest = _as_before(live_contents(session, number), past.before)
    before = completeness_before(session, number, run=upload.run or 0)
    harvest = replace(harvest, completeness=before)
    return settle(session, source, harvest, occasion, started_at=acting.clock())


def _as_before(stored: Collection[str], before: Mapping[str, Notice | None]) -> Harvest:
    """Return what the city's files said *before*; the rest of what is *stored* stays."""
    return Harvest(
        notices=tuple(notice for notice in before.values() if notice),
        confirmed=frozenset(stored) - before.keys(),
    )


def _note(session: Session, upload: Upload, acting: Acting, run: LoggedRun) -> None:
    done = upload.model_copy(
        update={
            "state": UploadState.UNDONE,
            "undo_run": run.id,
            "undone_at": run.finished_at,
            "undone_by": acting.by.actor,
        }
    )
    change_upload(session, done)
    entry = AuditEntry(
        at=run.finished_at,
        actor=acting.by.actor,
        city=upload.city,
        deed=Deed.UPLOAD_UNDONE,
        subject=f"upload {upload.id}",
        told={"file": upload.name, "run": run.id},
    )
    log_deed(session, entry)
    confirm(session, done, run, acting)
    if acting.key:
        save_key(session, acting.by.actor, acting.key, upload=upload.id, at=run.finished_at)
