"""A report counts each row once, and hands over what a scrape would have brought home."""

import pytest

from stellenbund.domain.finding import Severity
from stellenbund.domain.vocabulary import Answer
from stellenbund.feeds.choices import Choices
from stellenbund.feeds.feed import read_feed
from stellenbund.feeds.report import Report, report_on
from tests.feeds.pairs import CONTEXT

HEADER = "Kennziffer;Titel;Beginn;Bewerbungsschluss;löschen"


def reported(*rows: str, header: str = HEADER) -> Report:
    body = "\n".join((header, *rows)).encode()
    return report_on(read_feed(body, name="stellen.csv", choices=Choices()), CONTEXT)


def test_the_harvest_is_that_of_a_source_read_to_its_end() -> None:
    report = reported(
        "1;Ausbildung Koch/Köchin;01.09.2027;31.01.2027;",
        "2;;01.09.2027;31.01.2027;",
        "3;Ausbildungsleitung (m/w/d);01.09.2027;31.01.2027;",
    )
    assert [notice.reference for notice in report.harvest.notices] == ["1"]
    assert report.harvest.unreadable == {"2"}
    assert report.harvest.left_out == {"3"}
    assert report.harvest.is_complete
    assert report.harvest.found == report.rows == 3


def test_a_row_that_was_left_out_does_not_count_as_the_first_of_its_reference() -> None:
    report = reported("1;Ausbildungsleitung;;;", "1;Ausbildung Koch/Köchin;01.09.2027;;")
    assert [notice.fields.title for notice in report.harvest.notices] == ["Koch/Köchin"]
    assert report.left_out == 1
    assert report.harvest.left_out == frozenset()


def test_the_order_of_the_rows_is_that_of_the_openings() -> None:
    rows = [f"{number};Ausbildung Koch/Köchin;01.09.2027;;" for number in (3, 1, 2)]
    assert [notice.reference for notice in reported(*rows).harvest.notices] == ["3", "1", "2"]


def test_a_deletion_is_found_again_by_whatever_identified_the_opening() -> None:
    kept = reported(";Ausbildung Koch/Köchin;01.09.2027;;")
    gone = reported(";Ausbildung Koch/Köchin;01.09.2027;;ja")
    assert gone.deletions == {notice.reference for notice in kept.harvest.notices}
    assert gone.taken == 0


def test_findings_are_counted_by_what_they_cost_and_told_to_the_run_with_their_place() -> None:
    report = reported("1;Ausbildung Koch/Köchin;31.02.2027;;", "2;;;;")
    assert report.count(Severity.ERROR) == 1
    assert report.count(Severity.WARNING) == 1
    places = [found.place for found in report.harvest.findings]
    assert places == ["Zeile 2, Beginn", "Zeile 3, Titel"]


def test_the_same_file_always_gives_the_same_report() -> None:
    row = "1;Ausbildung Koch/Köchin;01.09.2027;31.01.2027;"
    assert reported(row) == reported(row)


@pytest.mark.parametrize(
    "column", ["Teilzeit möglich", "Teilzeit", "In Teilzeit möglich", "Teilzeitausbildung möglich"]
)
@pytest.mark.parametrize(
    ("cell", "answer"),
    [("ja", Answer.YES), ("x", Answer.YES), ("nein", Answer.NO), ("0", Answer.NO)],
)
def test_a_no_in_a_column_is_a_no_whatever_the_column_is_called(
    column: str, cell: str, answer: Answer
) -> None:
    report = reported(f"1;Ausbildung Koch;{cell}", header=f"Kennziffer;Titel;{column}")
    (notice,) = report.harvest.notices
    assert notice.fields.part_time.answer is answer


@pytest.mark.parametrize("column", ["Übernahme", "Übernahme möglich", "Übernahme geplant"])
def test_so_it_is_with_being_taken_on(column: str) -> None:
    rows = ("1;Ausbildung Koch;ja", "2;Ausbildung Koch;nein")
    yes, no = reported(*rows, header=f"Kennziffer;Titel;{column}").harvest.notices
    assert (yes.fields.takeover.answer, no.fields.takeover.answer) == (Answer.YES, Answer.NO)


def test_what_no_row_states_is_told_once_for_the_file() -> None:
    rows = [f"{number}7;Ausbildung Koch/Köchin;;;" for number in range(4)]
    found = [each for each in reported(*rows).findings if each.row is None]
    assert [each.rule for each in found] == ["file.no_start", "file.no_deadline"]
    assert [each.column for each in found] == ["Beginn", "Bewerbungsschluss"]
    assert found[0].message == "4 von 4 Stellen haben keinen Beginn."


def test_one_row_that_states_it_is_enough_and_two_openings_say_nothing_of_a_file() -> None:
    stated = "17;Ausbildung Koch/Köchin;nach Absprache;laufend;"
    rows = [f"{number}8;Ausbildung Koch/Köchin;;;" for number in range(4)]
    assert not [each for each in reported(stated, *rows).findings if each.row is None]
    assert not [each for each in reported(*rows[:2]).findings if each.row is None]


def test_a_value_of_pay_is_shown_as_it_stands_in_the_file() -> None:
    header = "Kennziffer;Titel;Vergütung;Vergütung 1. Jahr"
    report = reported("1;Ausbildung Koch/Köchin;E13;E14", header=header)
    assert [each.value for each in report.findings] == ["E13 | E14"]


def test_nothing_is_shown_that_we_put_together_ourselves() -> None:
    rows = (";Ausbildung Koch;01.08.2027;;", ";Ausbildung Koch;01.08.2027;31.01.2027;")
    found = reported(*rows).findings
    assert [each.rule for each in found] == ["file.no_references", "row.same_words"]
    assert not any("|" in (each.value or "") for each in found)
