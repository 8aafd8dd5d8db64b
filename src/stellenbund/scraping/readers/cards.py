"""Cards of a list page, and what the page says about the list as a whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stellenbund.scraping.css import Css
from stellenbund.scraping.markup import plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.scraper import Follow, NoOpenings, Total

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")


def compiled(css: str | None) -> Css | None:
    """Return *css* ready to select, so that a mistyped one fails where it is declared."""
    return Css.of(css) if css else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """Where a list page says which page is next, that it has no openings, and how many it has."""

    next_page: Css | None = None
    no_openings: Css | None = None
    total: Css | None = None

    def around(self, page: Page) -> Iterator[Follow | NoOpenings | Total]:
        """Yield what *page* says about the list: its total, that it is empty, its next page."""
        yield from self._stated_total(page)
        marker = self.no_openings.first(page.root) if self.no_openings else None
        if marker is not None:
            yield NoOpenings(plain(marker) or "")
        link = self.next_page.first(page.root) if self.next_page else None
        url = None if link is None else page.link(link.get("href"))
        if url:
            yield Follow(url)

    def _stated_total(self, page: Page) -> Iterator[Total]:
        """Yield the first number in the element that states the total."""
        stated = self.total.first(page.root) if self.total else None
        number = None if stated is None else _NUMBER.search(plain(stated) or "")
        if number:
            yield Total(int(number.group().replace(".", "")[:9]))
