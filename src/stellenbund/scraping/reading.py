"""Reading: what a reader finds on one page, as far as we take it."""

from dataclasses import dataclass
from itertools import islice

from stellenbund.scraping.haul import MOST_RECORDS
from stellenbund.scraping.page import Page
from stellenbund.scraping.scraper import Reader, Skipped, Yield

MOST_ENTRIES = 50_000
"""Entries on one page, those of other employers included; a portal may send its whole stock."""

STUMBLES = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)
"""What a reader may stumble over in a foreign document; anything else is a fault of ours."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found, whether there was more than is taken, and the error that ended it, if any."""

    items: tuple[Yield, ...]
    is_cut: bool
    error: Exception | None = None


def read_page(read: Reader, page: Page) -> Reading:
    """Return what *read* finds on *page*."""
    items: list[Yield] = []
    ours = 0
    error = None
    try:
        for item in islice(read(page), MOST_ENTRIES + 1):
            items.append(item)
            ours += not isinstance(item, Skipped)
            if ours > MOST_RECORDS:
                break
    except STUMBLES as stumbled:
        error = stumbled
    return Reading(tuple(items), ours > MOST_RECORDS or len(items) > MOST_ENTRIES, error)
