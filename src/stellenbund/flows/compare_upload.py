"""Compare an upload: what it would change about the openings that a city's files brought."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlmodel import Session

from stellenbund.domain.decision import question
from stellenbund.domain.diff import Diff, compare
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.feed_source import FEED
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.notice import Notice
from stellenbund.domain.upload import Mode, Upload, is_much
from stellenbund.feeds.report import Report
from stellenbund.store.notices import live_notices
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


def compared(session: Session, upload: Upload, report: Report) -> Comparison:
    """Lay what was read from an upload beside what the city's files say now."""
    harvest = delivered(report, upload.mode)
    stored = stored_notices(session, upload.city)
    diff = compare(stored, harvest)
    told = [
        upload.id,
        question(diff),
        *sorted((each.reference, each.content) for each in stored.values()),
    ]
    fingerprint = hashlib.sha256(json.dumps(told).encode()).hexdigest()
    return Comparison(harvest=harvest, diff=diff, fingerprint=fingerprint)


def delivered(report: Report, mode: Mode) -> Harvest:
    """Return what the rows of a file say as the harvest of its source.

    If it holds only changes, what it does not name stays. What HR is told about its rows is for
    the city alone, so that no finding goes with it into the public log of runs.
    """
    return replace(
        report.harvest,
        left_out=report.harvest.left_out | report.deletions,
        is_excerpt=mode is Mode.CHANGES_ONLY,
        findings=(),
    )


def stored_notices(session: Session, city: str) -> dict[str, Notice]:
    """Return what the city's files say now, by reference; nothing before the first commit."""
    try:
        number = source_id(session, city, FEED)
    except NotFoundError:
        return {}
    return live_notices(session, number, sample=False)


def _fingerprint(upload: str, diff: Diff, stored: Mapping[str, Notice]) -> str:
    past = [(reference, notice.content) for reference, notice in sorted(stored.items())]
    return hashlib.sha256(json.dumps([upload, question(diff), past]).encode()).hexdigest()
