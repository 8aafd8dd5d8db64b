"""Catalogue: everything that is public, as one value that answers every public question."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import Generic, NamedTuple

from stellenbund.catalogue.answers import Help, help_for
from stellenbund.catalogue.entry import Kept
from stellenbund.catalogue.facets import Counts
from stellenbund.catalogue.hits import Hits, hits
from stellenbund.catalogue.likeness import like
from stellenbund.catalogue.pages import first
from stellenbund.catalogue.places import distance
from stellenbund.catalogue.stock import Stock
from stellenbund.catalogue.suggestions import Suggestion, suggestions
from stellenbund.domain.catalogue_query import Bookmark, CatalogueQuery, Facet, Near
from stellenbund.domain.opening import Opening
from stellenbund.domain.vocabulary import Status


class Hit(NamedTuple, Generic[Kept]):
    """One opening of an answer: its status on that day, and metres to the point asked for."""

    id: str
    status: Status
    metres: int | None
    kept: Kept


class Answer(NamedTuple, Generic[Kept]):
    """A page in its order, how many there are on all pages, counts, and where the page ends.

    *unheeded* are words that no opening fits, left out because others have a meaning.
    """

    hits: tuple[Hit[Kept], ...]
    total: int
    facets: Mapping[Facet, Counts]
    next: Bookmark | None
    unheeded: tuple[str, ...]


class Catalogue(Generic[Kept]):
    """The public openings as of one sequence number; a value that never changes.

    *keep* makes of an opening what is to be had of it later, such as the bytes of an answer; the
    openings themselves are not kept.
    """

    def __init__(
        self,
        keep: Callable[[Opening], Kept],
        *,
        sequence: int = 0,
        stock: Stock[Kept] | None = None,
    ) -> None:
        self._keep = keep
        self._stock: Stock[Kept] = stock or Stock()
        self.sequence = sequence

    def updated(
        self, openings: Iterable[Opening], sequence: int, *, gone: Collection[str] = ()
    ) -> "Catalogue[Kept]":
        """Return the catalogue as of *sequence*: with *openings*, new or changed, without *gone*.

        It shares with this one what did not change. The first one grows out of an empty one.
        """
        stock = self._stock.updated(openings, self._keep, gone)
        return Catalogue(self._keep, sequence=sequence, stock=stock)

    def __len__(self) -> int:
        """Return how many openings are in here, whatever their status."""
        return len(self._stock.slots)

    @property
    def is_worn(self) -> bool:
        """Whether so many old entries lie about that it is time to build a new catalogue."""
        return self._stock.is_worn

    def find(self, query: CatalogueQuery, today: date) -> Answer[Kept]:
        """Return the page of *query*, as things stand on the day *today* in Berlin."""
        found = self._hits(query, today)
        page = found.page(query.limit + 1)
        shown = page[: query.limit]
        return Answer(
            hits=tuple(self._hit(slot, today, query.near) for _, slot in shown),
            total=found.total,
            facets={facet: found.facet(facet) for facet in query.facets},
            next=self._end(*shown[-1]) if len(page) > query.limit else None,
            unheeded=found.unheeded,
        )

    def get(self, name: str, today: date) -> Hit[Kept] | None:
        """Return the opening with the id *name*, whatever its status, if it is in here."""
        slot = self._stock.slots.get(name)
        return None if slot is None else self._hit(slot, today, None)

    def similar(self, name: str, today: date, *, limit: int = 6) -> tuple[Hit[Kept], ...]:
        """Return up to *limit* published openings that resemble the one with the id *name*."""
        slot = self._stock.slots.get(name)
        if slot is None:
            return ()
        others = self._published(today) & ~(1 << slot)
        buckets = like(self._stock.entries[slot], self._stock.index.filters, others)
        found = first(buckets, self._stock.index.newest, limit, None)
        return tuple(self._hit(slot, today, None) for _, slot in found)

    def suggest(self, typed: str, today: date, *, limit: int = 8) -> tuple[Suggestion, ...]:
        """Return what *typed* may become, with how many published openings each finds."""
        published = self._published(today)
        return suggestions(typed, self._stock.index.filters, published, today, limit=limit)

    def help(self, query: CatalogueQuery, today: date) -> Help:
        """Return what there is instead of what *query* asks for."""

        def count(other: CatalogueQuery) -> int:
            return self._hits(other, today).total

        def count_each(other: CatalogueQuery, facet: Facet) -> Counts:
            return self._hits(other, today).facet(facet)

        return help_for(query, count, count_each, today)

    def _hits(self, query: CatalogueQuery, today: date) -> Hits:
        return hits(self._stock.index, self._stock.everyone, query, today)

    def _published(self, today: date) -> int:
        return self._stock.everyone & self._stock.index.filters.standing(Status.PUBLISHED, today)

    def _hit(self, slot: int, today: date, near: Near | None) -> Hit[Kept]:
        found = self._stock.entries[slot]
        metres = None
        if near and found.points:
            here = (near.latitude, near.longitude)
            metres = min(distance(here, point) for point in found.points)
        return Hit(found.id, found.status_on(today), metres, found.kept)

    def _end(self, value: int, slot: int) -> Bookmark:
        last = self._stock.entries[slot]
        return Bookmark(value=value, first_seen_at=last.first_seen_at, id=last.id)
