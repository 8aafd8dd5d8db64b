"""Report: what a feed brings once its rows are normalised, and what HR should know about it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.normalisers.record_parts.notebook import Notebook
from stellenbund.domain.normalisers.record_parts.references import (
    described_reference,
    shared_addresses,
    shared_references,
    stated_reference,
)
from stellenbund.domain.normalisers.records import Context, Normalised, normalise
from stellenbund.domain.record import RawRecord
from stellenbund.feeds.columns import Key
from stellenbund.feeds.duplicates import content, duplicate_findings
from stellenbund.feeds.feed import Feed
from stellenbund.feeds.origins import column_of, value_of
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.feeds.rows import FeedRow
from stellenbund.feeds.sayings import finding
from stellenbund.feeds.untouched import example_records
from stellenbund.feeds.whole_file import absences, running_numbers, without_reference

_CLOSED = "record.closed"
_KIND = "kind."
_UNNAMED = "record.no_reference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the rows of a feed bring: a *harvest*, and references of openings to be taken out.

    A row with an error is *left_out*; a *repeated* one says what an earlier one said. The findings
    stand in the order of the rows, those about the whole file first. *places* says in which row
    each reference of the harvest stands.
    """

    rows: int
    left_out: int
    repeated: int
    harvest: Harvest
    deletions: frozenset[str]
    findings: tuple[RowFinding, ...]
    places: Mapping[str, int]

    @property
    def taken(self) -> int:
        """How many openings there are to publish."""
        return len(self.harvest.notices)

    def count(self, severity: Severity) -> int:
        """Return how many findings have this *severity*."""
        return sum(each.severity is severity for each in self.findings)


@dataclass(frozen=True, slots=True)
class _Read:
    """A row with what became of it: normalised, or the *reference* that is to be taken out."""

    row: FeedRow
    reference: str | None
    normalised: Normalised | None = None

    @property
    def counts(self) -> bool:
        """Whether the row speaks of an opening that another row may speak of too."""
        return self.row.is_deletion or bool(self.normalised and self.normalised.notice)


def report_on(feed: Feed, context: Context) -> Report:
    """Normalise all rows of *feed* as the records of a scrape are; nothing is ever raised."""
    shared = _shared([row.record for row in feed.rows])
    read = [_read(row, context, shared) for row in feed.rows]
    named = [(each.row, each.reference) for each in read if each.counts and each.reference]
    findings = [*feed.findings, *_examples(feed, context)]
    findings += (said for each in read for said in _findings(each, feed))
    findings += duplicate_findings(named, column_of=feed.column_of)
    findings += _about_all(read, feed)
    findings.sort(key=lambda each: each.row or 0)
    wrong = {each.row for each in findings if each.is_error}
    right = [each for each in read if each.row.number not in wrong]
    deletions = frozenset(
        each.reference for each in right if each.row.is_deletion and each.reference
    )
    harvest = _harvest(right, read, findings)
    taken = len(harvest.notices) + len(deletions)
    return Report(
        rows=len(read),
        left_out=len(read) - len(right),
        repeated=len(right) - taken,
        harvest=harvest,
        deletions=deletions,
        findings=tuple(findings),
        places={each.reference: each.row.number for each in reversed(right) if each.reference},
    )


def _examples(feed: Feed, context: Context) -> Iterator[RowFinding]:
    """Yield a finding for each row of the template that nobody has written over."""
    examples = example_records(context.city, today=context.today)
    for row in feed.rows:
        if content(row.record) in examples:
            yield finding("row.example", row=row.number)


def _shared(records: Sequence[RawRecord]) -> frozenset[str]:
    """Return the references and addresses that identify no row, as several share them."""
    references = shared_references(records)
    return references | shared_addresses(records, references)


def _read(row: FeedRow, context: Context, shared: frozenset[str]) -> _Read:
    if not row.is_deletion:
        normalised = normalise(row.record, context, shared=shared)
        return _Read(row, normalised.reference, normalised)
    reference = stated_reference(row.record, shared)
    if reference is None and row.record.title:
        reference = described_reference(row.record, Notebook())
    return _Read(row, reference)


def _findings(read: _Read, feed: Feed) -> Iterator[RowFinding]:
    if read.reference is None:
        column = feed.column_of(Key.REFERENCE)
        yield finding("row.delete_unnamed", row=read.row.number, column=column)
    for found in read.normalised.findings if read.normalised else ():
        if found.rule != _UNNAMED:
            yield RowFinding(
                severity=_severity(found, read.normalised),
                rule=found.rule,
                message=found.message,
                row=read.row.number,
                column=column_of(found, feed),
                value=value_of(found, feed, read.row.number),
                suggestion=found.remedy,
            )


def _about_all(read: Sequence[_Read], feed: Feed) -> Iterator[RowFinding]:
    """Yield what all rows lack, said once."""
    normalised = [(each.row.number, each.normalised) for each in read if each.normalised]
    notices = {number: each.notice for number, each in normalised if each.notice}
    yield from absences([each.fields for each in notices.values()], feed)
    unnamed = [
        number
        for number, each in normalised
        if number in notices and any(found.rule == _UNNAMED for found in each.findings)
    ]
    yield from running_numbers(feed)
    yield from without_reference(unnamed, openings=len(notices))


def _severity(found: Finding, normalised: Normalised | None) -> Severity:
    """Return the finding's severity; what leaves a row out is an error of its file."""
    decides = found.rule == _CLOSED or found.rule.startswith(_KIND)
    is_left_out = normalised is not None and normalised.is_left_out
    return Severity.ERROR if is_left_out and decides else found.severity


def _harvest(
    right: Sequence[_Read], read: Sequence[_Read], findings: Sequence[RowFinding]
) -> Harvest:
    """Return the harvest of the *right* rows, of which each reference counts once."""
    normalised = [each.normalised for each in right if each.normalised]
    notices = {each.reference: each.notice for each in reversed(normalised) if each.notice}
    others = [each.normalised for each in read if each.normalised and not each.normalised.notice]
    unreadable = {each.reference for each in others if not each.is_left_out}
    left_out = {each.reference for each in others if each.is_left_out}
    return Harvest(
        notices=tuple(notices[reference] for reference in reversed(notices)),
        unreadable=frozenset(unreadable - notices.keys()),
        left_out=frozenset(left_out - notices.keys()),
        findings=tuple(_of_a_run(each) for each in findings),
        pages=1,
    )


def _of_a_run(found: RowFinding) -> Finding:
    """Return a finding as the run of a scrape has it: row and column are its place."""
    row = f"Zeile {found.row}" if found.row else None
    return Finding(
        severity=found.severity,
        rule=found.rule,
        message=found.message,
        place=", ".join(filter(None, (row, found.column))) or None,
        value=found.value,
        remedy=found.suggestion,
    )
