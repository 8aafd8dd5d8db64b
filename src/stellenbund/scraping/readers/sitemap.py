"""sitemap: openings that a site's sitemap lists, each on a page of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.run import Outcome
from stellenbund.scraping.entries import tells
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.job_posting import job_posting
from stellenbund.scraping.readers.sitemap_document import (
    check_whole,
    kind_of,
    pages_in,
    sitemaps_in,
)
from stellenbund.scraping.scraper import Follow, Listed, Reader, Refused, Unreadable, Yield

POSTINGS = job_posting()


def sitemap(*, openings: str, detail: Reader = POSTINGS, beside: Reader | None = None) -> Reader:
    """Return a reader of sitemaps, of indexes of sitemaps, and of the openings in them.

    Args:
        openings: regular expression that the addresses of openings match; a sitemap may list
            thousands of other pages.
        detail: a reader of the page of one opening: by default its JSON-LD, else its microdata,
            else its labelled German text.
        beside: a reader of those starts of the site that are no sitemap, such as a list.
    """
    return SitemapReading(re.compile(openings), detail, beside).read


@dataclass(frozen=True, slots=True)
class SitemapReading:
    """Which pages of a site's sitemaps are openings, and who reads them."""

    wanted: re.Pattern[str]
    detail: Reader = POSTINGS
    beside: Reader | None = None

    def read(self, page: Page) -> Iterator[Yield]:
        """Read a start of the site.

        Raises:
            ValueError: it is a sitemap that breaks off (what it lists came before), or the
                reader of other starts cannot read it.
        """
        if kind_of(page) is None and self.beside:
            yield from self.beside(page)
        else:
            yield from self.read_sitemap(page)

    def read_sitemap(self, page: Page) -> Iterator[Yield]:
        """Follow what a sitemap lists; one of nothing but other pages is no fault.

        Raises:
            ValueError: it breaks off; what it lists came before.
        """
        kind = kind_of(page)
        if kind is None:
            yield _no_sitemap(page)
            return
        yield from (Follow(url, read=self.read_sitemap) for url in sitemaps_in(page))
        if kind == "urlset":
            urls = [url for url in pages_in(page) if self.wanted.search(url)]
            yield Listed(len(urls))
            yield from (Follow(url, read=self.read_opening, is_opening=True) for url in urls)
        check_whole(page)

    def read_opening(self, page: Page) -> Iterator[Yield]:
        """Read a page that should show an opening; one that does not is unreadable.

        Raises:
            ValueError: the reader of openings cannot read it at all.
        """
        found = list(self.detail(page))
        yield from found
        if not any(tells(each) for each in found):
            yield Unreadable(page.url, _nothing_shown(page))


def _no_sitemap(page: Page) -> Refused:
    return Refused(
        Outcome.UNREADABLE,
        Finding(
            severity=Severity.ERROR,
            rule="sitemap.unknown",
            message="Unter der Adresse der Sitemap steht etwas anderes.",
            place=page.url,
            remedy="Bitte in der robots.txt der Seite nachsehen, wo die Sitemap jetzt steht, und "
            "die Beschreibung der Stadt (scrapers/) anpassen.",
        ),
    )


def _nothing_shown(page: Page) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        rule="sitemap.no_opening",
        message="Die Sitemap führt diese Seite unter den Stellen, sie zeigt aber keine.",
        reference=page.url,
        place=page.url,
        remedy="Bitte die Seite ansehen: Ist sie keine Stelle, muss der Ausdruck für die Adressen "
        "(openings=…) in der Beschreibung der Stadt (scrapers/) enger gefasst werden.",
    )
