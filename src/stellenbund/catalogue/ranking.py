"""Ranking: how well openings fit the terms of a question, in points."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

Levels = Mapping[int, int]
"""Points, with the openings that have exactly so many."""


class Fit(NamedTuple):
    """The openings that a term finds, by how well: each stands in the first set only that fits."""

    best: int = 0
    meant: int = 0
    title: int = 0
    part: int = 0
    unit: int = 0
    text: int = 0

    def joined(self, other: "Fit") -> "Fit":
        """Return what either of the two finds."""
        return distinct(*(one | two for one, two in zip(self, other, strict=True)))


def distinct(*sets: int) -> Fit:
    """Return *sets*, best first, each without what the ones before it have.

    >>> distinct(0b11, 0b110, 0, 0, 0, 0)
    Fit(best=3, meant=4, title=0, part=0, unit=0, text=0)
    """
    seen = 0
    apart: list[int] = []
    for bits in sets:
        apart.append(bits & ~seen)
        seen |= bits
    return Fit(*apart)


def all_of(levels: Levels, fits: Iterable[Fit]) -> Levels:
    """Return *levels* with the points of *fits*: what one of them does not find is out."""
    for fit in fits:
        levels = _added(levels, fit)
    return levels


def any_of(levels: Levels, fits: Sequence[Fit]) -> Levels:
    """Return *levels* with the points of *fits*: what none of them finds is out.

    >>> any_of({0: 0b111}, [Fit(best=0b1), Fit(best=0b11)])
    {12: 1, 6: 2}
    """
    nobody = ~0
    for fit in fits:
        found = fit.best | fit.meant | fit.title | fit.part | fit.unit | fit.text
        nobody &= ~found
        missed = {points: bits & ~found for points, bits in levels.items()}
        levels = _sum(_added(levels, fit), missed)
    fitting = {points: bits & ~nobody for points, bits in levels.items()}
    return {points: bits for points, bits in fitting.items() if bits}


def _added(levels: Levels, fit: Fit) -> Levels:
    sums: dict[int, int] = {}
    for before, bits in levels.items():
        for points, found in zip(range(len(fit), 0, -1), fit, strict=True):
            if both := bits & found:
                sums[before + points] = sums.get(before + points, 0) | both
    return sums


def _sum(one: Levels, other: Levels) -> Levels:
    return {points: one.get(points, 0) | other.get(points, 0) for points in (*one, *other)}
