"""Apply: write what a harvest changes into the notices of its source."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from stellenbund.domain.departure import departures
from stellenbund.domain.diff import Diff, compare
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.notice import Notice
from stellenbund.domain.source import Source
from stellenbund.flows.occasion import Occasion
from stellenbund.store.held import SaidNow
from stellenbund.store.links import known_links
from stellenbund.store.notices import (
    drop_samples,
    live_notices,
    save_notices,
    see_notices,
    strike_notices,
)
from stellenbund.store.sources import source_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A harvest beside what the store holds of its source at the moment *now*."""

    source: Source
    number: int
    harvest: Harvest
    occasion: Occasion
    started_at: datetime
    now: datetime
    stored: Mapping[str, Notice]
    diff: Diff

    @property
    def seen(self) -> frozenset[str]:
        """The references that the source showed, readable or not."""
        told = frozenset(each.reference for each in self.harvest.notices)
        return told | self.harvest.confirmed | self.harvest.unreadable

    @property
    def said(self) -> SaidNow:
        """What the source says now where it said something else."""
        told = (change.after for change in self.diff.changes)
        return SaidNow(self.source.key, {each.reference: each.fields for each in told if each})

    @property
    def is_confirmation(self) -> bool:
        """Whether it is known that the source says just what is stored, so that nothing moves."""
        return bool(self.harvest.confirmed) and not self.diff.changes


def open_case(
    session: Session, source: Source, harvest: Harvest, occasion: Occasion, started_at: datetime
) -> Case:
    """Lay *harvest* beside what *source* said before.

    A real harvest has no samples in its past: for it they never were.
    """
    number = source_id(session, source.city, source.key)
    known = harvest.confirmed
    stored = live_notices(session, number, sample=occasion.sample, but=known)
    return Case(
        source=source,
        number=number,
        harvest=harvest,
        occasion=occasion,
        started_at=started_at,
        now=occasion.clock(),
        stored=stored,
        diff=compare(stored, harvest),
    )


def apply(session: Session, case: Case) -> dict[str, int]:
    """Write the changes of *case*, and return the numbers of the run.

    What an incomplete harvest does not show is no change, so nothing of it vanishes. Samples
    vanish as soon as the source speaks for itself.
    """
    speaks = not case.occasion.sample and (case.harvest.is_complete or case.harvest.notices)
    samples = drop_samples(session, case.number) if speaks else 0
    said = [change.after for change in case.diff.changes if change.after]
    save_notices(session, case.number, said, sample=case.occasion.sample, now=case.now)
    see_notices(session, case.number, case.seen, case.now)
    vanished = _remove(session, case)
    known = {notice.reference for notice in case.harvest.notices} & case.stored.keys()
    return {
        "new": len(case.diff.appeared),
        "changed": len(case.diff.changed),
        "unchanged": len(known) + len(case.harvest.confirmed) - len(case.diff.changed),
        "vanished": vanished + samples,
        "missing": len(case.diff.vanished) - vanished,
    }


def _remove(session: Session, case: Case) -> int:
    """Let go what the source itself ended; count a strike against what it only does not show."""
    dead = _dead_pages(session, case)
    is_believed = case.source.is_authoritative or case.occasion.is_consented
    patience = 1 if is_believed else case.source.strikes
    return sum(
        strike_notices(
            session,
            case.number,
            references,
            allowed=1 if why.is_certain else patience,
            reason=why,
            now=case.now,
        )
        for why, references in departures(case.diff, case.harvest, dead=dead).items()
    )


def _dead_pages(session: Session, case: Case) -> list[str]:
    """Return which of the pages of what vanishes are gone by their server's own lasting word."""
    befores = (change.before for change in case.diff.vanished)
    pages = {each.fields.source_url for each in befores if each and each.fields.source_url}
    return [link.url for link in known_links(session, pages).values() if link.is_declared_gone]
