"""Duplicates: rows of one file that speak of the same opening."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.record import RawRecord
from stellenbund.feeds.columns import Key
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.feeds.rows import FeedRow
from stellenbund.feeds.sayings import finding

_SAME = {
    Key.REFERENCE: "row.same_reference",
    Key.URL: "row.same_address",
    Key.TITLE: "row.same_words",
}

Named = tuple[FeedRow, str]
"""A row with the reference by which its opening is known."""


def duplicate_findings(
    rows: Sequence[Named], *, column_of: Callable[[Key], str | None]
) -> Iterator[RowFinding]:
    """Yield what must be said of rows that share a reference, or title, start and place.

    Of rows that share a *reference* the first counts; one that says something else is an error,
    as is a deletion of what another row keeps. *column_of* names the column with a meaning.
    """
    yield from _of_references(rows, column_of)
    yield from _of_contents([(row, name) for row, name in rows if not row.is_deletion])


def _of_references(
    rows: Sequence[Named], column_of: Callable[[Key], str | None]
) -> Iterator[RowFinding]:
    firsts: dict[str, FeedRow] = {}
    for row, reference in sorted(rows, key=lambda each: each[0].is_deletion):
        first = firsts.setdefault(reference, row)
        if first is not row:
            known_by = _known_by(row.record, reference)
            yield finding(
                _rule(first, row, known_by),
                row=row.number,
                column=column_of(known_by),
                value=getattr(row.record, known_by),
                first=first.number,
            )


def _known_by(record: RawRecord, reference: str) -> Key:
    """Return what the *reference* of a record was made of: never shown is what was put together."""
    if record.reference:
        return Key.REFERENCE
    return Key.URL if record.url and "://" in reference else Key.TITLE


def _rule(first: FeedRow, row: FeedRow, known_by: Key) -> str:
    if row.is_deletion and not first.is_deletion:
        return "row.delete_contradiction"
    is_same = row.is_deletion or content(first.record) == content(row.record)
    return "row.repeated" if is_same else _SAME[known_by]


def content(record: RawRecord) -> RawRecord:
    """Return what a row says, wherever it stands."""
    return replace(record, page="")


def _of_contents(rows: Sequence[Named]) -> Iterator[RowFinding]:
    firsts: dict[tuple[str, ...], Named] = {}
    for row, reference in rows:
        if row.record.title and row.record.start:
            first, its_reference = firsts.setdefault(_gist(row.record), (row, reference))
            if reference != its_reference:
                yield finding("row.same_opening", row=row.number, first=first.number)


def _gist(record: RawRecord) -> tuple[str, ...]:
    places = [each or "" for place in record.places for each in (place.name, place.postcode)]
    return tuple(fold(text) for text in (record.title or "", record.start or "", *places))
