"""Compare an upload: what it would change about the openings that a city's files brought."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session

from stellenbund.domain.decision import question
from stellenbund.domain.diff import Diff, compare
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.feed_source import FEED
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.upload import Mode, Upload, is_much
from stellenbund.flows.file_reading import KeptReading
from stellenbund.store.notices import live_contents, live_notices
from stellenbund.store.sources import source_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What an upload would change, with a fingerprint of that and of what it was compared with."""

    harvest: Harvest
    diff: Diff
    fingerprint: str

    @property
    def needs_second_consent(self) -> bool:
        """Whether so much would vanish that a person must be asked twice."""
        return is_much(len(self.diff.vanished), held=self.diff.held)


def compared(session: Session, upload: Upload, kept: KeptReading) -> Comparison:
    """Lay what was read from an upload beside what the city's files say now.

    Only what differs is read in full; of the rest the fingerprints are enough.
    """
    number = feed_number(session, upload.city)
    stored = live_contents(session, number) if number else {}
    harvest = _delivered(kept, upload.mode, stored)
    known = harvest.confirmed
    before = live_notices(session, number, sample=False, but=known) if number else {}
    diff = compare(before, harvest)
    fingerprint = _fingerprint(upload.id, diff, stored)
    return Comparison(harvest=harvest, diff=diff, fingerprint=fingerprint)


def feed_number(session: Session, city: str) -> int | None:
    """Return the number of the source that a city's files are; none before the first commit."""
    try:
        return source_id(session, city, FEED)
    except NotFoundError:
        return None


def _delivered(kept: KeptReading, mode: Mode, stored: Mapping[str, str]) -> Harvest:
    """Return what the rows of a file say as the harvest of its source.

    If it holds only changes, what it does not name stays. What HR is told about its rows is for
    the city alone, so that no finding goes with it into the public log of runs.
    """
    read = kept.read
    confirmed = frozenset(dict(read.contents.items() & stored.items()))
    return Harvest(
        notices=tuple(kept.notices(but=confirmed)),
        confirmed=confirmed,
        unreadable=read.unreadable,
        left_out=read.left_out | read.deletions,
        is_excerpt=mode is Mode.CHANGES_ONLY,
        pages=1,
        completeness=read.completeness,
    )


def _fingerprint(upload: str, diff: Diff, stored: Mapping[str, str]) -> str:
    told = [upload, question(diff), sorted(stored.items())]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()
