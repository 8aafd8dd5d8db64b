"""Stock: the openings of a catalogue in their slots, with the index over them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Generic

from stellenbund.catalogue.bitsets import packed
from stellenbund.catalogue.entry import Entry, Kept, entry
from stellenbund.catalogue.index import EMPTY, Index
from stellenbund.catalogue.row import Row
from stellenbund.domain.opening import Opening
from stellenbund.domain.vocabulary import Status

_LEAST, _MOST = 100, 1_000
_SHARE = 40
"""A fortieth of what is there is looked at together, but no fewer and no more than these.

Openings are large and only their traces are kept; but each batch copies what there was before.
"""

_WORN = 4
_SPARE = 1_000
"""How many entries per opening, and how many more, may lie about before the stock is worn."""


@dataclass(frozen=True, slots=True)
class Stock(Generic[Kept]):
    """Entries by slot, the slot of each id, and *everyone*: the slots that are still in use."""

    index: Index = EMPTY
    entries: Sequence[Entry[Kept]] = ()
    slots: Mapping[str, int] = field(default_factory=dict)
    everyone: int = 0

    def updated(
        self,
        openings: Iterable[Opening],
        keep: Callable[[Opening], Kept],
        gone: Collection[str],
    ) -> "Stock[Kept]":
        """Return this stock with *openings*, new or changed, and without *gone*.

        A changed opening is entered anew and its old entry left to lie. What is held back is not
        public, and therefore not in stock.
        """
        stock = self.left_by(gone)
        rest = iter(openings)
        while batch := {opening.id: opening for opening in islice(rest, stock.batch)}:
            public = [each for each in batch.values() if each.status is not Status.HELD]
            stock = stock.left_by(batch).joined_by(public, keep)
        return replace(stock, index=stock.index.among(stock.everyone))

    def left_by(self, names: Iterable[str]) -> "Stock[Kept]":
        """Return this stock without the openings with the ids *names*."""
        left = {name: self.slots[name] for name in names if name in self.slots}
        if not left:
            return self
        slots = dict(self.slots)
        for name in left:
            del slots[name]
        return replace(self, slots=slots, everyone=self.everyone & ~packed(left.values()))

    def joined_by(
        self, openings: Sequence[Opening], keep: Callable[[Opening], Kept]
    ) -> "Stock[Kept]":
        """Return this stock with *openings*, of which it has none yet."""
        if not openings:
            return self
        rows = [Row(slot, each) for slot, each in enumerate(openings, len(self.entries))]
        return Stock(
            index=self.index.grown(rows),
            entries=[*self.entries, *(entry(each, keep(each)) for each in openings)],
            slots={**self.slots, **{row.opening.id: row.slot for row in rows}},
            everyone=self.everyone | packed(row.slot for row in rows),
        )

    @property
    def batch(self) -> int:
        """How many openings are taken in together."""
        return min(max(_LEAST, len(self.slots) // _SHARE), _MOST)

    @property
    def is_worn(self) -> bool:
        """Whether so many old entries lie about that building anew pays."""
        return len(self.entries) > _WORN * len(self.slots) + _SPARE
