"""A web of a few pages, for crawls."""

from collections.abc import Iterator

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.scraper import Follow, Site, Yield

START = "https://stadt.test/"


def record(reference: str, **texts: str) -> RawRecord:
    return RawRecord(page=START, reference=reference, title=f"Stelle {reference}", **texts)  # type: ignore[arg-type]


def finding(rule: str = "card.odd") -> Finding:
    return Finding(severity=Severity.HINT, rule=rule, message="Seltsam.")


GONE = FetchError(Outcome.MOVED, "weg", is_gone=True)
DOWN = FetchError(Outcome.FAILED, "aus")
CLOSED = FetchError(Outcome.BLOCKED, "zu")


class Web:
    """Pages by path: what is found on them, or the error that comes instead."""

    def __init__(self, **pages: list[Yield] | Exception) -> None:
        """Keep the pages; the start page is called *start*."""
        self.pages = pages
        self.asked: list[str] = []

    def fetch(self, request: Request) -> Page:
        """Return the page, or raise its error."""
        name = request.url.removeprefix(START).partition("?")[0] or "start"
        self.asked.append(name)
        found = self.pages.get(name, GONE)
        if isinstance(found, FetchError):
            raise found
        return Page(url=request.url, text=name)

    def read(self, page: Page) -> Iterator[Yield]:
        """Find on a page what it holds; stumble where it holds an error."""
        found = self.pages[page.text]
        for item in [found] if isinstance(found, Exception) else found:
            if isinstance(item, Exception):
                raise item
            yield item

    def crawl(self, *starts: str) -> Delivery:
        """Crawl from the start page, or from *starts*."""
        begin = tuple(START + start for start in starts) or START
        return crawl(Site(start=begin, read=self.read), self.fetch)

    def crawl_otherwise(self, other: str) -> Delivery:
        """Crawl from the start page, with *other* as what the site has otherwise."""
        other_list = Follow(START + other, self.read)
        return crawl(Site(start=START, read=self.read, otherwise=other_list), self.fetch)

    def detail(self, name: str, of: RawRecord | None = None) -> Follow:
        """Return the way to the page of one opening."""
        return Follow(START + name, read=self.read, record=of, is_opening=True)


def references(delivery: Delivery) -> list[str | None]:
    return [each.reference for each in delivery.records]
