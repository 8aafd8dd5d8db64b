"""Marking process: writes findings into a copy of a workbook, as ``python -m`` in a process alone.

The standard input holds a line of JSON that says what to write, then the workbook; the marked copy
goes to the standard output. Whatever goes wrong ends the process, and the file goes back otherwise.
"""

import json
import sys
from collections.abc import Mapping
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.constants import ARC_CORE
from openpyxl.xml.functions import tostring

from stellenbund.feeds.confinement import limit_itself
from stellenbund.feeds.formulas import neutral
from stellenbund.feeds.sheet_room import make_room

Order = Mapping[str, Any]
"""What is to be written, as it comes from its JSON."""

_TEXTS, _ESCAPE = "xl/sharedStrings.xml", b"_x005F_"
_DIGITS = 6
_WRAPPED = Alignment(vertical="top", wrap_text=True)


def main() -> None:
    """Read the standard input, write the standard output; limits hold before the first byte."""
    limit_itself()
    order = json.loads(sys.stdin.buffer.readline())
    body = BytesIO(sys.stdin.buffer.read())
    _refuse_escapes(body)
    # Formulas come as their values and go as nothing else.
    book = load_workbook(body, data_only=True, keep_links=False)
    _neutralise(book)
    _mark(book[order["sheet"]], order)
    _tell(book, *order["about"])
    sys.stdout.buffer.write(_saved(book, date.fromisoformat(order["day"])))


def _refuse_escapes(body: BytesIO) -> None:
    """Raise a ValueError for texts that the library would not write as it read them."""
    with ZipFile(body) as packed:
        if _TEXTS in packed.namelist() and _ESCAPE in packed.read(_TEXTS):
            raise ValueError(_TEXTS)


def _neutralise(book: Workbook) -> None:
    """Let no text be one that a program takes for a formula."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value != (safe := neutral(cell.value)):
                    cell.value = safe


def _mark(sheet: Worksheet, order: Order) -> None:
    """Write what is told of each row into our two columns, and colour the cells it is about."""
    if not order["is_new"]:
        _without_colours(sheet, set(order["colours"]))
    place = make_room(sheet, order["place"], is_new=order["is_new"], width=order["width"])
    for column, header in enumerate(order["headers"], start=place + 1):
        _clear(sheet, column)
        cell = sheet.cell(order["header_row"], column, header)
        cell.font = Font(bold=True)
    for row, texts in order["told"].items():
        for column, text in enumerate(texts, start=place + 1):
            cell = sheet.cell(int(row), column, neutral(text) or None)
            cell.alignment = _WRAPPED
    for row, marks in order["marks"].items():
        for at, colour in marks:
            cell = sheet.cell(int(row), (place if at < 0 else at) + 1)
            cell.fill = PatternFill("solid", fgColor=colour)


def _without_colours(sheet: Worksheet, colours: set[str]) -> None:
    """Take the colours off that an earlier return set; what was wrong may be right by now."""
    for row in sheet.iter_rows():
        for cell in row:
            if cell.has_style and str(cell.fill.fgColor.rgb)[-_DIGITS:] in colours:
                cell.fill = PatternFill()


def _clear(sheet: Worksheet, column: int) -> None:
    for (cell,) in sheet.iter_rows(min_col=column, max_col=column):
        if isinstance(cell, Cell):
            cell.value = None


def _tell(book: Workbook, name: str, lines: list[list[str]]) -> None:
    """Write what belongs to no row into a sheet of its own, behind all others."""
    if name in book.sheetnames:
        book.remove(book[name])
    if lines[1:]:
        sheet = book.create_sheet(name)
        for row, line in enumerate(lines, start=1):
            for column, text in enumerate(line, start=1):
                sheet.cell(row, column, neutral(text)).alignment = _WRAPPED


def _saved(book: Workbook, day: date) -> bytes:
    """Return the workbook; the same one on the same *day* is the same bytes."""
    target, settled = BytesIO(), BytesIO()
    book.save(target)
    book.properties.modified = datetime.combine(day, time())
    with ZipFile(target) as written, ZipFile(settled, "w", ZIP_DEFLATED) as packed:
        for name in written.namelist():
            part = written.read(name)
            part = tostring(book.properties.to_tree()) if name == ARC_CORE else part
            entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            packed.writestr(entry, part, ZIP_DEFLATED)
    return settled.getvalue()


if __name__ == "__main__":
    main()
