"""Feed: a city's file, read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median_low

from stellenbund.feeds.archive import open_archive
from stellenbund.feeds.choices import Choices
from stellenbund.feeds.columns import Key
from stellenbund.feeds.delimited import Score, read_delimited
from stellenbund.feeds.errors import refusal
from stellenbund.feeds.file_form import FileForm, form_of
from stellenbund.feeds.header_row import Header, find_header
from stellenbund.feeds.headings import Heading, heading_findings, read_headings
from stellenbund.feeds.limits import LOOKED_AT, MOST_ROWS
from stellenbund.feeds.names import remembered
from stellenbund.feeds.own_output import is_own_output
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.feeds.rows import FeedRow, RowReader
from stellenbund.feeds.sayings import finding
from stellenbund.feeds.table import Table
from stellenbund.feeds.workbook import read_workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A file with what its columns mean, its rows, and what a person should know about them.

    *name* is what the file is called, shown and never used as a path; *header_row* counts from 1.
    """

    name: str
    form: FileForm
    table: Table
    header_row: int
    headings: tuple[Heading, ...]
    rows: tuple[FeedRow, ...]
    findings: tuple[RowFinding, ...]

    def column_of(self, *keys: Key) -> str | None:
        """Return the name, as in the file, of the first of *keys* that it has a column for."""
        names = {heading.key: heading.name for heading in self.headings}
        return next((names[key] for key in keys if key in names), None)


def read_feed(body: bytes, *, name: str, choices: Choices) -> Feed:
    """Return the feed that *body* holds; *choices* say what would else be assumed.

    Raises:
        FeedError: whatever stands in the way of reading the file at all; ``REFUSALS`` lists it.
    """
    chosen = remembered(choices.mapping)
    form, table = _table(body, choices, lambda rows: _known(find_header(rows, chosen)))
    place = _header_place(table, choices, find_header(table.rows, chosen))
    _check_rows(table, place)
    if is_own_output(table.rows[place], table.rows[place + 1 :]):
        raise refusal("file.own_output")
    width = _width(table, place)
    widest = max(len(row) for row in table.rows[place:])
    headings = read_headings(
        table.rows[place], width=widest, chosen=chosen, hidden=table.hidden_columns
    )
    reader = RowReader(table, headings, header_place=place, width=width)
    rows = tuple(reader.rows())
    return Feed(
        name=name,
        form=form,
        table=table,
        header_row=place + 1,
        headings=headings,
        rows=rows,
        findings=(*table.findings, *_about(table, headings[:width], place), *reader.findings),
    )


def _known(header: Header | None) -> int:
    return header.known if header else 0


def _table(body: bytes, choices: Choices, score: Score) -> tuple[FileForm, Table]:
    form = form_of(body)
    if form is FileForm.DELIMITED:
        return form, read_delimited(body, choices, score)
    if form is FileForm.XLS:
        return form, read_workbook(body, choices, score)
    archive = open_archive(body)
    table = read_workbook(body, choices, score)
    return archive.form, replace(table, findings=(*archive.findings, *table.findings))


def _header_place(table: Table, choices: Choices, header: Header | None) -> int:
    row = choices.header_row
    if row is not None:
        if not 1 <= row <= len(table.rows):
            raise refusal("choice.header_row", value=row, where=len(table.rows))
        return row - 1
    if header is None:
        raise refusal("file.no_header", where=f"den ersten {LOOKED_AT} Zeilen")
    return header.place


def _check_rows(table: Table, place: int) -> None:
    if len(table.rows) - place - 1 > MOST_ROWS:
        raise refusal("limit.rows")


def _width(table: Table, place: int) -> int:
    """Return how many columns are meant: those with names, or those that most rows have."""
    lengths = [len(row) for row in table.rows[place + 1 :] if row]
    return max(len(table.rows[place]), median_low(lengths) if lengths else 0)


def _about(table: Table, headings: tuple[Heading, ...], place: int) -> Iterator[RowFinding]:
    above = [" ".join(filter(None, row)) for row in table.rows[:place] if row]
    if above:
        yield finding("file.above_header", value=" / ".join(above))
    yield from heading_findings(_filled(table, headings, place), row=place + 1)
    if not any(table.rows[place + 1 :]):
        yield finding("file.no_rows")


def _filled(table: Table, headings: tuple[Heading, ...], place: int) -> list[Heading]:
    """Return the headings without the unnamed ones below which nothing stands."""
    return [
        heading
        for heading in headings
        if heading.is_named
        or any(
            "".join(row[heading.position : heading.position + 1]) for row in table.rows[place + 1 :]
        )
    ]
