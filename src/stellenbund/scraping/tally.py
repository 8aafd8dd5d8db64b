"""Tally: what one list of a source states about its length, beside what it showed."""

from collections.abc import Hashable
from dataclasses import dataclass, field

from stellenbund.scraping.entries import key
from stellenbund.scraping.scraper import Total, Yield


@dataclass(slots=True)
class Tally:
    """The totals that stood on the pages of a list, and the keys of the entries shown there."""

    totals: list[int] = field(default_factory=list)
    shown: set[Hashable] = field(default_factory=set)

    def note(self, item: Yield) -> None:
        """Count *item*, which stood on a page of the list."""
        if isinstance(item, Total):
            self.totals.append(item.count)
        elif (entry := key(item)) is not None:
            self.shown.add(entry)

    @property
    def total(self) -> int | None:
        """How many entries the list says it has; the largest number, if it wavers."""
        return max(self.totals, default=None)

    def shortfall(self) -> str | None:
        """Say in German why entries must be missing: fewer than stated, or a total that fell.

        Where entries are taken out while pages are read, others move up and are on none of them.
        """
        seen, total = len(self.shown), self.total
        if total is None:
            return None
        if seen < total:
            return f"Die Quelle nennt {total} Stellen, gezeigt hat sie aber nur {seen}."
        if self.totals != sorted(self.totals):
            return (
                f"Beim Lesen sank die genannte Zahl der Stellen von {total} auf {self.totals[-1]}."
            )
        return None
