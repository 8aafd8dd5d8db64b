"""Feeds: how many rows of a city's file are read and normalised in a second, in which memory.

``python -m bench.feeds 1000 10000`` measures files of so many rows, each way in a process alone.
"""

import csv
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO
from typing import NamedTuple

from stellenbund.domain.city import City
from stellenbund.domain.normalisers.records import Context
from stellenbund.domain.source import Scope
from stellenbund.feeds.choices import Choices
from stellenbund.feeds.columns import COLUMNS, OFFERED, Key
from stellenbund.feeds.examples import example_rows
from stellenbund.feeds.feed import Feed, read_feed
from stellenbund.feeds.report import report_on
from stellenbund.feeds.spreadsheet import writing

CITY = City(slug="bochum", name="Bochum", ags="05911000", website="https://www.bochum.example")
TODAY = date(2026, 11, 25)
CONTEXT = Context(city=CITY, scope=Scope.TRAINING, today=TODAY)
_COLUMNS = (
    *(Key.REFERENCE, Key.TITLE, Key.LANGUAGE, Key.POSITIONS, Key.START, Key.DEADLINE, Key.OPENS),
    *(Key.DURATION, Key.CERTIFICATE, Key.PAY_1, Key.POSTED, Key.WEEKLY_HOURS, Key.AGS),
    *(Key.PART_TIME, Key.TAKEOVER, Key.PLACE, Key.POSTCODE, Key.DELETE, Key.PHONE, Key.APPLY_URL),
)
"""Twenty columns; with the longer texts 100,000 rows would be more than a file may hold."""

_UNIQUE = {Key.REFERENCE: "27-{}", Key.APPLY_URL: "https://a.example/{}"}


class Trial(NamedTuple):
    """What one way took in a process of its own; memory is the most that this process held."""

    way: str
    rows: int
    seconds: float
    peak_mib: float

    @property
    def rows_per_second(self) -> float:
        """Rows that were done in a second."""
        return self.rows / self.seconds


def table(rows: int) -> list[list[str]]:
    """Return a header and *rows* rows: those of the template, each with a reference of its own."""
    places = [[column.key for column in OFFERED].index(key) for key in _COLUMNS]
    examples = [[row[place] for place in places] for row in example_rows(CITY, today=TODAY)]
    filled = [list(examples[number % len(examples)]) for number in range(rows)]
    for key, form in _UNIQUE.items():
        for number, row in enumerate(filled):
            row[_COLUMNS.index(key)] = form.format(number)
    return [[COLUMNS[key].header for key in _COLUMNS], *filled]


def as_csv(rows: int) -> bytes:
    """Return a file of *rows* rows as German Excel writes CSV."""
    target = StringIO(newline="")
    csv.writer(target, delimiter=";", lineterminator="\r\n").writerows(table(rows))
    return target.getvalue().encode("cp1252")


def as_xlsx(rows: int) -> bytes:
    """Return a workbook of *rows* rows."""
    target = BytesIO()
    with writing(target, day=TODAY) as book:
        sheet = book.sheet("Tabelle1")
        for number, row in enumerate(table(rows)):
            for place, text in enumerate(row):
                sheet.write(number, place, text)
    return target.getvalue()


def _bare(body: bytes) -> int:
    return (
        sum(1 for _ in csv.reader(StringIO(body.decode("cp1252"), newline=""), delimiter=";")) - 1
    )


def _feed(body: bytes) -> Feed:
    return read_feed(body, name="bench", choices=Choices())


def _read(body: bytes) -> int:
    return len(_feed(body).rows)


def _normalised(body: bytes) -> int:
    return report_on(_feed(body), CONTEXT).taken


WAYS: dict[str, tuple[Callable[[int], bytes], Callable[[bytes], int]]] = {
    "bare csv": (as_csv, _bare),
    "CSV read and mapped": (as_csv, _read),
    "XLSX read and mapped": (as_xlsx, _read),
    "CSV read, mapped, normalised": (as_csv, _normalised),
}


def measure(way: str, rows: int) -> Trial:
    """Go one *way* with a file of *rows* rows in a process of its own."""
    command = [sys.executable, "-m", "bench.feeds", "--alone", way, str(rows)]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603
    return Trial(way, rows, **json.loads(told))


def _alone(way: str, rows: str) -> None:
    write, read = WAYS[way]
    body = write(int(rows))
    began = time.perf_counter()
    done = read(body)
    seconds = time.perf_counter() - began
    assert done == int(rows)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak_mib": peak}))


def main(*counts: str) -> None:
    """Print a line for each way and number of rows."""
    for rows in map(int, counts or ("1000", "10000")):
        for way in WAYS:
            trial = measure(way, rows)
            print(
                f"{way:30} {rows:8,} rows {trial.rows_per_second:10,.0f} rows/s"
                f" {trial.peak_mib:8.0f} MiB"
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--alone"]:
        _alone(*sys.argv[2:])
    else:
        main(*sys.argv[1:])
