"""Cards of a list page, and what the page says about the list as a whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import soupsieve
from soupsieve import SoupSieve

from stellenbund.scraping.markup import plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.scraper import Follow, NoOpenings, Total

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")


def compiled(css: str | None) -> SoupSieve | None:
    """Return *css* ready to select, so that a mistyped one fails where it is declared."""
    return soupsieve.compile(css) if css else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """Where a list page says which page is next, that it has no openings, and how many it has."""

    next_page: SoupSieve | None = None
    no_openings: SoupSieve | None = None
    total: SoupSieve | None = None

    def around(self, page: Page) -> Iterator[Follow | NoOpenings | Total]:
        """Yield what *page* says about the list: its total, that it is empty, its next page."""
        yield from self._stated_total(page)
        if self.no_openings and (marker := self.no_openings.select_one(page.soup)):
            yield NoOpenings(plain(marker) or "")
        if self.next_page and (link := self.next_page.select_one(page.soup)):
            url = page.link(str(link.get("href") or ""))
            if url:
                yield Follow(url)

    def _stated_total(self, page: Page) -> Iterator[Total]:
        """Yield the first number in the element that states the total."""
        if self.total and (stated := self.total.select_one(page.soup)):
            number = _NUMBER.search(plain(stated) or "")
            if number:
                yield Total(int(number.group().replace(".", "")[:9]))
