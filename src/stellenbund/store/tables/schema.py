"""Schema: all tables together, as the migrations must build them."""

from stellenbund.store.tables import (
    audit,
    changes,
    cities,
    decisions,
    leases,
    links,
    notices,
    openings,
    pages,
    robots,
    runs,
    sightings,
    tokens,
)
from stellenbund.store.tables.row import Row

MODULES = (
    audit,
    changes,
    cities,
    decisions,
    leases,
    links,
    notices,
    openings,
    pages,
    robots,
    runs,
    sightings,
    tokens,
)
METADATA = Row.metadata
