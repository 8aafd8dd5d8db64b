"""Tour: the pages that a look at one site asks for, each once and no more than a few."""

from dataclasses import dataclass, field

from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Fetch, Page, Request, without_fragment

MOST_PAGES = 13
"""The page that was named, and a dozen others; robots.txt is not counted."""


@dataclass(slots=True)
class Tour:
    """Which pages were asked for, and what became of that.

    *reach* brings a page from whatever host its address leads to. *troubles* are the reasons, by
    address, why pages could not be had.
    """

    reach: Fetch
    asked: dict[str, Page | None] = field(default_factory=dict)
    troubles: dict[str, str] = field(default_factory=dict)

    def page(self, url: str) -> Page | None:
        """Return the page at *url*; ``None`` if it cannot be had, or enough has been asked for."""
        address = without_fragment(url)
        if address not in self.asked and len(self.asked) < MOST_PAGES:
            self.asked[address] = self._fetched(address)
        return self.asked.get(address)

    def _fetched(self, address: str) -> Page | None:
        try:
            return self.reach(Request(address))
        except FetchError as error:
            self.troubles[address] = error.reason
            return None

    def beside(self, fetch: Fetch) -> Fetch:
        """Return *fetch* as one that does not ask again for what this tour has seen."""

        def fetched(request: Request) -> Page:
            is_plain = request == Request(request.url)
            seen = self.asked.get(without_fragment(request.url)) if is_plain else None
            return seen or fetch(request)

        return fetched
