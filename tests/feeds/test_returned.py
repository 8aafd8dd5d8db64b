"""A file goes back with its findings, harmless, and is read as before when it comes again."""

import csv
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import PatternFill

from stellenbund.feeds.choices import Choices
from stellenbund.feeds.columns import Key
from stellenbund.feeds.errors import FeedError
from stellenbund.feeds.feed import Feed, read_feed
from stellenbund.feeds.file_form import FileForm
from stellenbund.feeds.formulas import freed, neutral
from stellenbund.feeds.report import Report, report_on
from stellenbund.feeds.returned import returned_csv, returned_name, returned_xlsx
from tests.feeds.pairs import CASES, CONTEXT, TODAY, choices_of, file_of, read

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
    body = returned_csv(feed, report_on(feed, CONTEXT).findings)
    again, report = reported(body, without_encoding(choices_of(case)))
    assert again.rows == feed.rows
    assert returned_csv(again, report_on(again, CONTEXT).findings).count(b"Vorschlag") == 1
    assert report.harvest.notices == report_on(feed, CONTEXT).harvest.notices


@every_readable_case
def test_what_goes_back_as_a_workbook_gives_the_same_records(case: Path) -> None:
    feed = read(case)
    sent = file_of(case).read_bytes()
    body = returned_xlsx(sent, feed, report_on(feed, CONTEXT).findings, day=TODAY)
    choices = choices_of(case)
    is_copy = feed.form is FileForm.XLSX
    again, report = reported(body, choices if is_copy else without_encoding(choices))
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
    again, _ = reported(returned_csv(feed, report.findings))
    assert again.rows == feed.rows


@settings(max_examples=15)
@given(rows=tables)
def test_any_text_survives_the_way_back_as_a_workbook(rows: list[tuple[str, ...]]) -> None:
    body = as_csv(rows)
    feed, report = reported(body)
    again, _ = reported(returned_xlsx(body, feed, report.findings, day=TODAY))
    assert again.rows == feed.rows


@given(text=texts)
def test_a_text_that_was_neutralised_is_freed_again(text: str) -> None:
    assert freed(neutral(freed(text))) == freed(text)


def test_no_cell_that_goes_back_is_a_formula() -> None:
    body = as_csv([(str(place), each, each) for place, each in enumerate(ATTACKS)])
    feed, report = reported(body)
    book = openpyxl.load_workbook(BytesIO(returned_xlsx(body, feed, report.findings, day=TODAY)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert cells
    assert [cell.coordinate for cell in cells if cell.data_type != "s"] == []
    written = returned_csv(feed, report.findings).decode("utf-8-sig")
    starts = {cell[:1] for row in csv.reader(StringIO(written), delimiter=";") for cell in row}
    assert starts & set("=+-@\t\r＝") == set()


def test_a_wrong_cell_is_coloured_and_its_row_says_why() -> None:
    body = "Kennziffer;Titel;Beginn\n1;Ausbildung Koch/Köchin;31.02.2027\n2;;01.09.2027\n".encode()
    feed, report = reported(body)
    returned = BytesIO(returned_xlsx(body, feed, report.findings, day=TODAY))
    sheet = openpyxl.load_workbook(returned).worksheets[0]
    assert [cell.value for cell in sheet[1]][-2:] == ["Befunde", "Vorschlag"]
    assert sheet["C2"].fill.fgColor.rgb == "FFFFEB9C"
    assert sheet["B3"].fill.fgColor.rgb == "FFFFC7CE"
    assert str(sheet["D2"].value).startswith("Warnung: Beginn – Diesen Tag gibt es")
    assert str(sheet["E3"].value) == "Titel – Bitte einen Titel eintragen."


def test_notes_of_an_earlier_return_are_replaced() -> None:
    body = "Titel;Hinweise;Vorschlag;Beginn\nAusbildung Koch/Köchin;Fehler;Weg;31.02.2027\n"
    feed, report = reported(body.encode())
    assert feed.column_of(Key.NOTES) == "Hinweise"
    lines = returned_csv(feed, report.findings).decode("utf-8-sig").splitlines()
    assert lines[0] == "Titel;Beginn;Befunde;Vorschlag"
    assert "Weg" not in "".join(lines)


def test_the_same_file_goes_back_as_the_same_bytes() -> None:
    for body in (b"Titel\nAusbildung Koch\n", list_of_an_office()):
        feed, report = reported(body)
        once, again = (returned_xlsx(body, feed, report.findings, day=TODAY) for _ in range(2))
        assert once == again


def list_of_an_office() -> bytes:
    """Return a workbook as an office lays it out: merged, coloured, with more than one sheet."""
    book = openpyxl.Workbook()
    notes = book.create_sheet("Notizen")
    notes["A1"].data_type, notes["A1"]._value = "s", "=2+2"
    sheet = book.worksheets[0]
    sheet.append(["Titel", "Beginn", "Vergütung", "Aufgaben", "Bemerkung"])
    sheet.append(["Ausbildung Koch/Köchin", date(2027, 8, 1), 1368.2, "=1+1", "geheim"])
    sheet.append(["Ausbildung Gärtner/in", "31.02.2027", 1368.2, "Säen", "geheim"])
    sheet.append(["Verwaltung"])
    sheet["B2"].number_format, sheet["C2"].number_format = "DD.MM.YYYY", "#,##0.00 €"
    sheet["A1"].fill = PatternFill("solid", fgColor="DDDDDD")
    sheet.merge_cells("A4:H4")
    sheet.column_dimensions["E"].hidden = True
    sheet.column_dimensions.group("I", "XFD", hidden=True)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def copied(body: bytes) -> openpyxl.Workbook:
    feed, report = reported(body)
    returned = returned_xlsx(body, feed, report.findings, day=TODAY)
    return openpyxl.load_workbook(BytesIO(returned))


def test_a_workbook_goes_back_as_it_was_laid_out_with_our_columns_behind_what_is_merged() -> None:
    book = copied(list_of_an_office())
    assert book.sheetnames == ["Sheet", "Notizen", "Zur ganzen Datei"]
    sheet = book.worksheets[0]
    assert sheet["B2"].value == datetime(2027, 8, 1)  # noqa: DTZ001 - a cell knows no zone
    assert (sheet["B2"].number_format, sheet["C2"].value) == ("DD.MM.YYYY", 1368.2)
    assert sheet["A1"].fill.fgColor.rgb == "00DDDDDD"
    assert [str(each) for each in sheet.merged_cells.ranges] == ["A4:H4"]
    assert (sheet["I1"].value, sheet["J1"].value) == ("Befunde", "Vorschlag")
    assert sheet["B3"].fill.fgColor.rgb == "00FFEB9C"
    assert str(sheet["I3"].value).startswith("Warnung: Beginn – Diesen Tag gibt es")
    hidden = {name for name, each in sheet.column_dimensions.items() if each.hidden}
    assert hidden == {"E"}


def test_no_cell_of_a_copy_is_a_formula() -> None:
    book = copied(list_of_an_office())
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert (book.worksheets[0]["D2"].value, book["Notizen"]["A1"].value) == (None, "'=2+2")


def test_what_was_mended_in_a_copy_loses_its_note_and_its_colour() -> None:
    book = copied(list_of_an_office())
    book.worksheets[0]["B3"] = "01.08.2027"
    target = BytesIO()
    book.save(target)
    sheet = copied(target.getvalue()).worksheets[0]
    assert sheet["B3"].fill.fill_type is None
    assert (sheet["I1"].value, sheet["I3"].value, sheet["K1"].value) == ("Befunde", None, None)
    assert sheet["A1"].fill.fgColor.rgb == "00DDDDDD"


def test_a_workbook_too_large_to_copy_goes_back_as_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stellenbund.feeds.marked_copy.MOST_COPIED", 3)
    sheet = copied(list_of_an_office()).worksheets[0]
    assert (sheet["B2"].value, sheet["F1"].value) == ("01.08.2027", "Befunde")
    assert sheet.column_dimensions["E"].hidden


def test_a_workbook_that_cannot_be_copied_goes_back_as_texts() -> None:
    body = list_of_an_office()
    feed, report = reported(body)
    returned = returned_xlsx(b"PK no workbook", feed, report.findings, day=TODAY)
    sheet = openpyxl.load_workbook(BytesIO(returned)).worksheets[0]
    assert sheet["B2"].value == "01.08.2027"


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_name_of_what_goes_back_has_one_ending(ending: str) -> None:
    assert returned_name("Azubis 2027.NEU.xlsx", ending) == f"Azubis 2027.NEU mit Befunden.{ending}"


def test_a_column_that_was_hidden_is_not_shown_by_what_goes_back_as_csv() -> None:
    feed, report = reported(list_of_an_office())
    assert b"geheim" not in returned_csv(feed, report.findings)
