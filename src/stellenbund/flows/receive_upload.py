"""Receive an upload: a city's file is read and kept until somebody commits it."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlmodel import Session

from stellenbund.domain.city import City
from stellenbund.domain.clock import berlin_day, start_of_day
from stellenbund.domain.upload import Mode, Upload, UploadChoices, file_name
from stellenbund.domain.upload_errors import TwinError
from stellenbund.flows.acting import Acting
from stellenbund.flows.file_reading import PROGRAM, feed_of, pack, read_file, unpack
from stellenbund.store.cities import find_city, hold_city
from stellenbund.store.column_mappings import known_mapping
from stellenbund.store.database import Database, reading, writing
from stellenbund.store.request_keys import save_key, upload_of_key
from stellenbund.store.upload_files import Packed, keep_file, reading_of
from stellenbund.store.uploads import find_upload, read_alike, save_upload, waiting_twin


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """A file as it comes, with its name, if it has one, and how it is to be read."""

    body: bytes
    name: str | None = None
    mode: Mode = Mode.FULL_STOCK
    choices: UploadChoices = field(default_factory=UploadChoices)

    @property
    def digest(self) -> str:
        """The fingerprint of the bytes."""
        return hashlib.sha256(self.body).hexdigest()


def receive(engine: Database, city: str, sent: SentFile, acting: Acting) -> Upload:
    """Read a file and keep it as a preview; nothing that is public changes.

    What columns mean the city remembers from earlier commits, where *sent* does not say otherwise.
    The file is read outside any transaction; one that was read the same way on the same day is
    not read again.

    Raises:
        NotFoundError: no such city.
        FeedError: the file cannot be read at all.
        TwinError: the same file waits already.
        KeyReusedError: the request's key belongs to another request.
    """
    with reading(engine) as session:
        if done := _repeated(session, city, acting):
            return done
        place = find_city(session, city)
        known = {**known_mapping(session, city), **sent.choices.mapping}
        sent = replace(sent, choices=sent.choices.model_copy(update={"mapping": known}))
        earlier = _read_earlier(session, city, sent, acting.clock())
    upload, packed = _read(place, sent, earlier, acting)
    with writing(engine) as session:
        hold_city(session, city)
        if done := _repeated(session, city, acting):
            return done
        if twin := waiting_twin(session, upload):
            raise TwinError(twin)
        save_upload(session, upload)
        keep_file(session, upload.id, body=sent.body, packed=packed)
        if acting.key:
            save_key(session, acting.by.actor, acting.key, upload=upload.id, at=upload.received_at)
    return upload


def _repeated(session: Session, city: str, acting: Acting) -> Upload | None:
    """Return the upload that the very same request brought before, if it did."""
    done = acting.key and upload_of_key(session, acting.by.actor, acting.key)
    return find_upload(session, city, done) if done else None


def _read_earlier(session: Session, city: str, sent: SentFile, now: datetime) -> Packed | None:
    """Return what was read today from the same bytes, to be read the same way; deadlines pass."""
    since = start_of_day(now)
    alike = read_alike(session, city, sent.digest, sent.choices, since=since)
    return reading_of(session, alike.id) if alike else None


def _read(
    city: City, sent: SentFile, earlier: Packed | None, acting: Acting
) -> tuple[Upload, Packed]:
    received_at, name = acting.clock(), file_name(sent.name)
    kept = unpack(earlier) if earlier else None
    if kept is None or kept.read.program != PROGRAM:
        feed = feed_of(sent.body, name=name, choices=sent.choices)
        kept = read_file(feed, city, today=berlin_day(received_at))
    upload = Upload(
        id=acting.new_id(),
        city=city.slug,
        name=name,
        size=len(sent.body),
        digest=sent.digest,
        received_at=received_at,
        actor=acting.by.actor,
        mode=sent.mode,
        choices=sent.choices,
        counts=kept.read.counts,
    )
    return upload, pack(kept)
