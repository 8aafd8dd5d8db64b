"""Feeds: whether a page is a feed of openings, or names one."""

import re
from collections.abc import Iterator
from itertools import islice

from stellenbund.domain.record import RawRecord
from stellenbund.scraping.css import Css
from stellenbund.scraping.page import Page
from stellenbund.scraping.probing.call import Call
from stellenbund.scraping.probing.clue import Certainty, Clue
from stellenbund.scraping.probing.sources import site_call
from stellenbund.scraping.probing.titles import is_title
from stellenbund.scraping.probing.tour import Tour
from stellenbund.scraping.probing.view import View
from stellenbund.scraping.readers.feed import feed

_ROOT = re.compile(r"<(?:rss|feed|rdf:rdf)[\s>]", re.IGNORECASE)
_JSON_FEED = "jsonfeed.org/version"
_NAMED = Css.of(
    "link[rel~=alternate][type*='rss' i], link[rel~=alternate][type*='atom' i],"
    " link[rel~=alternate][type*='feed+json' i]"
)
_LOOKED_AT = 4_000
_MOST = 2


def clues(view: View, tour: Tour) -> Iterator[Clue]:
    """Yield the page if it is a feed, else the feeds that it names if openings stand in them."""
    if _is_feed(view.page):
        yield _clue(view.page.url, view, "root of a feed", Certainty.CERTAIN)
        return
    tags = [] if view.root is None else _NAMED.select(view.root)
    for url in islice(filter(None, (view.link(tag) for tag in tags)), _MOST):
        found = tour.page(url)
        if found and _is_feed(found) and _holds_openings(found):
            yield _clue(url, view, f"link to a feed {url}", Certainty.LIKELY)


def _is_feed(page: Page) -> bool:
    start = page.text[:_LOOKED_AT]
    return _JSON_FEED in start if page.is_json else _ROOT.search(start) is not None


def _holds_openings(page: Page) -> bool:
    """Say whether half of the entries are called as openings are; news are not."""
    records = [each for each in feed()(page) if isinstance(each, RawRecord)]
    return 0 < len(records) <= 2 * sum(is_title(each.title or "") for each in records)


def _clue(url: str, view: View, seen: str, certainty: Certainty) -> Clue:
    call = site_call(url, Call(feed), view.page)
    return Clue(reader="feed", seen=seen, place=view.page.url, certainty=certainty, call=call)
