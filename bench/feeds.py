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
from random import Random
from typing import NamedTuple

from stellenbund.domain.city import City
from stellenbund.domain.gazetteer import MUNICIPALITIES
from stellenbund.domain.normalisers.professions import PROFESSIONS
from stellenbund.domain.normalisers.records import Context
from stellenbund.domain.source import Scope
from stellenbund.feeds.choices import Choices
from stellenbund.feeds.columns import COLUMNS, Key
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

_HOME = MUNICIPALITIES[CITY.ags]
_TITLES = sorted(profession.title for profession in PROFESSIONS.values())
_CHOICES = {
    Key.POSITIONS: ("", "1", "2", "3", "5", "10"),
    Key.START: ("01.08.2027", "01.09.2027", "01.10.2027", "August 2027", "2027"),
    Key.DEADLINE: tuple(f"{day:02}.{month:02}.2027" for month in (1, 2, 3) for day in range(1, 11)),
    Key.OPENS: ("", "01.08.2026", "01.09.2026"),
    Key.DURATION: ("3 Jahre", "3,5 Jahre", "36 Monate", "2 Jahre"),
    Key.CERTIFICATE: (
        *("", "Hauptschulabschluss", "Hauptschulabschluss Klasse 10", "Mittlerer Schulabschluss"),
        *(
            "mind. FOR",
            "Fachhochschulreife",
            "Abitur",
            "guter Realschulabschluss",
            "kein Abschluss",
        ),
    ),
    Key.PAY_1: ("1.368,26 €", "1368,26", "1.490,69 €", "1.555,68 €"),
    Key.POSTED: tuple(f"{day:02}.10.2026" for day in range(1, 31)),
    Key.WEEKLY_HOURS: ("39", "39,0", "41"),
    Key.PART_TIME: ("", "ja", "nein"),
    Key.TAKEOVER: ("", "ja"),
    Key.PHONE: ("0234 910-0", "0234 910-1500"),
}
"""What the cells of these columns hold; files of cities repeat themselves."""


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
    """Return a header and *rows* rows, always the same: of every profession, in every district."""
    random = Random(2027)  # noqa: S311 - nothing here is a secret
    filled = (_cells(number, random) for number in range(rows))
    return [
        [COLUMNS[key].header for key in _COLUMNS],
        *([cells.get(key, "") for key in _COLUMNS] for cells in filled),
    ]


def _cells(number: int, random: Random) -> dict[Key, str]:
    """Return the cells of a row; nothing but its reference and its link is its own."""
    title = random.choice(_TITLES)
    return {
        **{key: random.choice(texts) for key, texts in _CHOICES.items()},
        Key.REFERENCE: f"27-{number}",
        Key.APPLY_URL: f"https://a.example/{number}",
        Key.TITLE: random.choice(("Ausbildung {}", "{} (m/w/d)")).format(title),
        Key.PLACE: random.choice(("Bochum", *(f"Bochum-{each}" for each in _HOME.districts))),
        Key.POSTCODE: random.choice(sorted(_HOME.postcodes)),
    }


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
