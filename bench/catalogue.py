"""Catalogue bench: time and memory of the catalogue, and its search against that of SQLite.

The rival is FTS5 with trigrams, which finds parts of words as the catalogue does, ranked by bm25.
No question is asked twice, so that nothing is answered from what is remembered. Times are those of
the processor, so that other work on the machine does not count; memory is what the catalogue itself
takes, without what its owner keeps of each opening.
"""

import argparse
import sqlite3
import sys
import tracemalloc
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from random import Random
from statistics import median, quantiles
from time import thread_time
from typing import NamedTuple

from bench.generated import TODAY, generated
from stellenbund.catalogue.catalogue import Catalogue
from stellenbund.domain.catalogue_query import CatalogueQuery, Facet, Near, Sort
from stellenbund.domain.opening import Opening
from stellenbund.domain.vocabulary import Certificate, Kind

SIZES = (2_000, 20_000)
GOAL = 5.0
"""How many times faster than the rival a search must be, at the median."""

ASKED = 200
_LEAST_LETTERS = 4
_MIB = 2**20


class Took(NamedTuple):
    """Milliseconds per question: the median, and what 99 of 100 do not exceed."""

    work: str
    p50: float
    p99: float


class Result(NamedTuple):
    """What was measured at one size."""

    openings: int
    build_s: float
    mib: float
    update_ms: float
    times: Sequence[Took]

    @property
    def ratio(self) -> float:
        """How many times faster than the rival the catalogue searches."""
        took = {each.work: each.p50 for each in self.times}
        return took["rival"] / took["search"]


def measure(size: int) -> Result:
    """Return what the catalogue of *size* openings takes."""
    tracemalloc.start()
    catalogue = _built(size)
    mib = tracemalloc.get_traced_memory()[0] / _MIB
    tracemalloc.stop()
    build_s = _seconds(lambda: _built(size)) - _seconds(lambda: list(_counted(size)))
    changed = list(islice(generated(size), size // 100))
    update_ms = _seconds(lambda: catalogue.updated(changed, size + 1)) * 1000
    words = _words(size)
    rival = _rival(size)
    times = [
        _took("list", catalogue, _lists(Sort.NEWEST)),
        _took("by deadline", catalogue, _lists(Sort.DEADLINE)),
        _took("near", catalogue, _nearby()),
        _took("facets", catalogue, _faceted()),
        _took("search", catalogue, _searches(words)),
        _timed("rival", (partial(_ask, rival, word) for word in words)),
    ]
    return Result(size, build_s, mib, update_ms, times)


def _built(size: int) -> Catalogue[None]:
    return Catalogue(_nothing).updated(generated(size), size)


def _nothing(_opening: Opening) -> None:
    """Keep nothing of an opening."""


def _counted(size: int) -> Iterator[int]:
    """Make the openings and let them go: what a build takes that is not the catalogue's."""
    return (opening.sequence for opening in generated(size))


def _seconds(work: Callable[[], object]) -> float:
    start = thread_time()
    work()
    return thread_time() - start


def _took(work: str, catalogue: Catalogue[None], queries: Iterable[CatalogueQuery]) -> Took:
    return _timed(work, (partial(catalogue.find, query, TODAY) for query in queries))


def _timed(work: str, asked: Iterable[Callable[[], object]]) -> Took:
    took = [_seconds(ask) * 1000 for ask in asked]
    return Took(work, median(took), quantiles(took, n=100)[98])


def _lists(sort: Sort) -> Iterator[CatalogueQuery]:
    """Yield lists with filters of which no two are alike."""
    random = Random(1)  # noqa: S311 - nothing here is a secret
    cities = ("bochum", "essen", "bottrop", "duisburg", "dortmund", "bielefeld")
    for number in range(ASKED):
        yield CatalogueQuery(
            cities=frozenset(random.sample(cities, random.randint(1, 3))),
            kinds=frozenset({random.choice(list(Kind)), Kind.DUAL_APPRENTICESHIP}),
            certificate=random.choice(list(Certificate)),
            pay_from=number,
            sort=sort,
        )


def _nearby() -> Iterator[CatalogueQuery]:
    for number in range(ASKED):
        near = Near(latitude=51.4 + number / 1_000, longitude=7.0, radius_km=20)
        yield CatalogueQuery(near=near, sort=Sort.DISTANCE)


def _faceted() -> Iterator[CatalogueQuery]:
    every = frozenset(Facet)
    return (query.model_copy(update={"facets": every}) for query in _lists(Sort.NEWEST))


def _searches(words: Iterable[str]) -> Iterator[CatalogueQuery]:
    return (CatalogueQuery(words=(word,), sort=Sort.RELEVANCE) for word in words)


def _words(size: int) -> Sequence[str]:
    """Return parts of words that stand in titles and texts, each of them once."""
    random = Random(2)  # noqa: S311 - nothing here is a secret
    known: dict[str, None] = {}
    for opening in generated(min(size, 2_000)):
        text = f"{opening.title} {opening.description_text}".casefold()
        word = random.choice([each for each in text.split() if len(each) > _LEAST_LETTERS])
        start = random.randint(0, len(word) - _LEAST_LETTERS)
        part = word[start : start + random.randint(_LEAST_LETTERS, 12)]
        if part.isalpha() and len(part) >= _LEAST_LETTERS:
            known[part] = None
    return list(known)[:ASKED]


def _rival(size: int) -> sqlite3.Connection:
    rival = sqlite3.connect(":memory:")
    rival.execute("CREATE VIRTUAL TABLE opening USING fts5(title, text, tokenize='trigram')")
    rows = ((opening.title, opening.description_text) for opening in generated(size))
    rival.executemany("INSERT INTO opening VALUES (?, ?)", rows)
    return rival


def _ask(rival: sqlite3.Connection, word: str) -> object:
    found = "SELECT rowid FROM opening WHERE opening MATCH ? ORDER BY bm25(opening) LIMIT 20"
    return rival.execute(found, (f'"{word}"',)).fetchall()


def table(results: Sequence[Result]) -> str:
    """Return the results for people."""
    lines: list[str] = []
    for result in results:
        lines.append(
            f"{result.openings:,} openings: built in {result.build_s:.2f} s, {result.mib:.0f} MiB, "
            f"1 % changed in {result.update_ms:.0f} ms"
        )
        lines += [f"  {each.work:12}{each.p50:9.3f} ms{each.p99:9.3f} ms" for each in result.times]
        lines.append(f"  search against FTS5: {result.ratio:.1f} times as fast (goal {GOAL:.0f})")
    return "\n".join(["  work              p50         p99", *lines])


def main() -> int:
    """Print the results; the exit code is 1 if a search is too slow against the rival."""
    parser = argparse.ArgumentParser(prog="bench catalogue", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="numbers of openings")
    results = [measure(size) for size in parser.parse_args().sizes]
    print(table(results))
    return 0 if all(result.ratio >= GOAL for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
