"""Scrape bench: what reading a page costs, how fast many sources are through, and their memory.

Everything is compared within one run on one machine; absolute figures drift from run to run.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bench.fetching import BARE, FETCHED, WHOLE, Trial, measure
from bench.reading import Case, Cost, cost
from bench.scrape_tables import costs_table, is_fast, is_flat, memory_table, trials_table
from bench.sources import cases

PARTS = ("reading", "fetching", "memory")
MEMORY_SOURCES = 60
MEMORY_PAGES = (20, 100)


class Measured(NamedTuple):
    """What was measured; a part that was not asked for is empty."""

    costs: Sequence[Cost] = ()
    trials: Sequence[Trial] = ()
    memory: Sequence[Trial] = ()


def wanted(names: Sequence[str]) -> list[Case]:
    """Return the cases whose reader or source is among *names*; all of them without any."""
    every = list(cases())
    known = {name for case in every for name in (case.name, case.site.reader_name)}
    if unknown := set(names) - known:
        listed = ", ".join(sorted(known))
        raise SystemExit(
            f"no such reader or source: {', '.join(sorted(unknown))}; there are {listed}"
        )
    return [case for case in every if not names or {case.name, case.site.reader_name} & set(names)]


def compete(*, sources: int, pages: int, rounds: int) -> Iterator[Trial]:
    """Yield the median trial of each contestant; they take turns for some rounds."""
    found: dict[str, list[Trial]] = {name: [] for name in (BARE, FETCHED, WHOLE)}
    for _ in range(rounds):
        for name, trials in found.items():
            trials.append(measure(name, sources=sources, pages=pages))
            _tell(f"{name}: {trials[-1].pages_per_second:.0f} pages/s")
    for trials in found.values():
        yield sorted(trials, key=lambda each: each.pages_per_second)[rounds // 2]


def grow() -> Iterator[Trial]:
    """Yield trials of the whole run that differ only in how many pages a source has."""
    for pages in MEMORY_PAGES:
        trial = measure(WHOLE, sources=MEMORY_SOURCES, pages=pages)
        _tell(f"{pages} pages a source: {trial.peak_mib:.0f} MiB")
        yield trial


def read(chosen: Sequence[Case]) -> Iterator[Cost]:
    """Yield what each case costs."""
    for case in chosen:
        yield cost(case)
        _tell(f"{case.site.reader_name}, {case.name}")


def as_json(measured: Measured) -> str:
    """Return all figures for programs."""
    reached = ("ratio", "goal", "is_good")
    content = {
        "costs": [
            each._asdict() | {name: getattr(each, name) for name in reached}
            for each in measured.costs
        ],
        "trials": [each._asdict() for each in measured.trials],
        "memory": [each._asdict() for each in measured.memory],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def is_good(measured: Measured) -> bool:
    """Say whether all figures reach their goals."""
    return (
        all(each.is_good for each in measured.costs)
        and is_fast(measured.trials)
        and is_flat(measured.memory)
    )


def main() -> int:
    """Print the figures; the exit code is 1 if one of them misses its goal."""
    arguments = _parser().parse_args()
    chosen = wanted(arguments.names)
    parts = arguments.part or (["reading"] if arguments.names else PARTS)
    size = {"sources": arguments.sources, "pages": arguments.pages, "rounds": arguments.rounds}
    measured = Measured(
        costs=tuple(read(chosen)) if "reading" in parts else (),
        trials=tuple(compete(**size)) if "fetching" in parts else (),
        memory=tuple(grow()) if "memory" in parts else (),
    )
    shown = (
        *(costs_table(measured.costs), trials_table(measured.trials)),
        memory_table(measured.memory),
    )
    print(as_json(measured) if arguments.json else "\n\n".join(filter(None, shown)))
    return 0 if is_good(measured) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench scrape", description=__doc__)
    parser.add_argument("names", nargs="*", help="readers or sources; only those are read then")
    parser.add_argument("--part", action="append", choices=PARTS, help="measure only this part")
    parser.add_argument("--sources", type=int, default=300, help="sources that are fetched from")
    parser.add_argument("--pages", type=int, default=20, help="pages of each of them")
    parser.add_argument("--rounds", type=int, default=3, help="how often contestants take turns")
    parser.add_argument("--json", action="store_true", help="print for programs")
    return parser


def _tell(progress: str) -> None:
    print(f"· {progress}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
