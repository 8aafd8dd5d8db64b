"""Bounds: from which numbers on a run is doubted, the same for every guard."""

from collections.abc import Sequence
from statistics import median

DROP = 0.3
"""Share of what is usual that may be missing, or be odd besides, before a run is doubted."""

FLOOR = 3
"""So many records may vanish or turn odd at once in a source of any size."""

HISTORY = 5
"""How many good runs make up a source's past."""

ENOUGH_HISTORY = 3
"""From how many good runs on something is usual at a source."""


def usual(past: Sequence[float]) -> float | None:
    """Return what is usual, given the values of the last good runs, newest first, if anything is.

    >>> usual([30, 29, 2, 30, 31]), usual([30, 30])
    (30, None)
    """
    last = past[:HISTORY]
    return median(last) if len(last) >= ENOUGH_HISTORY else None


def percent(share: float) -> str:
    """Return *share* (0 to 1) as a whole number of hundredths in German.

    >>> percent(0.333)
    '33 %'
    """
    return f"{share * 100:.0f} %"
