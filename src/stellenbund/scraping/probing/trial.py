"""Trial: a source that nobody declared yet, read as ever but for no more than a few openings."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.record import RawRecord
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.page import Fetch, Page
from stellenbund.scraping.scraper import Follow, Reader, Site, Yield

MOST_OPENINGS = 5
"""Openings whose own pages are asked for; of a list that holds all there is, all are read."""

MOST_LISTS = 4
"""Further pages of a list, or further sitemaps, that are asked for until so many are found."""

MOST_REQUESTS = MOST_OPENINGS + MOST_LISTS + 1


def tried(site: Site, fetch: Fetch) -> Delivery:
    """Read the beginning of *site*; that it breaks off is no trouble of the site's."""
    bound = _Bound()
    start = replace(site, start=site.starts[0], read=bound.around(site.read))
    other = site.otherwise
    if other is not None and other.read is not None:
        start = replace(start, otherwise=replace(other, read=bound.around(other.read)))
    return crawl(start, fetch)


@dataclass(slots=True)
class _Bound:
    """How many openings and further lists may still be asked for."""

    openings: int = MOST_OPENINGS
    lists: int = MOST_LISTS

    def around(self, read: Reader) -> Reader:
        """Return *read* without what it finds beyond the bound."""

        def bounded(page: Page) -> Iterator[Yield]:
            for found in read(page):
                if isinstance(found, Follow):
                    yield from self._followed(found)
                else:
                    self.openings -= isinstance(found, RawRecord) and bool(self.openings)
                    yield found

        return bounded

    def _followed(self, follow: Follow) -> Iterator[Follow]:
        if follow.is_opening or follow.record:
            if self.openings:
                self.openings -= 1
                yield follow
        elif self.openings and self.lists:
            self.lists -= 1
            yield follow if follow.read is None else replace(follow, read=self.around(follow.read))
