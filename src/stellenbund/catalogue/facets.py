"""Facets: how many openings each value of a filter would find, were it chosen alone."""

from collections.abc import Mapping, Sequence
from datetime import date

from stellenbund.catalogue.filters import Filters
from stellenbund.catalogue.traits import Value
from stellenbund.domain.catalogue_query import Facet
from stellenbund.domain.vocabulary import Status

Counts = Mapping[Value, int]
"""Number of openings by value, without those of which there are none."""

SHOWN = (Status.PUBLISHED, Status.EXPIRED, Status.WITHDRAWN)


def counts(filters: Filters, facet: Facet, hits: int, today: date) -> Counts:
    """Return how many of *hits* each value of *facet* would find.

    *hits* are what all other filters find: a facet is not narrowed down by its own filter.
    """
    if facet is Facet.PROFESSION and filters.professions.pays_for(hits):
        return filters.professions.count(hits)
    if facet is Facet.STATUS:
        choices: Sequence[tuple[Value, int]] = [
            (status, filters.standing(status, today)) for status in SHOWN
        ]
    else:
        choices = filters.choices(facet)
    return {value: count for value, bits in choices if (count := (bits & hits).bit_count())}
