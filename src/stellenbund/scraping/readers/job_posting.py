"""job_posting: any site that publishes schema.org JobPosting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stellenbund.domain.record import RawRecord
from stellenbund.scraping.css import Css
from stellenbund.scraping.page import Page, without_fragment
from stellenbund.scraping.readers.cards import ListPage, compiled
from stellenbund.scraping.readers.fields import titled
from stellenbund.scraping.readers.postings import NONE, read_openings, read_postings
from stellenbund.scraping.scraper import (
    Follow,
    NoOpenings,
    Reader,
    Skipped,
    Unreadable,
    Yield,
)


def job_posting(
    *,
    links: str | None = None,
    next_page: str | None = None,
    only: str | None = None,
    no_openings: str | None = None,
    total: str | None = None,
) -> Reader:
    """Return a reader of JobPosting, in JSON-LD, microdata, RDFa or labelled German text.

    Args:
        links: CSS of the links, on a list page, to the pages of single openings.
        next_page: CSS of the link to the next page of the list.
        only: regular expression that a posting's employer must match; others are skipped.
        no_openings: CSS of the element by which the list says that it has no openings.
        total: CSS of the element whose first number is how many openings the list has.
    """
    reading = JobPostingReading(
        links=compiled(links),
        ours=re.compile(only, re.IGNORECASE) if only else None,
        listing=ListPage(
            next_page=compiled(next_page), no_openings=compiled(no_openings), total=compiled(total)
        ),
    )
    return reading.read


@dataclass(frozen=True, slots=True, kw_only=True)
class JobPostingReading:
    """How one site's postings are found: by which links, of which employer."""

    links: Css | None
    ours: re.Pattern[str] | None
    listing: ListPage

    def read(self, page: Page) -> Iterator[Yield]:
        """Read a list, or a page of openings."""
        linked = dict.fromkeys(self._linked(page))
        around = list(self.listing.around(page))
        if linked:
            yield from self._read_links(page, tuple(linked))
        elif not any(isinstance(each, NoOpenings) for each in around):
            records, remarks = read_openings(page)
            yield from remarks
            yield from (self._ours(each) for each in records)
        yield from around

    def read_opening(self, page: Page) -> Iterator[Yield]:
        """Read a page that should show an opening; one that does not is unreadable."""
        records, remarks = read_openings(page)
        yield from (self._ours(each) for each in records)
        for remark in remarks:
            yield Unreadable(page.url, remark) if remark.rule == NONE else remark

    def _linked(self, page: Page) -> Iterator[str]:
        """Yield the addresses of openings that a list page links to."""
        for tag in self.links.select(page.root) if self.links else ():
            url = page.link(tag.get("href"))
            if url and without_fragment(url) != without_fragment(page.url):
                yield url

    def _read_links(self, page: Page, linked: tuple[str, ...]) -> Iterator[Yield]:
        """Follow the links; what the list itself tells of an opening goes along."""
        found = read_postings(page)
        told = {each.url: each for each in found.records if each.url in linked}
        yield from found.remarks
        yield from (self._ours(each) for each in found.records if each.url not in told)
        for url in linked:
            yield Follow(url, read=self.read_opening, record=told.get(url), is_opening=True)

    def _ours(self, record: RawRecord) -> RawRecord | Skipped | Unreadable:
        """Return *record*, unless it is another employer's or has no title."""
        if self.ours and record.employer and not self.ours.search(record.employer):
            return Skipped(record.reference or record.url or record.title or record.page)
        return titled(record)
