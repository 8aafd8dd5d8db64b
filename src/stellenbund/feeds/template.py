"""Template: the empty feed that HR downloads, made from the table of columns."""

import csv
from datetime import date
from io import BytesIO, StringIO

from stellenbund.domain.city import City
from stellenbund.feeds.columns import OFFERED, Column
from stellenbund.feeds.examples import example_of, example_rows
from stellenbund.feeds.places import column_letters
from stellenbund.feeds.spreadsheet import Sheet, Spreadsheet, writing
from stellenbund.feeds.table import Cells

_SHEET, _EXPLAINED, _LISTS = "Ausbildungsplätze", "Erklärung", "Listen"
_EXPLANATION = ("Spalte", "Was hineingehört", "Nötig", "Auswahl", "Beispiel", "Heißt auch")
_WIDTHS = (24, 70, 8, 40, 30, 60)
_LAST_ROW = 1_000
_LONGEST_TITLE, _LONGEST_HELP = 32, 255
_WIDTH = 22
_SYNONYMS = 6


def template_csv(city: City, *, today: date) -> bytes:
    """Return the template as CSV that German Excel opens: UTF-8 with mark and semicolons."""
    written = StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.header for column in OFFERED])
    writer.writerows(example_rows(city, today=today))
    return written.getvalue().encode("utf-8-sig")


def template_xlsx(city: City, *, today: date) -> bytes:
    """Return the template as XLSX: examples, lists to choose from, a sheet that explains."""
    target = BytesIO()
    rows = example_rows(city, today=today)
    with writing(target, day=today) as book:
        _write_openings(book, rows)
        _write_explanation(book, rows)
        _write_lists(book)
    return target.getvalue()


def _write_openings(book: Spreadsheet, rows: list[Cells]) -> None:
    sheet = book.sheet(_SHEET)
    sheet.raw.set_column(0, len(OFFERED) - 1, _WIDTH, book.plain)
    sheet.raw.freeze_panes(1, 0)
    _write_header(book, sheet, [column.header for column in OFFERED])
    for number, row in enumerate(rows, start=1):
        for place, text in enumerate(row):
            sheet.write(number, place, text)
    for place, column in enumerate(OFFERED):
        sheet.raw.data_validation(1, place, _LAST_ROW, place, _help(column))


def _write_header(book: Spreadsheet, sheet: Sheet, names: list[str]) -> None:
    bold = book.look(bold=True, bottom=1)
    for place, name in enumerate(names):
        sheet.write(0, place, name, bold)


def _help(column: Column) -> dict[str, object]:
    """Return what Excel shows beside a cell of *column*; other words than the list's may stand."""
    shown = {
        "input_title": column.header[:_LONGEST_TITLE],
        "input_message": column.meaning[:_LONGEST_HELP],
    }
    if not column.choices:
        return {"validate": "any", **shown}
    return {
        "validate": "list",
        "source": f"={_LISTS}!{_list_range(column)}",
        "error_type": "information",
        **shown,
    }


def _list_range(column: Column) -> str:
    letters = column_letters(_listed().index(column))
    return f"${letters}$1:${letters}${len(column.choices)}"


def _listed() -> list[Column]:
    return [column for column in OFFERED if column.choices]


def _write_explanation(book: Spreadsheet, rows: list[Cells]) -> None:
    sheet = book.sheet(_EXPLAINED)
    for place, width in enumerate(_WIDTHS):
        sheet.raw.set_column(place, place, width, book.look(text_wrap=True))
    _write_header(book, sheet, list(_EXPLANATION))
    wrapped = book.look(text_wrap=True)
    for number, column in enumerate(OFFERED, start=1):
        for place, text in enumerate(_explained(column, example_of(column, rows))):
            sheet.write(number, place, text, wrapped if text else None)


def _explained(column: Column, example: str) -> Cells:
    needed = "ja" if column.is_needed else ""
    names = ", ".join(column.synonyms[:_SYNONYMS])
    return (column.header, column.meaning, needed, ", ".join(column.choices), example, names)


def _write_lists(book: Spreadsheet) -> None:
    sheet = book.sheet(_LISTS)
    sheet.raw.hide()
    lists = [list(column.choices) for column in _listed()]
    for row in range(max(map(len, lists))):
        for place, words in enumerate(lists):
            sheet.write(row, place, words[row] if row < len(words) else "")
