"""Returned feed: the city's own file with what HR should know, to be mended and uploaded again."""

import csv
from collections.abc import Sequence
from datetime import date
from io import BytesIO, StringIO

from stellenbund.domain.finding import Severity
from stellenbund.feeds.annotated import WORDS, AnnotatedTable
from stellenbund.feeds.feed import Feed
from stellenbund.feeds.formulas import neutral
from stellenbund.feeds.report import Report
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.feeds.spreadsheet import Format, Spreadsheet, writing

_COLOURS = {Severity.ERROR: "#FFC7CE", Severity.WARNING: "#FFEB9C", Severity.HINT: "#DDEBF7"}
_NOTES_WIDTH, _WIDTH = 60, 18
_HEADER = ("Art", "Spalte", "Hinweis", "Vorschlag")


def returned_csv(feed: Feed, report: Report) -> bytes:
    """Return the file as CSV that German Excel opens by itself: UTF-8 with mark and semicolons."""
    written = StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    for row in AnnotatedTable(feed, report).rows():
        cells = [neutral(cell) for cell in row.cells]
        writer.writerow(cells if any(cells) else [])
    return written.getvalue().encode("utf-8-sig")


def returned_xlsx(feed: Feed, report: Report, *, day: date) -> bytes:
    """Return the file as XLSX made on *day*, wrong cells coloured and all cells as text.

    A second sheet holds what concerns the whole file. Of a workbook with several sheets only the
    one that was read comes back.
    """
    target = BytesIO()
    table = AnnotatedTable(feed, report)
    with writing(target, day=day) as book:
        _write_table(book, table, feed)
        _write_notes(book, table.about_the_file())
    return target.getvalue()


def _write_table(book: Spreadsheet, table: AnnotatedTable, feed: Feed) -> None:
    sheet = book.sheet((feed.table.assumed.sheet or "Tabelle1")[:31])
    looks = _looks(book)
    bold = book.look(bold=True, bottom=1)
    sheet.raw.set_column(0, table.width - 1, _WIDTH, book.plain)
    sheet.raw.set_column(table.width, table.width + 1, _NOTES_WIDTH, book.look(text_wrap=True))
    sheet.raw.freeze_panes(feed.header_row, 0)
    for number, row in enumerate(table.rows()):
        for place, text in enumerate(row.cells):
            look = bold if row.is_header else looks.get(row.marks.get(place))
            sheet.write(number, place, text, look)


def _looks(book: Spreadsheet) -> dict[Severity | None, Format]:
    return {
        severity: book.look(bg_color=colour, text_wrap=True)
        for severity, colour in _COLOURS.items()
    }


def _write_notes(book: Spreadsheet, findings: Sequence[RowFinding]) -> None:
    if not findings:
        return
    sheet = book.sheet("Zur ganzen Datei")
    sheet.raw.set_column(0, 1, _WIDTH, book.plain)
    sheet.raw.set_column(2, 3, _NOTES_WIDTH, book.look(text_wrap=True))
    lines = [
        (WORDS[each.severity], each.column or "", each.message, each.suggestion or "")
        for each in findings
    ]
    for number, line in enumerate([_HEADER, *lines]):
        for place, text in enumerate(line):
            sheet.write(number, place, text, book.plain)
