"""softgarden: the feed of postings that a career site of softgarden publishes."""

from collections.abc import Iterator
from dataclasses import dataclass

from stellenbund.domain.record import RawRecord
from stellenbund.domain.source import Scope
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames
from stellenbund.scraping.readers.json_ld import types_of
from stellenbund.scraping.readers.nodes import each, inner, words
from stellenbund.scraping.readers.ours import ours
from stellenbund.scraping.readers.posting import read_posting
from stellenbund.scraping.readers.unknown import unknown
from stellenbund.scraping.scraper import Site, Total, Yield


def softgarden(site: str, *, only: EmployerNames = EVERYBODY, scope: Scope = Scope.MIXED) -> Site:
    """Return the source of all openings that a career site of softgarden publishes.

    Args:
        site: the career site's address, such as ``https://musterstadt.career.softgarden.de``.
        only: the employers whose openings are kept; all others are skipped.
        scope: whether the site shows ordinary jobs too.
    """
    return Site(
        start=f"{site.rstrip('/')}/jobs.feed.json",
        read=SoftgardenReading(only).read,
        key="softgarden",
        name="Karriereportal",
        scope=scope,
    )


@dataclass(frozen=True, slots=True)
class SoftgardenReading:
    """Whose openings of the feed are kept."""

    only: EmployerNames = EVERYBODY

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the feed, a ``DataFeed`` of schema.org.

        Raises:
            ValueError: it is no JSON.
        """
        document = page.json()
        if not isinstance(document, dict) or not _is_feed(document):
            yield unknown(page, reader="softgarden", portal="softgarden")
            return
        elements = list(each(document, "dataFeedElement"))
        if not elements:
            yield Total(0)
        for element in elements:
            yield from ours(_record(element, page), self.only, page)


def _is_feed(document: dict[str, object]) -> bool:
    return "DataFeed" in types_of(document) and "dataFeedElement" in document


def _record(element: object, page: Page) -> RawRecord:
    """Return what the posting in *element* says; of anything else only what it is called by."""
    around = element if isinstance(element, dict) else {}
    item = next(inner(around, "item"), around)
    if "JobPosting" not in types_of(item):
        return RawRecord(page=page.url, reference=words(item, "identifier", "url", "@id"))
    # Links of a feed are relative to its address; a <base> in someone's text means nothing.
    return read_posting(item, Page(url=page.url, text=""))
