"""Postings: which openings have which key, be it a word, a city or a day."""

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from stellenbund.catalogue.bitsets import packed

Key = TypeVar("Key")

_SPARSE = 32
"""A key of fewer than one opening in so many is kept as a list: four bytes instead of a bit each.
"""


class Postings(Generic[Key]):
    """The openings of each key; never changes, but grows into a new one that shares the rest."""

    __slots__ = ("_found",)

    def __init__(self, found: Mapping[Key, "int | array[int]"] | None = None) -> None:
        self._found: Mapping[Key, int | array[int]] = found or {}

    def __contains__(self, key: Key) -> bool:
        return key in self._found

    def __iter__(self) -> Iterator[Key]:
        return iter(self._found)

    def bits(self, key: Key) -> int:
        """Return the openings of *key*; none if nobody has it."""
        found = self._found.get(key, 0)
        return found if isinstance(found, int) else packed(found)

    def union(self, keys: Iterable[Key]) -> int:
        """Return the openings that have any of *keys*."""
        bits = 0
        rare: list[int] = []
        for key in keys:
            found = self._found.get(key, 0)
            if isinstance(found, int):
                bits |= found
            else:
                rare.extend(found)
        return bits | packed(rare)

    def grown(self, more: Mapping[Key, Sequence[int]]) -> "Postings[Key]":
        """Return these postings with *more*: new slots, in rising order, behind all known ones."""
        found = dict(self._found)
        for key, slots in more.items():
            found[key] = _joined(found.get(key), slots)
        return Postings(found)

    def fresh(self, keys: Collection[Key]) -> list[Key]:
        """Return those of *keys* that no opening has yet."""
        return [key for key in keys if key not in self._found]


def _joined(known: "int | array[int] | None", slots: Sequence[int]) -> "int | array[int]":
    if isinstance(known, int):
        first = slots[0]
        return known | packed(slot - first for slot in slots) << first
    joined = array("I", known or ())
    joined.extend(slots)
    return packed(joined) if len(joined) * _SPARSE > joined[-1] else joined
