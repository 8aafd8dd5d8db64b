"""A report counts each row once, and hands over what a scrape would have brought home."""

from stellenbund.domain.finding import Severity
from stellenbund.feeds.choices import Choices
from stellenbund.feeds.feed import read_feed
from stellenbund.feeds.report import Report, report_on
from tests.feeds.pairs import CONTEXT

HEADER = "Kennziffer;Titel;Beginn;Bewerbungsschluss;löschen"


def reported(*rows: str) -> Report:
    body = "\n".join((HEADER, *rows)).encode()
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
