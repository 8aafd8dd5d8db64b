"""Annotated table: a feed's rows with what HR should know beside them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stellenbund.domain.finding import Severity
from stellenbund.feeds.columns import DAYS, NOTES, SUGGESTION, Form
from stellenbund.feeds.feed import Feed
from stellenbund.feeds.mended import mended
from stellenbund.feeds.report import Report
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.feeds.table import Cells

WORDS = {Severity.ERROR: "Fehler", Severity.WARNING: "Warnung", Severity.HINT: "Hinweis"}
"""What a severity is called before HR; the gravest first."""

_GRAVITY = list(WORDS)
_OURS = {NOTES.key, SUGGESTION.key}


@dataclass(frozen=True, slots=True)
class AnnotatedRow:
    """The cells of a row, ours last, and the gravest severity by the place of a cell."""

    cells: Cells
    marks: dict[int, Severity]
    is_header: bool = False


class AnnotatedTable:
    """The rows of a feed as they were, with our two columns behind the last one.

    The columns of an earlier return are taken out first.
    """

    def __init__(self, feed: Feed, report: Report) -> None:
        self._feed = feed
        taken = {heading.position for heading in feed.headings if heading.key in _OURS}
        widest = max(len(row) for row in feed.table.rows)
        self._kept = [place for place in range(widest) if place not in taken]
        self._days = {heading.position for heading in feed.headings if heading.key in DAYS}
        self._names = {
            heading.name: self._kept.index(heading.position)
            for heading in reversed(feed.headings)
            if heading.position in self._kept
        }
        self._said = defaultdict[int, list[RowFinding]](list)
        for finding in report.findings:
            self._said[finding.row or 0].append(finding)

    @property
    def width(self) -> int:
        """How many columns there are before ours."""
        return len(self._kept)

    def rows(self) -> Iterator[AnnotatedRow]:
        """Yield all rows from the first one of the file on."""
        for number, row in enumerate(self._feed.table.rows, start=1):
            cells = tuple(self._text(row, place) for place in self._kept)
            if number == self._feed.header_row:
                yield AnnotatedRow((*cells, NOTES.header, SUGGESTION.header), {}, is_header=True)
            else:
                said = self._said[number]
                yield AnnotatedRow((*cells, *_told(said)), dict(self._marks(said)))

    def _text(self, row: Cells, place: int) -> str:
        """Return the text of a cell; no other file counts days as one from 1904 does."""
        text = row[place] if place < len(row) else ""
        if self._feed.table.counts_from_1904 and place in self._days:
            return mended(text, Form.DATE, counts_from_1904=True).text or ""
        return text

    def about_the_file(self) -> list[RowFinding]:
        """Return the findings that belong to no row below the header."""
        return [*self._said[0], *self._said[self._feed.header_row]]

    def _marks(self, said: Sequence[RowFinding]) -> Iterator[tuple[int, Severity]]:
        """Yield the places of cells with the severities found there, the gravest last."""
        for finding in sorted(said, key=lambda each: -_GRAVITY.index(each.severity)):
            yield self._names.get(finding.column or "", self.width), finding.severity


def _told(said: Sequence[RowFinding]) -> tuple[str, str]:
    """Return the texts of our two columns, a line for each finding."""
    notes = (f"{WORDS[each.severity]}: {_at(each)}{each.message}" for each in said)
    suggestions = (f"{_at(each)}{each.suggestion}" for each in said if each.suggestion)
    return "\n".join(notes), "\n".join(dict.fromkeys(suggestions))


def _at(finding: RowFinding) -> str:
    return f"{finding.column} – " if finding.column else ""
