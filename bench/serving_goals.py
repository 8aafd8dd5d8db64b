"""Serving goals: the figures of the serving bench for people, each beside what it has to reach."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bench.serving_course import Result
from bench.serving_program import (
    BARE,
    DATASETTE,
    DETAILS,
    FACETS,
    LISTS,
    NEW_LISTS,
    OURS,
    SEARCHES,
    UNCHANGED,
    USUAL,
)

SMALL, MEDIUM, LARGE = 2_000, 20_000, 200_000

_OF_BARE = dict.fromkeys((SMALL, MEDIUM, LARGE), 0.85)
_RIVALS: Mapping[str, tuple[str, Mapping[int, float]]] = {
    LISTS: (BARE, _OF_BARE),
    DETAILS: (BARE, _OF_BARE),
    UNCHANGED: (BARE, _OF_BARE),
    NEW_LISTS: (USUAL, {SMALL: 12, MEDIUM: 30, LARGE: 50}),
    FACETS: (DATASETTE, {SMALL: 40, MEDIUM: 150}),
    SEARCHES: (DATASETTE, {SMALL: 20, MEDIUM: 35}),
}
"""How many times the answers of a rival there must be, by the number of openings."""

_SPREAD = 5.0
"""How many times the p50 the p99 may be."""

_MIB = {SMALL: 30.0, MEDIUM: 120.0, LARGE: 800.0}
_START_RATIO = {SMALL: 1.5}
_START_SECONDS = {MEDIUM: 2.5}
_VISIBLE = 2.0


class Goal(NamedTuple):
    """A figure with what it must reach, or must not exceed; without a bound it is only told."""

    what: str
    value: float
    at_least: float | None = None
    at_most: float | None = None

    @property
    def is_reached(self) -> bool:
        """Whether it is."""
        above = self.at_least is None or self.value >= self.at_least
        return above and (self.at_most is None or self.value <= self.at_most)

    def __str__(self) -> str:
        """Return it as a line of a table."""
        bound, sign = (self.at_least, "≥") if self.at_least is not None else (self.at_most, "≤")
        wanted = "–" if bound is None else f"{sign} {bound:g}"
        verdict = "" if bound is None else "reached" if self.is_reached else "MISSED"
        return f"  {self.what:58}{self.value:10.2f}{wanted:>10}  {verdict}"


def of_results(size: int, results: Sequence[Result]) -> Iterator[Goal]:
    """Yield what the courses came to."""
    found = {(each.work, each.contestant): each for each in results}
    for work, (rival, bounds) in _RIVALS.items():
        if (work, rival) in found:
            ratio = found[work, OURS].against(found[work, rival])
            yield Goal(f"{work}: times {rival}", ratio, at_least=bounds.get(size))
            cheaper = found[work, OURS].cheaper_than(found[work, rival])
            yield Goal(f"{work}: times cheaper than {rival}", cheaper)
    for work in _RIVALS:
        if (work, OURS) in found:
            yield Goal(f"{work}: p99 / p50", found[work, OURS].spread, at_most=_SPREAD)


def of_memory(size: int, mib: float) -> Goal:
    """Return the memory of a worker beyond that of an empty application."""
    return Goal("MiB of a worker above an empty one", mib, at_most=_MIB.get(size))


def of_start(size: int, *, warm: float, cold: float, empty: float) -> Iterator[Goal]:
    """Yield how long the first answer takes, alone and beside that of an empty application.

    It is *warm* where a picture was saved, as beside SQLite after the first start; *cold* has no
    goal: it happens once, or wherever no file was named for the picture.
    """
    yield Goal("first answer, warm: seconds", warm, at_most=_START_SECONDS.get(size))
    yield Goal(
        "first answer, warm: times an empty one", warm / empty, at_most=_START_RATIO.get(size)
    )
    yield Goal("first answer, cold: seconds", cold)
    yield Goal("first answer, cold: times an empty one", cold / empty)


def of_visibility(kind: str, seconds: float) -> Goal:
    """Return how long a change took to be seen at the slower of two workers."""
    return Goal(f"change seen on each of two workers, {kind}: seconds", seconds, at_most=_VISIBLE)


def of_spike(connections: int, answered: int) -> Goal:
    """Return how many connections that came at once got no answer."""
    lost = connections - answered
    return Goal(f"lost of {connections:,} connections at once", lost, at_most=0)


def table(results: Sequence[Result]) -> str:
    """Return the results of all contestants."""
    lines = [f"  {'':26}{'':24}{'req/s':>10}{'p50 ms':>9}{'p99 ms':>9}{'CPU µs':>9}"]
    lines += [
        f"  {each.work:26}{each.contestant:24}{each.per_second:10,.0f}{each.p50_ms:9.2f}"
        f"{each.p99_ms:9.2f}{each.cpu_us:9.0f}"
        for each in results
    ]
    return "\n".join(lines)
