"""Likeness: the openings that somebody may like who looks at another one."""

from collections.abc import Iterator

from stellenbund.catalogue.entry import Entry, Kept
from stellenbund.catalogue.filters import Filters
from stellenbund.catalogue.pages import Bucket
from stellenbund.catalogue.traits import Trait

_ENOUGH = 4
"""Points that an opening needs: it is of the same profession, or of a related one."""


def like(seen: Entry[Kept], filters: Filters, candidates: int) -> list[Bucket]:
    """Return those of *candidates* that resemble *seen*, by minus their points.

    The same profession gives 8 points, a profession of the same group (three digits of the KldB) 4,
    the same kind 2, the same training year 1.
    """
    levels = {0: candidates}
    for points, bits in _criteria(seen, filters):
        sums: dict[int, int] = {}
        for before, known in levels.items():
            for total, found in ((before, known & ~bits), (before + points, known & bits)):
                sums[total] = sums.get(total, 0) | found
        levels = sums
    return sorted((-points, found) for points, found in levels.items() if points >= _ENOUGH)


def _criteria(seen: Entry[Kept], filters: Filters) -> Iterator[tuple[int, int]]:
    if seen.profession:
        yield 8, filters.having(Trait.PROFESSION, [seen.profession])
    if seen.kldb:
        yield 4, filters.of_kldb(seen.kldb[:3])
    yield 2, filters.having(Trait.KIND, [seen.kind])
    if seen.training_year:
        yield 1, filters.having(Trait.TRAINING_YEAR, [seen.training_year])
