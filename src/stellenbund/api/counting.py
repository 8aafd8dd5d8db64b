"""Counting: how many openings one can apply for, by each value of a filter."""

from datetime import date

from stellenbund.catalogue.facets import Counts
from stellenbund.domain.catalogue_query import CatalogueQuery, Facet
from stellenbund.flows.picture import Picture


def published(picture: Picture, facet: Facet, today: date) -> Counts:
    """Return the number of published openings by each value of *facet*."""
    counted = CatalogueQuery(facets=frozenset({facet}), limit=1)
    return picture.catalogue.find(counted, today).facets[facet]
