"""Visit: one page that a crawl has yet to read."""

from dataclasses import dataclass

from stellenbund.scraping.page import Request, without_fragment
from stellenbund.scraping.scraper import Follow, Site

Asked = tuple[str, str | None]
"""What tells one request from others: where it goes, and what is posted there."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A page to be read, the start that led to it, and whether it is that start itself."""

    follow: Follow
    start: str
    is_start: bool = False

    @property
    def is_of_list(self) -> bool:
        """Whether it is one more page of the same list."""
        return self.follow.read is None

    def request(self, site: Site) -> Request:
        """Return what is asked of *site* to have the page."""
        return Request(self.follow.url, (*site.headers, *self.follow.headers), self.follow.body)


def asked(follow: Follow) -> Asked:
    """Return what tells the request for a page from others."""
    return without_fragment(follow.url), follow.body
