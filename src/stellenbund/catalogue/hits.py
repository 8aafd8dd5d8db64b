"""Hits: the openings that a query finds, before they are counted, ordered or shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from stellenbund.catalogue.bitsets import union
from stellenbund.catalogue.facets import Counts, counts
from stellenbund.catalogue.index import Index
from stellenbund.catalogue.pages import Bucket, apart, first
from stellenbund.catalogue.search import Found
from stellenbund.domain.catalogue_query import CatalogueQuery, Facet, Sort


@dataclass(frozen=True, slots=True)
class Hits:
    """What *query* finds in *index* on the day *today*.

    *parts* is what each filter lets through; *levels* what the words find, best first, and
    *unheeded* those of them that were left out of account.
    """

    index: Index
    query: CatalogueQuery
    today: date
    parts: Mapping[Facet | str, int]
    levels: Sequence[Bucket]
    unheeded: tuple[str, ...]
    bits: int

    @property
    def total(self) -> int:
        """How many there are."""
        return self.bits.bit_count()

    def facet(self, facet: Facet) -> Counts:
        """Return how many openings each value of *facet* would find instead of those asked for."""
        others = self.bits
        if facet in self.parts:
            others = narrowed(self.parts, union(bits for _, bits in self.levels), but=facet)
        return counts(self.index.filters, facet, others, self.today)

    def page(self, limit: int) -> list[tuple[int, int]]:
        """Return value and slot of up to *limit* hits from where the query says, in its order."""
        after = self.query.after
        match self.query.sort:
            case Sort.RELEVANCE:
                ranked = ((-points, bits & self.bits) for points, bits in self.levels)
                return first(ranked, self.index.newest, limit, after)
            case Sort.DISTANCE if self.query.near:
                rings = apart(self.index.places.rings(self.query.near))
                near = ((metres, bits & self.bits) for metres, bits in rings)
                return first(near, self.index.newest, limit, after)
            case sort:
                order = self.index.orders[sort]
                return [(order.value(slot), slot) for slot in order.first(self.bits, limit, after)]


def hits(index: Index, everyone: int, query: CatalogueQuery, today: date) -> Hits:
    """Return which of *everyone* in *index* the filters and words of *query* find."""
    parts: dict[Facet | str, int] = index.filters.parts(query, today)
    if query.near:
        parts["near"] = index.places.within(query.near)
    found = Found(((0, everyone),), ())
    if query.words:
        found = index.search.ask(" ".join(query.words))
    bits = narrowed(parts, union(bits for _, bits in found.levels))
    return Hits(index, query, today, parts, found.levels, found.unheeded, bits)


def narrowed(parts: Mapping[Facet | str, int], bits: int, *, but: Facet | None = None) -> int:
    """Return what of *bits* all *parts* let through, but for one of them."""
    for part, passed in parts.items():
        if part != but:
            bits &= passed
    return bits
