"""Untouched examples: what the template's own rows say while nobody has written over them."""

from datetime import date, timedelta
from functools import lru_cache

from stellenbund.domain.city import City
from stellenbund.domain.record import RawRecord
from stellenbund.feeds.choices import Choices
from stellenbund.feeds.duplicates import content
from stellenbund.feeds.feed import read_feed
from stellenbund.feeds.template import template_csv

SOMEWHERE = City(
    slug="musterstadt", name="Musterstadt", ags="00000000", website="https://musterstadt.example"
)
"""The city of a template that nobody asked for by the name of a city."""

_YEAR = timedelta(days=365)


def example_records(city: City, *, today: date) -> frozenset[RawRecord]:
    """Return the example rows of every template that *city* may have got within a year."""
    return _examples(city, today) | _examples(SOMEWHERE, today)


@lru_cache(maxsize=64)
def _examples(city: City, today: date) -> frozenset[RawRecord]:
    return frozenset(
        content(row.record)
        for day in (today, today - _YEAR)
        for row in read_feed(template_csv(city, today=day), name="template", choices=Choices()).rows
    )
