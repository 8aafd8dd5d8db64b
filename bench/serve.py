"""Serve: what an answer costs, against bare uvicorn, the usual FastAPI + SQLModel and Datasette.

Each contestant is a process of its own on loopback and on a core of its own; they take turns, so
that whatever else the machine does hits all of them. While it runs, an opening changes each second.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench import serving_contestants as contestants
from bench import serving_goals as goals
from bench.serving_changes import changing, visible
from bench.serving_course import Result, compete
from bench.serving_goals import Goal
from bench.serving_load import Load
from bench.serving_processes import Server, measured
from bench.serving_program import (
    BARE,
    DATASETTE,
    OURS,
    UNCOUNTED,
    USUAL,
    again,
    new_courses,
    repeated,
    write_answers,
)
from bench.serving_stock import kept_file

SIZES = (2_000, 20_000)
SPIKE = 1_000
_STARTS = 3
_NO_LIMITS = {"STELLENBUND_READS_PER_MINUTE": "0"}


class Effort(NamedTuple):
    """How long each trial lasts, in seconds, and how often contestants take turns."""

    seconds: float
    rounds: int


def serve(size: int, effort: Effort) -> Iterator[Goal]:
    """Print what all contestants do with *size* openings, and yield what has a goal."""
    print(f"{size:,} openings")
    kept = kept_file(size)
    yield from _starts(size, kept)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        moving = Path(folder) / "moving.db"
        shutil.copyfile(kept, moving)
        url = f"sqlite:///{moving}"
        servers = {
            OURS: stack.enter_context(contestants.ours(url)),
            UNCOUNTED: stack.enter_context(contestants.ours(url, _NO_LIMITS)),
        }
        results = [*_repeat(servers, Path(folder), url, effort)]
        results += _ask_anew(servers, kept, effort)
        print(goals.table(results))
        yield from goals.of_results(size, results)
        yield _spike(servers[OURS])
        with contestants.empty() as empty:
            yield goals.of_memory(size, servers[OURS].mib - empty.mib)


def _repeat(servers: dict[str, Server], folder: Path, url: str, effort: Effort) -> Iterator[Result]:
    """Ask for the same again and again, while it changes."""
    ours = [*repeated(servers[OURS])]
    theirs = write_answers(servers[OURS], ours, folder / "answers.json")
    with contestants.bare(folder / "answers.json") as bare, changing(url):
        for mine, its in zip(ours, theirs, strict=True):
            course = again(mine, its, effort.seconds)
            yield from compete(course, servers | {BARE: bare}, effort.rounds)


def _ask_anew(servers: dict[str, Server], kept: Path, effort: Effort) -> Iterator[Result]:
    """Ask nothing twice."""
    searchable = contestants.searchable(kept)
    with contestants.usual(kept) as usual, contestants.datasette(searchable) as datasette:
        everybody = servers | {USUAL: usual, DATASETTE: datasette}
        for course in new_courses(f"/{searchable.stem}/opening.json", effort.seconds):
            yield from compete(course, everybody, effort.rounds)


def _spike(server: Server) -> Goal:
    wanted = Load(0, ["/v1/openings"] * SPIKE, {}, SPIKE, seconds=60, is_endless=False)
    return goals.of_spike(SPIKE, measured(server, wanted).came.answers)


def _starts(size: int, kept: Path) -> Iterator[Goal]:
    """Start once from the database alone, then from the picture that lies beside it."""
    url = f"sqlite:///{kept}"
    with tempfile.TemporaryDirectory() as folder:
        nowhere = {"STELLENBUND_PICTURE_FILE": str(Path(folder) / "picture")}
        cold = _seconds(contestants.ours(url, nowhere))
    _seconds(contestants.ours(url))  # leaves the picture behind
    turns = [
        (_seconds(contestants.ours(url)), _seconds(contestants.empty())) for _ in range(_STARTS)
    ]
    warm, empty = map(median, zip(*turns, strict=True))
    return goals.of_start(size, warm=warm, cold=cold, empty=empty)


def _seconds(running: contestants.Running) -> float:
    with running as server:
        return server.seconds_to_answer


def measure(sizes: Sequence[int], effort: Effort) -> Iterator[Goal]:
    """Print and yield everything that has a goal."""
    for size in sizes:
        yield from _printed(serve(size, effort))
    print("2,000 openings on both databases")
    yield from _printed(goals.of_visibility(*each) for each in visible())


def _printed(found: Iterator[Goal]) -> Iterator[Goal]:
    for each in found:
        print(each, flush=True)
        yield each


def main() -> int:
    """Print the figures; the exit code is 1 if one of them misses its goal."""
    parser = argparse.ArgumentParser(prog="bench serve", description=__doc__)
    parser.add_argument("--size", type=int, action="append", help="numbers of openings")
    parser.add_argument("--seconds", type=float, default=1.5, help="how long each trial lasts")
    parser.add_argument("--rounds", type=int, default=3, help="how often contestants take turns")
    arguments = parser.parse_args()
    found = [*measure(arguments.size or SIZES, Effort(arguments.seconds, arguments.rounds))]
    return 0 if all(each.is_reached for each in found) else 1


if __name__ == "__main__":
    sys.exit(main())
