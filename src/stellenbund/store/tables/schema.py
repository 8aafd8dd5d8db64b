"""Schema: all tables together, as the migrations must build them."""

from stellenbund.store.tables import (
    accounts,
    audit,
    changes,
    cities,
    corrections,
    decisions,
    leases,
    letters,
    links,
    notices,
    openings,
    pages,
    robots,
    runs,
    sightings,
    tokens,
    uploads,
    webhooks,
)
from stellenbund.store.tables.row import Row

MODULES = (
    accounts,
    audit,
    changes,
    cities,
    corrections,
    decisions,
    leases,
    letters,
    links,
    notices,
    openings,
    pages,
    robots,
    runs,
    sightings,
    tokens,
    uploads,
    webhooks,
)
METADATA = Row.metadata
