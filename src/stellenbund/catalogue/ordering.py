"""Ordering: the openings of a page, in an order that stays as it is while openings come and go."""

from array import array
from bisect import bisect
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property

from stellenbund.catalogue.bitsets import packed, slots_of
from stellenbund.catalogue.row import Row
from stellenbund.domain.catalogue_query import Bookmark, Sort, microseconds
from stellenbund.domain.opening import Opening
from stellenbund.domain.vocabulary import StartKind

_LAST = date.max.toordinal()
_LETTERS = "23456789abcdefghijklmnopqrstuvwxyz"
_PLACES = {letter: place for place, letter in enumerate(_LETTERS)}
_AGE = 58
_NAME = 51
"""Bits that hold the microseconds up to the year 9999, and the ten letters of an id."""

_VALUE = _AGE + _NAME
_SORTING = 3
"""How much longer it takes to sort a hit than to walk past an opening."""

_SHORTEST = 64
_MOST = 128
"""Length and number of the stretches in which an order is walked."""

_FEW = 50
"""New openings are put in one by one while there are fewer than one in so many."""


class Order:
    """All openings in one order: *value* first, then the newest; never changes, but grows."""

    def __init__(
        self,
        value: Callable[[Opening], int],
        keys: Sequence[int] = (),
        ranked: Sequence[int] | None = None,
    ) -> None:
        self._value = value
        self._keys = keys
        self._known = ranked

    def grown(self, rows: Sequence[Row], ages: Sequence[int]) -> "Order":
        """Return this order with *rows* and their *ages*.

        Their slots follow the known ones without a gap.
        """
        pairs = zip(rows, ages, strict=True)
        keys = [*self._keys, *(self._value(row.opening) << _VALUE | old for row, old in pairs)]
        if len(rows) * _FEW > len(self._keys):
            return Order(self._value, keys)
        ranked = array("I", self._ranked)
        for row in rows:
            ranked.insert(bisect(ranked, keys[row.slot], key=keys.__getitem__), row.slot)
        return Order(self._value, keys, ranked)

    def value(self, slot: int) -> int:
        """Return what the opening of *slot* is ordered by."""
        return self._keys[slot] >> _VALUE

    def first(self, hits: int, limit: int, after: Bookmark | None = None) -> list[int]:
        """Return the slots of up to *limit* of *hits* that follow *after*."""
        count = hits.bit_count()
        if count * count * _SORTING <= limit * len(self._ranked):
            return self._sorted(hits, limit, after)
        return self._walk(hits, limit, after)

    def _sorted(self, hits: int, limit: int, after: Bookmark | None) -> list[int]:
        """Sort the hits: the faster way if there are few of them."""
        slots = slots_of(hits)
        if after:
            end = marked(after)
            slots = [slot for slot in slots if self._keys[slot] > end]
        return sorted(slots, key=self._keys.__getitem__)[:limit]

    def _walk(self, hits: int, limit: int, after: Bookmark | None) -> list[int]:
        """Walk all openings in their order: the faster way if many of them are hits."""
        octets = hits.to_bytes((len(self._ranked) >> 3) + 1, "little")
        start = 0
        if after:
            start = bisect(self._ranked, marked(after), key=self._keys.__getitem__)
        found: list[int] = []
        for block in range(start // self._length, len(self._blocks)):
            if self._blocks[block] & hits:
                first = max(start, block * self._length)
                slots = self._ranked[first : (block + 1) * self._length]
                found += [slot for slot in slots if octets[slot >> 3] >> (slot & 7) & 1]
                if len(found) >= limit:
                    break
        return found[:limit]

    @cached_property
    def _ranked(self) -> Sequence[int]:
        """All slots in their order, sorted when somebody asks: not while openings pour in."""
        if self._known is not None:
            return self._known
        return array("I", sorted(range(len(self._keys)), key=self._keys.__getitem__))

    @property
    def _length(self) -> int:
        return max(_SHORTEST, len(self._ranked) // _MOST)

    @cached_property
    def _blocks(self) -> Sequence[int]:
        """The bitset of each stretch of the order, so that stretches without hits are skipped."""
        starts = range(0, len(self._ranked), self._length)
        return [packed(self._ranked[start : start + self._length]) for start in starts]


def age(first_seen_at: datetime, name: str) -> int:
    """Return one number that sorts the newest first, and those of one instant by id from z to 2."""
    place = 0
    for letter in name:
        place = place * len(_LETTERS) + _PLACES[letter]
    old = (1 << _AGE) - 1 - max(microseconds(first_seen_at), 0)
    return old << _NAME | ((1 << _NAME) - 1 - place)


def marked(bookmark: Bookmark) -> int:
    """Return the key of the opening at which a page ended, whether it is still there or not."""
    return bookmark.value << _VALUE | age(bookmark.first_seen_at, bookmark.id)


def deadline(opening: Opening) -> int:
    """Return the day until which one can apply; whatever states none comes last."""
    return opening.deadline_on.toordinal() if opening.deadline_on else _LAST


def start(opening: Opening) -> int:
    """Return the first day; what starts at once comes first, what only names a year in its end."""
    if opening.starts_on:
        return opening.starts_on.toordinal()
    if opening.start_kind is StartKind.AS_SOON_AS_POSSIBLE:
        return 0
    if opening.training_year:
        return (date(opening.training_year + 1, 1, 1) - timedelta(days=1)).toordinal()
    return _LAST


def nothing(_opening: Opening) -> int:
    """Return the same for all, so that the newest come first."""
    return 0


VALUES: dict[Sort, Callable[[Opening], int]] = {
    Sort.NEWEST: nothing,
    Sort.DEADLINE: deadline,
    Sort.START: start,
}
"""What each order counts that depends on nothing but the opening."""
