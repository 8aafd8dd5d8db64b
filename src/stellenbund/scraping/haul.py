"""Haul: what a crawl has brought so far, and what that amounts to at its end."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.finding import Finding
from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.scraping.entries import key
from stellenbund.scraping.scraper import (
    Excerpt,
    Follow,
    Listed,
    NoOpenings,
    Refused,
    Skipped,
    Total,
    Unreadable,
    Yield,
)
from stellenbund.scraping.tally import Tally

MOST_RECORDS = 2_000
_ROUND = 100
"""Lists are cut at 100, 500 or 1000 entries; so many and no stated total look like a cut."""

Trouble = tuple[Outcome, str]


@dataclass(slots=True)
class Haul:
    """Everything that readers found; it only grows. *lists* are told apart by their starts."""

    records: list[RawRecord] = field(default_factory=list)
    unreadable: dict[str, None] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    findings: dict[Finding, None] = field(default_factory=dict)
    lists: dict[str, Tally] = field(default_factory=dict)
    listed: list[int] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    is_excerpt: bool = False
    pages: int = 0
    not_modified: int = 0

    def note(self, start: str, items: Iterable[Yield]) -> None:
        """Count the *items* on a page of the list that begins at *start*."""
        tally = self.lists.setdefault(start, Tally())
        for item in items:
            tally.note(item)

    def add(self, item: Yield) -> None:
        """Keep *item*; further pages are the crawl's business."""
        match item:
            case RawRecord():
                self._add_record(item)
            case Unreadable():
                self.unreadable[item.reference] = None
                self.findings[item.finding] = None
            case Skipped():
                self.skipped.add(item.reference)
            case Excerpt():
                self.is_excerpt = True
            case Listed():
                self.listed.append(item.count)
            case NoOpenings():
                self.sentences.append(item.sentence)
            case Finding():
                self.findings[item] = None
            case Refused():
                self.findings[item.finding] = None
                self.trouble(item.outcome, item.finding.message)
            case Follow() | Total():
                pass

    def _add_record(self, record: RawRecord) -> None:
        if len(self.records) < MOST_RECORDS:
            self.records.append(record)
        else:
            self.trouble(Outcome.TRUNCATED, f"Mehr als {MOST_RECORDS} Stellen: der Rest fehlt.")

    def trouble(self, outcome: Outcome, reason: str) -> None:
        """Note what went wrong; the first trouble names the outcome."""
        self.troubles.append((outcome, reason))

    @property
    def seen(self) -> int:
        """How many different entries the source showed, ours or not, readable, gone or neither."""
        read: set[Hashable] = {key(record) for record in self.records}
        return len(read | self.unreadable.keys() | self.skipped | self.gone)

    @property
    def stated_total(self) -> int | None:
        """How many entries the source itself says it has in all of its lists."""
        totals = [tally.total for tally in self.lists.values() if tally.total is not None]
        return sum(totals) if totals else None

    def delivery(self) -> Delivery:
        """Return all of it, with the outcome that keeps absence from meaning anything."""
        trouble = self.troubles[0] if self.troubles else self._shortfall() or self._nothing()
        outcome, reason = trouble or (None, None)
        return Delivery(
            records=tuple(self.records),
            unreadable=frozenset(self.unreadable),
            skipped=frozenset(self.skipped),
            gone=frozenset(self.gone),
            findings=tuple(self.findings),
            trouble=outcome,
            reason=reason,
            stated_total=self.stated_total,
            is_excerpt=self.is_excerpt,
            pages=self.pages,
            not_modified=self.not_modified,
        )

    def _shortfall(self) -> Trouble | None:
        """Say whether a list was cut: fewer than stated, suspiciously round, or unlisted."""
        shortfalls = (tally.shortfall() for tally in self.lists.values())
        if shortfall := next(filter(None, shortfalls), None):
            return Outcome.TRUNCATED, shortfall
        seen = self.seen
        is_open = self.stated_total is None and not self.is_excerpt
        if is_open and seen and seen % _ROUND == 0:
            return (
                Outcome.TRUNCATED,
                f"Genau {seen} Stellen: Die Liste ist vermutlich abgeschnitten.",
            )
        if self.records and self.listed and not any(self.listed):
            return (
                Outcome.TRUNCATED,
                f"Keine Sitemap nennt noch eine Stelle, {seen} stehen aber auf anderen Seiten.",
            )
        return None

    def _nothing(self) -> Trouble | None:
        """Say why there is no record: only the source's own word makes it an empty one."""
        if self.records:
            return None
        if self.unreadable:
            count = len(self.unreadable)
            return Outcome.UNREADABLE, f"Keine der {count} Stellen konnte gelesen werden."
        if emptiness := self._emptiness():
            return Outcome.EMPTY, emptiness
        if self.gone:
            count = len(self.gone)
            return Outcome.UNREADABLE, f"Keine der {count} verlinkten Seiten gibt es noch."
        return Outcome.UNREADABLE, "Die Seite zeigt keine Stellen, sagt das aber nicht."

    def _emptiness(self) -> str | None:
        """Return the source's own word that it has nothing of ours, if it gives it."""
        if self.skipped:
            return f"Keine der {len(self.skipped)} Stellen ist eine dieser Stadt."
        if self.sentences:
            return f"Die Seite sagt: „{self.sentences[0][:300]}“"
        return "Die Quelle nennt 0 Stellen." if self.stated_total == 0 else None
