"""Imports: how fast and in which memory a city's file goes from its bytes to what is published.

``python -m bench.imports 1000 10000 100000`` measures files of so many rows on both databases, new
and sent again unchanged, beside the bare ceiling: the same rows through csv and executemany into
the same database, in the same run. It exits with 1 where a share of the ceiling is below its goal.
"""

import csv
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from io import StringIO
from typing import NamedTuple

from bench.both_databases import KINDS, fresh
from bench.feeds import CITY, as_csv
from stellenbund.domain.access import OPERATOR
from stellenbund.domain.normalisers.professions import PROFESSIONS
from stellenbund.flows.acting import Acting
from stellenbund.flows.chance import new_id
from stellenbund.flows.commit_upload import commit
from stellenbund.flows.preview_upload import preview
from stellenbund.flows.receive_upload import SentFile, receive
from stellenbund.flows.register import register
from stellenbund.store.database import Database, open_database, writing

GOALS = {"new": 0.25, "unchanged": 0.6}
"""Shares of the ceiling's rows per second."""

CEILING = "ceiling"
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


class Trial(NamedTuple):
    """What one way took in a process of its own; memory is the most that one process held."""

    way: str
    rows: int
    seconds: float
    peak_mib: float

    @property
    def rows_per_second(self) -> float:
        """Rows that were done in a second."""
        return self.rows / self.seconds


def bare(engine: Database, body: bytes) -> None:
    """Put the cells of a file into one table of texts, as fast as Python and the database can."""
    header, *rows = csv.reader(StringIO(body.decode("cp1252"), newline=""), delimiter=";")
    columns = [f"c{place}" for place in range(len(header))]
    sign = "?" if engine.dialect.name == "sqlite" else "%s"
    with engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql(f"CREATE TABLE bare ({', '.join(f'{c} TEXT' for c in columns)})")
        insert = f"INSERT INTO bare VALUES ({', '.join(sign for _ in columns)})"  # noqa: S608 - our own names
        connection.exec_driver_sql(insert, [tuple(row) for row in rows])


def imported(engine: Database, body: bytes) -> None:
    """Send a file, look at its preview and commit it."""
    acting = Acting(by=OPERATOR, clock=lambda: NOW, new_id=new_id)
    upload = receive(engine, CITY.slug, SentFile(body=body, name="bench.csv"), acting)
    shown = preview(engine, CITY.slug, upload.id)
    commit(engine, CITY.slug, upload.id, acting, fingerprint=shown.fingerprint)


WAYS: dict[str, Callable[[Database, bytes], None]] = {
    CEILING: bare,
    "new": imported,
    "unchanged": imported,
}
"""In this order: what is new is there when it comes again."""


def measure(way: str, rows: int, url: str) -> Trial:
    """Go one *way* with a file of so many rows in a process of its own."""
    command = [sys.executable, "-m", "bench.imports", "--alone", way, str(rows), url]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603
    return Trial(way, rows, **json.loads(told))


def _alone(way: str, rows: str, url: str) -> None:
    engine = open_database(url)
    body = as_csv(int(rows))
    with writing(engine) as session:
        register(session, [(CITY, ())], PROFESSIONS.values(), at=NOW)
    began = time.perf_counter()
    WAYS[way](engine, body)
    seconds = time.perf_counter() - began
    held = (
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(json.dumps({"seconds": seconds, "peak_mib": max(held) / 1024}))


def compare(kind: str, rows: int) -> bool:
    """Print a line for each way on a database of that *kind*; say whether the goals are met."""
    is_good = True
    with fresh(kind) as url:
        trials = {way: measure(way, rows, url) for way in WAYS}
    for way, trial in trials.items():
        share = trial.rows_per_second / trials[CEILING].rows_per_second
        goal = GOALS.get(way, 0)
        is_good = is_good and share >= goal
        print(
            f"{kind:12}{way:12}{rows:9,} rows {trial.rows_per_second:10,.0f} rows/s"
            f" {trial.peak_mib:7.0f} MiB  {share:6.3f} of the ceiling"
            f"{f', goal {goal}' if goal else ''}",
            flush=True,
        )
    return is_good


def main(*counts: str) -> int:
    """Measure each number of rows on each database; return 1 if a goal is missed."""
    numbers = [int(count) for count in counts or ("1000", "10000", "100000")]
    results = [compare(kind, rows) for rows in numbers for kind in KINDS]
    return 0 if all(results) else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--alone"]:
        _alone(*sys.argv[2:])
    else:
        sys.exit(main(*sys.argv[1:]))
