"""Delivery: the raw records that one crawl of one source brought home."""

from dataclasses import dataclass

from stellenbund.domain.finding import Finding
from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Raw records, what could not be read, and whether the source was seen to its end.

    *trouble* names what went wrong as an outcome (blocked, moved, failed, unreadable, empty,
    truncated), or is ``None`` when the source was read to its end; *reason* is the German sentence
    for it. *unreadable* holds references that were there but could not be read, *skipped* those of
    other employers, *gone* the addresses of openings that answered 404 or 410. An *excerpt* shows
    only the newest of what there is. Of all *pages*, *not_modified* were as they had been when the
    source was read before (304).
    """

    records: tuple[RawRecord, ...] = ()
    unreadable: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()
    trouble: Outcome | None = None
    reason: str | None = None
    stated_total: int | None = None
    is_excerpt: bool = False
    pages: int = 0
    not_modified: int = 0
