"""A workbook is opened in a process of its own, whose end is an answer and no accident."""

import json
import subprocess
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from stellenbund.feeds import limits, workbook
from stellenbund.feeds.choices import Choices
from stellenbund.feeds.errors import FeedError
from stellenbund.feeds.feed import read_feed
from stellenbund.feeds.sheet_texts import Value, text_of
from tests.feeds.pairs import CASES, file_of

(TYPED,) = (case for case in CASES if case.name.endswith("_typed_cells"))
(FAR,) = (case for case in CASES if case.name.endswith("_far_cell"))


def run_as(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setattr(workbook, "_COMMAND", (sys.executable, "-c", program))


def refused(case: Path) -> str:
    with pytest.raises(FeedError) as caught:
        read_feed(file_of(case).read_bytes(), name="stellen.xlsx", choices=Choices())
    return caught.value.rule


def test_a_cell_far_away_ends_the_other_process_and_not_this_one() -> None:
    assert refused(FAR) == "limit.effort"


@pytest.mark.parametrize(
    ("program", "rule"),
    [
        ("import os; os.abort()", "limit.effort"),
        ("import os; os.kill(os.getpid(), 9)", "limit.effort"),
        ("raise ArithmeticError", "file.broken"),
        ("import sys; sys.stdin.close(); sys.exit(1)", "file.broken"),
    ],
)
def test_however_the_process_ends_hr_gets_a_sentence(
    monkeypatch: pytest.MonkeyPatch, program: str, rule: str
) -> None:
    run_as(monkeypatch, program)
    assert refused(TYPED) == rule


def test_a_process_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    run_as(monkeypatch, "import sys, time; sys.stdin.read(); time.sleep(600)")
    monkeypatch.setattr(workbook, "SECONDS", 0.5)
    assert refused(TYPED) == "limit.effort"


def test_the_process_gives_itself_limits_before_it_reads() -> None:
    program = """
import json, resource
from stellenbund.feeds.reader_process import limit_itself
limit_itself()
print(json.dumps([resource.getrlimit(each) for each in (resource.RLIMIT_AS, resource.RLIMIT_CPU)]))
"""
    told = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    ).stdout
    assert json.loads(told) == [[limits.MEMORY] * 2, [limits.CPU_SECONDS] * 2]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (44787.0, "44787"),
        (5911000, "5911000"),
        (1368.26, "1368,26"),
        (-0.5, "-0,5"),
        (1e-7, "0,0000001"),
        (1.5e300, "15" + "0" * 299),
        (True, "WAHR"),
        (False, "FALSCH"),
        (date(2027, 9, 1), "01.09.2027"),
        (datetime(2027, 9, 1), "01.09.2027"),  # noqa: DTZ001 - a workbook knows no zones
        (datetime(2027, 1, 31, 23, 59), "31.01.2027 23:59"),  # noqa: DTZ001 - likewise
        (time(), ""),
        (time(9, 30), "09:30"),
        (timedelta(hours=38, minutes=30), "38:30"),
        ("Köchin", "Köchin"),
    ],
)
def test_a_value_becomes_the_text_that_an_office_would_see(value: Value, text: str) -> None:
    assert text_of(value) == text
