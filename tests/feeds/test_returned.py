"""A file goes back with its findings, harmless, and is read as before when it comes again."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stellenbund.feeds.choices import Choices
from stellenbund.feeds.columns import Key
from stellenbund.feeds.errors import FeedError
from stellenbund.feeds.feed import Feed, read_feed
from stellenbund.feeds.formulas import freed, neutral
from stellenbund.feeds.report import Report, report_on
from stellenbund.feeds.returned import returned_csv, returned_xlsx
from tests.feeds.pairs import CASES, CONTEXT, TODAY, choices_of, read

ATTACKS = (
    '=HYPERLINK("https://a.example";"x")',
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "'=1+1",
    'x";=1+1;"',
    "x\n=1+1",
)


def readable(case: Path) -> bool:
    try:
        read(case)
    except FeedError:
        return False
    return True


READABLE = [case for case in CASES if readable(case)]
every_readable_case = pytest.mark.parametrize("case", READABLE, ids=lambda case: case.name)


def reported(body: bytes, choices: Choices | None = None) -> tuple[Feed, Report]:
    feed = read_feed(body, name="stellen", choices=choices or Choices())
    return feed, report_on(feed, CONTEXT)


def without_encoding(choices: Choices) -> Choices:
    """Return what still holds for the file that goes back, which is UTF-8 with semicolons."""
    return Choices(header_row=choices.header_row, mapping=choices.mapping)


@every_readable_case
def test_what_goes_back_as_csv_gives_the_same_records(case: Path) -> None:
    feed = read(case)
    body = returned_csv(feed, report_on(feed, CONTEXT))
    again, report = reported(body, without_encoding(choices_of(case)))
    assert again.rows == feed.rows
    assert returned_csv(again, report_on(again, CONTEXT)).count(b"Vorschlag") == 1
    assert report.harvest.notices == report_on(feed, CONTEXT).harvest.notices


@every_readable_case
def test_what_goes_back_as_a_workbook_gives_the_same_records(case: Path) -> None:
    feed = read(case)
    body = returned_xlsx(feed, report_on(feed, CONTEXT), day=TODAY)
    again, report = reported(body, without_encoding(choices_of(case)))
    assert again.rows == feed.rows
    assert report.harvest.notices == report_on(feed, CONTEXT).harvest.notices


texts = st.text(st.sampled_from("ab=+-@' \t\r\n;,\"0159ä＝_x<&"), max_size=9)
tables = st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=4)


def as_csv(rows: list[tuple[str, ...]]) -> bytes:
    target = StringIO(newline="")
    csv.writer(target, delimiter=";").writerows([("Kennziffer", "Titel", "Aufgaben"), *rows])
    return target.getvalue().encode()


@given(rows=tables)
def test_any_text_survives_the_way_back_as_csv(rows: list[tuple[str, ...]]) -> None:
    feed, report = reported(as_csv(rows))
    again, _ = reported(returned_csv(feed, report))
    assert again.rows == feed.rows


@settings(max_examples=15)
@given(rows=tables)
def test_any_text_survives_the_way_back_as_a_workbook(rows: list[tuple[str, ...]]) -> None:
    feed, report = reported(as_csv(rows))
    again, _ = reported(returned_xlsx(feed, report, day=TODAY))
    assert again.rows == feed.rows


@given(text=texts)
def test_a_text_that_was_neutralised_is_freed_again(text: str) -> None:
    assert freed(neutral(freed(text))) == freed(text)


def test_no_cell_that_goes_back_is_a_formula() -> None:
    feed, report = reported(
        as_csv([(str(place), each, each) for place, each in enumerate(ATTACKS)])
    )
    book = openpyxl.load_workbook(BytesIO(returned_xlsx(feed, report, day=TODAY)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert cells
    assert [cell.coordinate for cell in cells if cell.data_type != "s"] == []
    written = returned_csv(feed, report).decode("utf-8-sig")
    starts = {cell[:1] for row in csv.reader(StringIO(written), delimiter=";") for cell in row}
    assert starts & set("=+-@\t\r＝") == set()


def test_a_wrong_cell_is_coloured_and_its_row_says_why() -> None:
    body = "Kennziffer;Titel;Beginn\n1;Ausbildung Koch/Köchin;31.02.2027\n2;;01.09.2027\n"
    feed, report = reported(body.encode())
    sheet = openpyxl.load_workbook(BytesIO(returned_xlsx(feed, report, day=TODAY))).worksheets[0]
    assert [cell.value for cell in sheet[1]][-2:] == ["Hinweise", "Vorschlag"]
    assert sheet["C2"].fill.fgColor.rgb == "FFFFEB9C"
    assert sheet["B3"].fill.fgColor.rgb == "FFFFC7CE"
    assert str(sheet["D2"].value).startswith("Warnung: Beginn – Diesen Tag gibt es")
    assert str(sheet["E3"].value) == "Titel – Bitte einen Titel eintragen."


def test_notes_of_an_earlier_return_are_replaced() -> None:
    body = "Titel;Hinweise;Vorschlag;Beginn\nAusbildung Koch/Köchin;Fehler;Weg;31.02.2027\n"
    feed, report = reported(body.encode())
    assert feed.column_of(Key.NOTES) == "Hinweise"
    lines = returned_csv(feed, report).decode("utf-8-sig").splitlines()
    assert lines[0] == "Titel;Beginn;Hinweise;Vorschlag"
    assert "Weg" not in "".join(lines)


def test_the_same_file_goes_back_as_the_same_bytes() -> None:
    feed, report = reported(b"Titel\nAusbildung Koch\n")
    assert returned_xlsx(feed, report, day=TODAY) == returned_xlsx(feed, report, day=TODAY)
