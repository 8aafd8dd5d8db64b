"""Onlyfy row: one opening in the list that a portal of onlyfy shows in HTML."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import soupsieve
from bs4 import Tag

from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.scraping.markup import outermost, plain
from stellenbund.scraping.page import Page

_ROWS = soupsieve.compile(".row-table:has(.job-title), .row-table:has(a[href*='/job/'])")
_LINKS = soupsieve.compile("a[href*='/job/']")
_TITLE = soupsieve.compile(".job-title")
_PLACE = soupsieve.compile(".text-center .inner")
_OWN_PAGE = re.compile(r"(?:/[a-z]{2})?/job/([a-z0-9]{8,64})/?", re.IGNORECASE)


def read_rows(page: Page) -> Iterator[tuple[Tag, RawRecord]]:
    """Yield the entries of the list on *page*: its rows, else whatever links to openings."""
    seen = set[str]()
    for row in outermost(_ROWS, page.soup) or _LINKS.select(page.soup):
        record = _record(row, page)
        is_entry = record.reference or row.name != "a"
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


def _record(row: Tag, page: Page) -> RawRecord:
    links = [row] if row.name == "a" else _LINKS.select(row)
    own = [(tag, url) for tag in links if token_of(url := page.link(str(tag["href"])))]
    url = own[0][1] if own else None
    heading = _TITLE.select_one(row) or (own[0][0] if own else None)
    place = _PLACE.select_one(row)
    name = plain(place) if place else None
    return RawRecord(
        page=page.url,
        reference=token_of(url),
        url=bare(url) if url else None,
        title=plain(heading) if heading else None,
        places=(RawPlace(name=name),) if name else (),
    )
