"""Spreadsheet: an XLSX file whose cells are texts and nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import xlsxwriter  # type: ignore[import-untyped] # the package ships no types

from stellenbund.feeds.formulas import neutral
from stellenbund.feeds.limits import MOST_CHARACTERS

Format = Any
"""A cell's look, as the writing library has it."""

_EVERYWHERE = "A1:XFD1048576"
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


class Sheet:
    """One sheet; rows must be written from top to bottom."""

    def __init__(self, sheet: Any, plain: Format) -> None:  # noqa: ANN401 - an untyped library
        self.raw = sheet
        self._plain = plain

    def write(self, row: int, column: int, text: str, look: Format = None) -> None:
        """Write *text* where no program takes it for a formula; an empty one only with a look."""
        if text:
            safe = neutral(text)[:MOST_CHARACTERS]
            self.raw.write_string(row, column, safe, look or self._plain)
        elif look:
            self.raw.write_blank(row, column, None, look)


class Spreadsheet:
    """A workbook that is being written; every cell has the format "text"."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - an untyped library
        self._book = book
        self.plain = self.look()

    def look(self, **properties: object) -> Format:
        """Return the look of a cell, such as ``bold=True``."""
        return self._book.add_format({"num_format": "@", "valign": "top", **properties})

    def sheet(self, name: str) -> Sheet:
        """Return a new sheet in which numbers may be texts without a warning."""
        sheet = self._book.add_worksheet(name)
        sheet.ignore_errors({"number_stored_as_text": _EVERYWHERE})
        return Sheet(sheet, self.plain)


@contextmanager
def writing(target: BytesIO, *, day: date) -> Iterator[Spreadsheet]:
    """Write a workbook into *target*; it bears *day* as the day on which it was made."""
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        book.set_properties({"created": datetime.combine(day, time())})
        yield Spreadsheet(book)
