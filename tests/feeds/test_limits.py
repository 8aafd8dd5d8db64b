"""What is too large is refused before it can do harm, with the sentence that says so."""

import zipfile
from io import BytesIO

import pytest
import xlsxwriter  # type: ignore[import-untyped] # the package ships no types

from stellenbund.feeds import limits
from stellenbund.feeds.choices import Choices
from stellenbund.feeds.errors import FeedError
from stellenbund.feeds.feed import Feed, read_feed


def read(body: bytes) -> Feed:
    return read_feed(body, name="stellen", choices=Choices())


def refused(body: bytes) -> FeedError:
    with pytest.raises(FeedError) as caught:
        read(body)
    return caught.value


def workbook(*, rows: int, columns: int = 2) -> bytes:
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Titel", "Beginn", *["x"] * (columns - 2)])
        for row in range(1, rows + 1):
            sheet.write_string(row, 0, "Ausbildung Koch")
    return target.getvalue()


def packed(**parts: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(name.replace("__", "/"), part)
    return target.getvalue()


def test_a_file_of_more_than_twenty_megabytes_is_not_even_looked_at() -> None:
    assert refused(b"x" * (limits.MOST_BYTES + 1)).rule == "limit.bytes"


def test_the_largest_number_of_rows_is_read_and_one_more_is_refused() -> None:
    full = "Titel\n" + "Koch\n" * limits.MOST_ROWS
    assert len(read(full.encode()).rows) == limits.MOST_ROWS
    assert refused(f"{full}Koch\n".encode()).rule == "limit.rows"
    assert refused((full + "Koch\n" * 50).encode()).rule == "limit.rows"


def test_empty_rows_below_the_table_do_not_count() -> None:
    body = "Titel;Beginn\nAusbildung Koch;01.09.2027\n" + ";\n" * (2 * limits.MOST_ROWS)
    assert len(read(body.encode()).rows) == 1


def test_empty_rows_without_an_end_are_not_counted_for_ever() -> None:
    body = "Titel;Beginn\nAusbildung Koch;01.09.2027\n" + "\n" * limits.MOST_ROWS_WITH_EMPTY_ONES
    assert refused(body.encode()).rule == "limit.rows"


def test_a_row_of_a_million_names_is_not_searched_for_known_ones() -> None:
    body = ";".join(f"Spalte {number}" for number in range(1_000_000))
    assert refused(f"Titel;{body}\n".encode()).rule in {"limit.columns", "file.no_header"}


def test_too_many_columns_are_refused_with_the_cell_where_they_go_on() -> None:
    header = ";".join(["Titel", *["x"] * limits.MOST_COLUMNS])
    error = refused(f"{header}\nKoch\n".encode())
    assert error.rule == "limit.columns"
    assert "GS1" in error.message


def test_too_long_a_text_is_refused_with_its_cell() -> None:
    longest = "x" * limits.MOST_CHARACTERS
    assert read(f"Titel;Text\nKoch;{longest}\n".encode()).rows
    error = refused(f"Titel;Text\nKoch;{longest}x\n".encode())
    assert error.rule == "limit.cell"
    assert "B2" in error.message


def test_a_text_that_swallows_the_rest_of_the_file_is_refused_with_its_row() -> None:
    swallowed = '"' + "Koch;01.09.2027\n" * 10_000 + '"'
    error = refused(f"Titel;Text\nKoch;x\n{swallowed}\n".encode())
    assert error.rule == "limit.cell"
    assert "Zeile 3" in error.message


def test_a_workbook_keeps_to_the_same_limits() -> None:
    assert refused(workbook(rows=limits.MOST_ROWS + 50)).rule == "limit.rows"
    assert refused(workbook(rows=1, columns=limits.MOST_COLUMNS + 1)).rule == "limit.columns"


def test_what_unpacks_to_too_much_is_not_unpacked() -> None:
    bomb = packed(xl__workbook=b"", bomb=b"0" * (limits.MOST_UNPACKED + 1))
    assert len(bomb) < 1_000_000
    assert refused(bomb).rule == "limit.unpacked"


def test_too_many_parts_are_not_looked_at() -> None:
    parts = {f"part{number}": b"" for number in range(limits.MOST_ENTRIES + 1)}
    assert refused(packed(**parts)).rule == "limit.entries"
