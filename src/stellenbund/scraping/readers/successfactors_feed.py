"""SuccessFactors feed: the openings that a career site lists in its ``sitemal.xml``."""

import re
from collections.abc import Iterator
from dataclasses import replace

from stellenbund.domain.record import RawRecord
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames
from stellenbund.scraping.readers.feed import feed
from stellenbund.scraping.readers.feed_entry import FeedElements
from stellenbund.scraping.readers.fields import titled
from stellenbund.scraping.readers.successfactors_card import named
from stellenbund.scraping.readers.successfactors_opening import SuccessfactorsOpening
from stellenbund.scraping.scraper import Follow, Yield

_GOOGLE = "http://base.google.com/ns/1.0:"
_ELEMENTS = FeedElements(
    employer=f"{_GOOGLE}employer", section=f"{_GOOGLE}job_function", place=f"{_GOOGLE}location"
)
"""``expiration_date`` is left out: it is when the entry expires, not the opening's deadline."""

_ROOT = re.compile(r"<rss[\s>]", re.IGNORECASE)
_LOOKED_AT = 4_000


def is_feed(page: Page) -> bool:
    """Say whether *page* is the feed."""
    return _ROOT.search(page.text, 0, _LOOKED_AT) is not None


def read_feed(page: Page, only: EmployerNames = EVERYBODY) -> Iterator[Yield]:
    """Read the feed, which holds all openings; each entry leads to the page of its opening."""
    for found in feed(only=only, elements=_ELEMENTS)(page):
        yield _entry(found, only) if isinstance(found, RawRecord) else found


def _entry(record: RawRecord, only: EmployerNames) -> Yield:
    """Lead from an entry to its page; its title ends with the place: "Koch (Musterstadt, DE)"."""
    place = next((each.name for each in record.places if each.name), None)
    listed = named(replace(record, title=_without_place(record.title)), record.url, place=place)
    if listed.url is None:
        return titled(record)
    read = SuccessfactorsOpening(listed, only).read
    return Follow(listed.url, read=read, record=listed, is_opening=True)


def _without_place(title: str | None) -> str | None:
    """Return *title* without the place in brackets at its end.

    >>> _without_place("Koch/Köchin (m/w/d) (Musterstadt, DE, 45999)")
    'Koch/Köchin (m/w/d)'
    """
    return re.sub(r"\s*\([^()]{1,80},\s?[A-Z]{2}(?:,\s?\d{5})?\)\s*$", "", title) if title else None
