"""The closing lines of a test run count each test once, and say on which database it ran."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.closing_line import database_of, line
from tests.house.checkout import ROOT

TESTS = """
import pytest

@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_on_both(database): assert database == "sqlite"

def test_that_is_skipped(): pytest.skip("no reason")

@pytest.fixture
def breaks_afterwards():
    yield
    raise ValueError

def test_whose_fixture_breaks(breaks_afterwards): pass
"""


@pytest.mark.parametrize(
    ("nodeid", "database"),
    [
        ("tests/store/test_a.py::test_a[sqlite]", "sqlite"),
        ("tests/store/test_a.py::test_a[postgresql-31.02.]", "postgresql"),
        ("tests/store/test_sqlite.py::test_sqlite", None),
        ("tests/domain/test_a.py::test_a[no-database]", None),
    ],
)
def test_the_database_stands_among_the_parameters(nodeid: str, database: str | None) -> None:
    assert database_of(nodeid) == database


def test_what_did_not_happen_is_counted_as_none() -> None:
    assert line({"passed": 1_234}) == "1234 passed, 0 failed, 0 skipped"


@pytest.mark.parametrize("workers", ["0", "2"])
def test_the_last_line_is_the_sum_whoever_ran_the_tests(tmp_path: Path, workers: str) -> None:
    (tmp_path / "test_sample.py").write_text(TESTS)
    plugins = ("-p", "tests.closing_line", "-p", "no:cacheprovider", "-n", workers)
    run = subprocess.run(  # noqa: S603 - our own tests
        [sys.executable, "-m", "pytest", *plugins, "--rootdir", str(tmp_path), str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert run.stdout.splitlines()[-3:] == [
        "on sqlite: 1 passed, 0 failed, 0 skipped",
        "on postgresql: 0 passed, 1 failed, 0 skipped",
        "1 passed, 2 failed, 1 skipped",
    ]
