"""Annotated table: a feed's rows with what HR should know beside them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from stellenbund.domain.finding import Severity
from stellenbund.feeds.columns import DAYS, NOTES, SUGGESTION, Form
from stellenbund.feeds.feed import Feed
from stellenbund.feeds.mended import mended
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.feeds.table import Cells

COLOURS = {Severity.ERROR: "FFC7CE", Severity.WARNING: "FFEB9C", Severity.HINT: "DDEBF7"}
"""Red, green and blue of a cell, in hexadecimal digits, by what is wrong with it."""

ABOUT_THE_FILE = ("Zur ganzen Datei", ("Art", "Spalte", "Befund", "Vorschlag"))
"""The sheet for what belongs to no row, and its header."""

NOTES_WIDTH = 60
"""How wide our columns are, in characters."""

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

    The columns of an earlier return are taken out first. *hidden* are the places of columns that
    were hidden and not read; shown, they would be read the next time.
    """

    def __init__(self, feed: Feed, findings: Iterable[RowFinding]) -> None:
        self._feed = feed
        taken = {heading.position for heading in feed.headings if heading.key in _OURS}
        widest = max(len(row) for row in feed.table.rows)
        self._kept = [place for place in range(widest) if place not in taken]
        unread = {heading.position for heading in feed.headings if heading.is_hidden}
        self.hidden = frozenset(
            number for number, place in enumerate(self._kept) if place in unread
        )
        self._days = {heading.position for heading in feed.headings if heading.key in DAYS}
        self._names = {
            heading.name: self._kept.index(heading.position)
            for heading in reversed(feed.headings)
            if heading.position in self._kept
        }
        self._said = by_row(findings)

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
                marks = gravest(said, self._names, elsewhere=self.width)
                yield AnnotatedRow((*cells, *told(said)), marks)

    def _text(self, row: Cells, place: int) -> str:
        """Return the text of a cell; no other file counts days as one from 1904 does."""
        text = row[place] if place < len(row) else ""
        if self._feed.table.counts_from_1904 and place in self._days:
            return mended(text, Form.DATE, counts_from_1904=True).text or ""
        return text

    def about_the_file(self) -> list[RowFinding]:
        """Return the findings that belong to no row below the header."""
        return [*self._said[0], *self._said[self._feed.header_row]]


def by_row(findings: Iterable[RowFinding]) -> defaultdict[int, list[RowFinding]]:
    """Return *findings* by their rows; those about the whole file are in row 0."""
    said = defaultdict[int, list[RowFinding]](list)
    for finding in findings:
        said[finding.row or 0].append(finding)
    return said


def gravest(
    said: Sequence[RowFinding], places: Mapping[str, int], *, elsewhere: int
) -> dict[int, Severity]:
    """Return the gravest severity of what is *said*, by the place of its column.

    *places* are those of the columns by their names; what is about no column is *elsewhere*.
    """
    rising = sorted(said, key=lambda each: -_GRAVITY.index(each.severity))
    return {places.get(each.column or "", elsewhere): each.severity for each in rising}


def told(said: Sequence[RowFinding]) -> tuple[str, str]:
    """Return the texts of our two columns, a line for each finding."""
    notes = (f"{WORDS[each.severity]}: {_at(each)}{each.message}" for each in said)
    suggestions = (f"{_at(each)}{each.suggestion}" for each in said if each.suggestion)
    return "\n".join(notes), "\n".join(dict.fromkeys(suggestions))


def about(finding: RowFinding) -> tuple[str, str, str, str]:
    """Return the line of the sheet for what belongs to no row."""
    word = WORDS[finding.severity]
    return word, finding.column or "", finding.message, finding.suggestion or ""


def _at(finding: RowFinding) -> str:
    return f"{finding.column} – " if finding.column else ""
