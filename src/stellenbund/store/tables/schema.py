"""Schema: all tables together, as the migrations must build them."""

from stellenbund.store.tables import changes, cities, notices, openings, runs
from stellenbund.store.tables.row import Row

MODULES = (changes, cities, notices, openings, runs)
METADATA = Row.metadata
