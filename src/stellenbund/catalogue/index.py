"""Index: all that the catalogue knows of its openings to find them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stellenbund.catalogue.filters import Filters
from stellenbund.catalogue.ordering import VALUES, Order, age
from stellenbund.catalogue.places import Places
from stellenbund.catalogue.row import Row
from stellenbund.catalogue.search import Search
from stellenbund.domain.catalogue_query import Sort


class Index(NamedTuple):
    """Filters, words, places and orders over the same slots."""

    filters: Filters
    search: Search
    places: Places
    orders: Mapping[Sort, Order]

    def grown(self, rows: Sequence[Row]) -> "Index":
        """Return this index with *rows*, whose slots follow the known ones without a gap."""
        filters = self.filters.grown(rows)
        ages = [age(row.opening.first_seen_at, row.opening.id) for row in rows]
        return Index(
            filters=filters,
            search=self.search.grown(rows, filters),
            places=self.places.grown(rows),
            orders={sort: order.grown(rows, ages) for sort, order in self.orders.items()},
        )

    def among(self, everyone: int) -> "Index":
        """Return this index for questions about *everyone*, the openings that are still there."""
        return self._replace(search=self.search.among(everyone))

    @property
    def newest(self) -> Order:
        """The order in which the newest come first."""
        return self.orders[Sort.NEWEST]


EMPTY = Index(
    filters=Filters(),
    search=Search(Filters()),
    places=Places(),
    orders={sort: Order(value) for sort, value in VALUES.items()},
)
"""The index of no opening."""
