"""What HR is told about each file of the cases is what was approved."""

from pathlib import Path

import pytest

from stellenbund.feeds.errors import REFUSALS, FeedError
from stellenbund.feeds.report import report_on
from stellenbund.feeds.sayings import SAYINGS
from tests.feeds.pairs import CASES, CONTEXT, approved, read, told

BESIDE_OTHERS = {"row.conflict"}
"""Rules that need what other sources say; no file alone shows them."""

every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@every_case
def test_the_file_still_gives_the_report_that_we_approved(case: Path) -> None:
    assert told(case) == approved(case)


@every_case
def test_an_error_means_that_its_row_is_left_out_and_nothing_else_does(case: Path) -> None:
    try:
        feed = read(case)
    except FeedError:
        return
    report = report_on(feed, CONTEXT)
    wrong = {found.row for found in report.findings if found.is_error}
    assert wrong <= {row.number for row in feed.rows}
    assert report.left_out == len(wrong)
    assert report.rows == (report.taken + len(report.deletions) + report.left_out + report.repeated)


@every_case
def test_each_finding_about_a_cell_names_its_row_and_column_as_the_file_does(case: Path) -> None:
    try:
        feed = read(case)
    except FeedError:
        return
    names = {heading.name for heading in feed.headings}
    for found in report_on(feed, CONTEXT).findings:
        assert found.column is None or found.column in names
        assert found.row is None or feed.header_row <= found.row <= len(feed.table.rows)


def test_every_sentence_that_hr_may_read_stands_in_a_case() -> None:
    told_rules = set()
    for case in CASES:
        report = approved(case)
        assert isinstance(report, dict)
        told_rules |= {found["rule"] for found in report.get("findings", ())}
        told_rules |= {report.get("refused")}
    limits = {rule for rule in REFUSALS if rule.startswith("limit.")}
    assert (SAYINGS.keys() | REFUSALS.keys()) - limits - BESIDE_OTHERS <= told_rules


def test_there_are_cases_enough() -> None:
    assert len(CASES) >= 60
