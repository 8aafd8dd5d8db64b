"""Returned feed: the city's own file with what HR should know, to be mended and uploaded again."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO, StringIO
from pathlib import PurePath

from stellenbund.domain.finding import Severity
from stellenbund.feeds.annotated import ABOUT_THE_FILE, COLOURS, NOTES_WIDTH, AnnotatedTable, about
from stellenbund.feeds.feed import Feed
from stellenbund.feeds.file_form import FileForm
from stellenbund.feeds.formulas import neutral
from stellenbund.feeds.marked_copy import marked_copy
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.feeds.spreadsheet import Format, Spreadsheet, writing

_WIDTH = 18


def returned_csv(feed: Feed, findings: Iterable[RowFinding]) -> bytes:
    """Return the file with *findings* as CSV for German Excel: UTF-8 with mark, semicolons.

    Columns that were hidden and not read are left out, as CSV can hide none.
    """
    written = StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    table = AnnotatedTable(feed, findings)
    for row in table.rows():
        shown = (cell for place, cell in enumerate(row.cells) if place not in table.hidden)
        cells = [neutral(cell) for cell in shown]
        writer.writerow(cells if any(cells) else [])
    return written.getvalue().encode("utf-8-sig")


def returned_xlsx(body: bytes, feed: Feed, findings: Iterable[RowFinding], *, day: date) -> bytes:
    """Return the file with *findings* as XLSX of that *day*: wrong cells coloured.

    XLSX goes back as a copy of the workbook in *body*, unless it is too large for that. Any other
    file goes back as a new one whose cells are texts. A sheet more holds what concerns the whole
    file.
    """
    said = tuple(findings)
    copy = marked_copy(body, feed, said, day=day) if feed.form is FileForm.XLSX else None
    return copy or _written(feed, said, day=day)


def returned_name(name: str, ending: str) -> str:
    """Return what the file called *name* is called when it goes back.

    >>> returned_name("Azubis 2027.xlsx", "csv")
    'Azubis 2027 mit Befunden.csv'
    """
    return f"{PurePath(name).stem} mit Befunden.{ending}"


def _written(feed: Feed, findings: Sequence[RowFinding], *, day: date) -> bytes:
    target = BytesIO()
    table = AnnotatedTable(feed, findings)
    with writing(target, day=day) as book:
        _write_table(book, table, feed)
        _write_notes(book, table.about_the_file())
    return target.getvalue()


def _write_table(book: Spreadsheet, table: AnnotatedTable, feed: Feed) -> None:
    sheet = book.sheet((feed.table.assumed.sheet or "Tabelle1")[:31])
    looks = _looks(book)
    bold = book.look(bold=True, bottom=1)
    sheet.raw.set_column(0, table.width - 1, _WIDTH, book.plain)
    sheet.raw.set_column(table.width, table.width + 1, NOTES_WIDTH, book.look(text_wrap=True))
    for place in table.hidden:
        sheet.raw.set_column(place, place, _WIDTH, book.plain, {"hidden": True})
    sheet.raw.freeze_panes(feed.header_row, 0)
    for number, row in enumerate(table.rows()):
        for place, text in enumerate(row.cells):
            look = bold if row.is_header else looks.get(row.marks.get(place))
            sheet.write(number, place, text, look)


def _looks(book: Spreadsheet) -> dict[Severity | None, Format]:
    return {
        severity: book.look(bg_color=f"#{colour}", text_wrap=True)
        for severity, colour in COLOURS.items()
    }


def _write_notes(book: Spreadsheet, findings: Sequence[RowFinding]) -> None:
    if not findings:
        return
    name, header = ABOUT_THE_FILE
    sheet = book.sheet(name)
    sheet.raw.set_column(0, 1, _WIDTH, book.plain)
    sheet.raw.set_column(2, 3, NOTES_WIDTH, book.look(text_wrap=True))
    for number, line in enumerate([header, *map(about, findings)]):
        for place, text in enumerate(line):
            sheet.write(number, place, text, book.plain)
