"""Rows: the rows below a header to raw records."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from stellenbund.domain.gazetteer import by_name
from stellenbund.domain.record import RawRecord
from stellenbund.feeds.cells import ColumnCells
from stellenbund.feeds.columns import COLUMNS, Key
from stellenbund.feeds.headings import Heading
from stellenbund.feeds.mended import NO, YES, Mended
from stellenbund.feeds.raw_records import municipality_of, raw_record
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.feeds.sayings import finding
from stellenbund.feeds.sections import Sections
from stellenbund.feeds.table import Cells, Table

_OURS = {Key.NOTES, Key.SUGGESTION}
_UNREAD = {None, Key.IGNORED, *_OURS}


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRow:
    """What one row says: an opening as text, or one that is to be taken out."""

    number: int
    record: RawRecord
    is_deletion: bool = False


@dataclass(slots=True)
class _Reading:
    """One row while it is read."""

    number: int
    values: dict[Key, str] = field(default_factory=dict)
    labelled: list[tuple[str, str]] = field(default_factory=list)
    findings: list[RowFinding] = field(default_factory=list)

    def note(self, rule: str, *, column: str | None = None, **values: str | None) -> None:
        """Write down what a person should know about this row."""
        self.findings.append(finding(rule, row=self.number, column=column, **values))


class RowReader:
    """Reads the rows of one table; what a person should know about them is in *findings*.

    Only a row with a stray cell goes beyond *width* columns.
    """

    def __init__(
        self, table: Table, headings: Sequence[Heading], *, header_place: int, width: int
    ) -> None:
        self.findings: list[RowFinding] = []
        self._rows = table.rows[header_place + 1 :]
        self._first = header_place + 2
        self._width = width
        read = [heading for heading in headings if heading.key not in _UNREAD]
        self._columns = [(each.position, each, _cells(each, table)) for each in read]
        named = [each for each in headings if each.is_named and each.key not in _OURS]
        self._header = [(each.position, each.name) for each in named]
        self._sections = Sections(headings, self._rows, table.banners)
        self._names = {heading.key: heading.name for heading in read}

    def rows(self) -> Iterator[FeedRow]:
        """Yield every row that says something."""
        for number, cells in enumerate(self._rows, start=self._first):
            if not cells:
                continue
            if self._is_header(cells):
                self.findings.append(finding("row.header_again", row=number))
            elif rule := self._sections.rule(number, cells):
                value = self._sections.said(cells)
                self.findings.append(finding(rule, row=number, value=value))
            elif row := self._row(number, cells):
                yield row

    def _is_header(self, cells: Cells) -> bool:
        """Whether *cells* are the header once more, whatever we wrote beside them."""
        same = (cells[place : place + 1] == (name,) for place, name in self._header)
        return bool(self._header) and all(same)

    def _row(self, number: int, cells: Cells) -> FeedRow | None:
        reading = _Reading(number)
        self._read_cells(reading, cells)
        if not reading.values and not reading.labelled:
            self.findings += reading.findings
            return None
        is_deletion = self._is_deletion(reading)
        self._read_municipality(reading)
        self.findings += reading.findings
        record = raw_record(reading.values, reading.labelled, page=f"Zeile {number}")
        return FeedRow(number=number, record=record, is_deletion=is_deletion)

    def _read_cells(self, reading: _Reading, cells: Cells) -> None:
        filled = len(cells)
        for place, heading, column in self._columns:
            if place < filled and (text := cells[place]):
                read = column[text]
                if read.rule:
                    _note(reading, heading, read, text)
                if read.text is None:
                    continue
                if heading.key is Key.ADDITIONAL:
                    reading.labelled.append((heading.name, read.text))
                elif heading.key:
                    reading.values[heading.key] = read.text
        if filled > self._width:
            reading.note("row.too_long", value=" | ".join(filter(None, cells[self._width :])))

    def _is_deletion(self, reading: _Reading) -> bool:
        word = reading.values.get(Key.DELETE, NO)
        if word not in {YES, NO}:
            reading.note("cell.unclear_delete", column=self._names[Key.DELETE], value=word)
        return word == YES

    def _read_municipality(self, reading: _Reading) -> None:
        """Point out an official key that leads nowhere, or not where the row's place lies."""
        key = reading.values.get(Key.AGS)
        if key is None:
            return
        column, place = self._names[Key.AGS], reading.values.get(Key.PLACE)
        named, other = municipality_of(key), by_name(place) if place else None
        if named is None:
            reading.note("cell.ags_unknown", column=column, value=key)
        elif other and other.name != named:
            reading.note("cell.ags_contradiction", column=column, value=place, read=named)


def _cells(heading: Heading, table: Table) -> ColumnCells:
    column = COLUMNS.get(heading.key) if heading.key else None
    return ColumnCells(column, counts_from_1904=table.counts_from_1904)


def _note(reading: _Reading, heading: Heading, read: Mended, text: str) -> None:
    assert read.rule
    column = COLUMNS.get(heading.key) if heading.key else None
    choices = ", ".join(column.choices) if column else ""
    reading.note(read.rule, column=heading.name, value=text, read=read.text, choices=choices)
