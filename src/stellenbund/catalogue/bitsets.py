"""Bitsets: sets of slots, each one whole number whose bit *n* stands for slot *n*.

Python's own numbers are the fastest bitsets that need no library: 20,000 openings are 2.5 kB, and
an intersection takes a quarter of a microsecond.
"""

import re
from collections.abc import Iterable

_ONE = re.compile("1")


def packed(slots: Iterable[int]) -> int:
    """Return the bitset of *slots*, in whatever order they come.

    >>> packed([3, 0]) == 0b1001
    True
    """
    known = tuple(slots)
    if not known:
        return 0
    octets = bytearray((max(known) >> 3) + 1)
    for slot in known:
        octets[slot >> 3] |= 1 << (slot & 7)
    return int.from_bytes(octets, "little")


def slots_of(bits: int) -> list[int]:
    """Return the slots of *bits* in rising order.

    >>> slots_of(0b1001)
    [0, 3]
    """
    return [one.start() for one in _ONE.finditer(bin(bits)[:1:-1])]


def union(sets: Iterable[int]) -> int:
    """Return all slots that are in any of *sets*."""
    bits = 0
    for each in sets:
        bits |= each
    return bits
