"""However a table is written down as text, the same rows come back."""

import codecs
import csv
from io import StringIO
from typing import Literal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from stellenbund.feeds.choices import Choices
from stellenbund.feeds.delimited import DELIMITERS
from stellenbund.feeds.feed import read_feed
from stellenbund.feeds.table import Cells

HEADER = ("Kennziffer", "Stellenbezeichnung", "Beginn", "Beschreibung")
ENCODINGS = {
    "utf-8": b"",
    "utf-8-sig": b"",
    "cp1252": b"",
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}
Quoting = Literal[0, 1]
"""Only what must be quoted, or everything, as ``csv`` counts them."""

LETTERS = st.sampled_from("abcXYZ 0123äöüÄÖÜß€–„“/()*:;,|\t\"'\n.&+-=@")
cells = st.text(LETTERS, max_size=12).map(lambda text: f"x{text}".strip())
tables = st.lists(st.tuples(cells, cells, cells, cells), min_size=1, max_size=6)


def written(rows: list[Cells], *, delimiter: str, quoting: Quoting, line_end: str) -> str:
    target = StringIO(newline="")
    writer = csv.writer(target, delimiter=delimiter, quoting=quoting, lineterminator="\n")
    writer.writerows([HEADER, *rows])
    return target.getvalue().replace("\n", line_end)


def is_utf_8(body: bytes) -> bool:
    try:
        return bool(body.decode())
    except UnicodeDecodeError:
        return False


@given(
    rows=tables,
    encoding=st.sampled_from(sorted(ENCODINGS)),
    delimiter=st.sampled_from(sorted(DELIMITERS)),
    quoting=st.sampled_from((0, 1)),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_the_same_rows_come_back_from_every_dialect(
    rows: list[Cells], encoding: str, delimiter: str, quoting: Quoting, line_end: str
) -> None:
    text = written(rows, delimiter=delimiter, quoting=quoting, line_end=line_end)
    body = ENCODINGS[encoding] + text.encode(encoding)
    # "Ä–" alone, in Windows-1252, is a valid letter in UTF-8; nothing in the file tells them apart.
    assume(encoding != "cp1252" or text.isascii() or not is_utf_8(body))
    feed = read_feed(body, name="stellen.csv", choices=Choices())
    assert feed.table.rows == (HEADER, *rows)
    assert feed.table.assumed.delimiter == delimiter
    assert feed.header_row == 1


@given(rows=tables, delimiter=st.sampled_from(sorted(DELIMITERS)))
def test_rows_above_the_header_change_nothing_below_it(rows: list[Cells], delimiter: str) -> None:
    plain = written(rows, delimiter=delimiter, quoting=0, line_end="\n")
    above = f"Stadt Bochum{delimiter * 3}\n{delimiter * 3}\n"
    feed = read_feed((above + plain).encode(), name="stellen.csv", choices=Choices())
    assert feed.header_row == 3
    assert feed.table.rows[2:] == (HEADER, *rows)


@pytest.mark.parametrize("quote_left", [1, 2, 3])
def test_a_row_whose_quotes_do_not_fit_costs_no_other_row(quote_left: int) -> None:
    lines = ["Kennziffer;Titel;Beginn"]
    lines += [f'{number};"Koch";01.09.2027' for number in range(1, 5)]
    lines[quote_left] = lines[quote_left].replace('"Koch"', '"Koch" oder "Köchin"')
    feed = read_feed("\n".join(lines).encode(), name="stellen.csv", choices=Choices())
    assert [row.record.reference for row in feed.rows] == ["1", "2", "3", "4"]
    (found,) = [each for each in feed.findings if each.rule == "row.quotes"]
    assert found.row == quote_left + 1
