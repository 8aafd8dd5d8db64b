"""Onlyfy row: one opening in the list that a portal of onlyfy shows in HTML."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.scraping.css import Css
from stellenbund.scraping.markup import Element, plain
from stellenbund.scraping.page import Page

_ROWS = Css.of(".row-table:has(.job-title), .row-table:has(a[href*='/job/'])")
_LINKS = Css.of("a[href*='/job/']")
_TITLE = Css.of(".job-title")
_PLACE = Css.of(".text-center .inner")
_OWN_PAGE = re.compile(r"(?:/[a-z]{2})?/job/([a-z0-9]{8,64})/?", re.IGNORECASE)


def read_rows(page: Page) -> Iterator[tuple[Element, RawRecord]]:
    """Yield the entries of the list on *page*: its rows, else whatever links to openings."""
    seen = set[str]()
    for row in _ROWS.outermost(page.root) or _LINKS.select(page.root):
        record = _record(row, page)
        is_entry = record.reference or row.tag != "a"
        if is_entry and record.reference not in seen:
            seen.update({record.reference} if record.reference else ())
            yield row, record


def token_of(url: str | None) -> str | None:
    """Return what names an opening in its address; the language before it may change.

    >>> token_of("https://musterstadt.onlyfy.jobs/de/job/tdpbva0dmo30ygekla6n?src=x")
    'tdpbva0dmo30ygekla6n'
    """
    own = _OWN_PAGE.fullmatch(urlsplit(url).path) if url else None
    return own[1] if own else None


def bare(url: str) -> str:
    """Return *url* without its query, in which there is nothing but where a visitor came from."""
    return urlsplit(url)._replace(query="", fragment="").geturl()


def _record(row: Element, page: Page) -> RawRecord:
    links = [row] if row.tag == "a" else _LINKS.select(row)
    own = [(tag, url) for tag in links if token_of(url := page.link(tag.get("href")))]
    url = own[0][1] if own else None
    heading = _TITLE.first(row)
    if heading is None and own:
        heading = own[0][0]
    place = _PLACE.first(row)
    name = None if place is None else plain(place)
    return RawRecord(
        page=page.url,
        reference=token_of(url),
        url=bare(url) if url else None,
        title=None if heading is None else plain(heading),
        places=(RawPlace(name=name),) if name else (),
    )
