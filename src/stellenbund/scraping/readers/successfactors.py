"""successfactors: the openings of a career site of SAP SuccessFactors, and the page of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Scope
from stellenbund.scraping.css import Css
from stellenbund.scraping.markup import plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames
from stellenbund.scraping.readers.none_said import none_said
from stellenbund.scraping.readers.sitemap import SitemapReading
from stellenbund.scraping.readers.sitemap_document import kind_of
from stellenbund.scraping.readers.successfactors_card import read_cards
from stellenbund.scraping.readers.successfactors_feed import is_feed, read_feed
from stellenbund.scraping.readers.successfactors_opening import SuccessfactorsOpening
from stellenbund.scraping.readers.unknown import unknown
from stellenbund.scraping.scraper import Follow, Refused, Site, Total, Yield

FEWEST_ROWS = 10
"""The fewest entries that a full page of the list has; sites choose up to 100."""

_OPENINGS = re.compile(r"/job/[^?#]*/\d+(?:-[a-z]{2}_[A-Z]{2})?/?(?:[?#]|$)")
_COUNTED = re.compile(r"jobRecordsFound\s*:\s*parseInt\(\s*[\"'](\d{1,9})[\"']")
_LABEL = Css.of("#tile-search-results-label, .paginationLabel")
_ROW = Css.of("tr.data-row")
_NUMBER = re.compile(r"\d[\d.,]{0,12}")
_LIST, _MORE = "/search/", "/tile-search-results/"


def successfactors(
    portal: str, *, only: EmployerNames = EVERYBODY, scope: Scope = Scope.MIXED
) -> Site:
    """Return the source of all openings that a career site of SAP SuccessFactors shows.

    Args:
        portal: the site's address, such as ``https://jobs.musterstadt.de``, whose search is then
            read page by page; or that of its ``…/sitemal.xml`` (a feed, where it is switched on)
            or ``…/sitemap.xml``, where the search needs a script or robots.txt closes it.
        only: the employers whose openings are kept; all others are skipped.
        scope: whether the site shows ordinary jobs too.
    """
    is_document = urlsplit(portal).path.endswith(".xml")
    return Site(
        start=portal if is_document else f"{portal.rstrip('/')}{_LIST}?q=&startrow=0",
        read=SuccessfactorsReading(only).read,
        key="successfactors",
        name="Karriereportal",
        scope=scope,
    )


@dataclass(frozen=True, slots=True)
class SuccessfactorsReading:
    """Whose openings are kept, and what earlier pages of the list told.

    *total* is how many openings there are, *shown* are the numbers of those that have come: past
    its end a list may begin anew.
    """

    only: EmployerNames = EVERYBODY
    total: int | None = None
    shown: frozenset[str] = frozenset()

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the feed, a sitemap, or a page of the list.

        Raises:
            ValueError: it is a sitemap that breaks off; what it lists came before.
        """
        if kind_of(page):
            yield from SitemapReading(_OPENINGS, self._read_opening).read_sitemap(page)
        elif is_feed(page):
            yield from read_feed(page, self.only)
        else:
            yield from self._read_list(page)

    def _read_opening(self, page: Page) -> Iterator[Yield]:
        """Read the page of an opening of which a sitemap gave nothing but the address."""
        yield from SuccessfactorsOpening.at(page.url, self.only).read(page)

    def _read_list(self, page: Page) -> Iterator[Yield]:
        """Read a page of the list; only its first states how many openings there are."""
        stated = _stated_total(page)
        total = self.total if stated is None else stated
        rows = [row for row in read_cards(page) if row[1].reference not in self.shown]
        for card, record in rows:
            yield SuccessfactorsOpening(record, self.only).entry(card)
        if total is not None:
            yield Total(total)
        if rows:
            shown = self.shown.union(each.reference for _, each in rows if each.reference)
            yield from replace(self, total=total, shown=shown).onward(page, len(rows))
        elif not total:
            said = list(none_said(page.root))
            yield from said
            if not said and total is None:
                yield unknown(page, reader="successfactors", portal="SAP SuccessFactors")

    def onward(self, page: Page, rows: int) -> Iterator[Yield]:
        """Lead to the next page, or say that a list without a total may be cut."""
        if self.total is None:
            if rows >= FEWEST_ROWS:
                yield _no_total(page, rows)
            return
        parts = urlsplit(page.url)
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        here = query.get("startrow", "0")
        further = (int(here) if here.isdecimal() else 0) + rows
        if further < self.total:
            path = _tiles(parts.path) if _ROW.first(page.root) is None else parts.path
            onward = parts._replace(path=path, query=urlencode({**query, "startrow": further}))
            yield Follow(onward.geturl(), read=self.read)


def _tiles(path: str) -> str:
    """Return where a list of tiles gets its further tiles from."""
    return f"{path.removesuffix(_LIST)}{_MORE}" if path.endswith(_LIST) else path


def _stated_total(page: Page) -> int | None:
    """Return how many openings the list has: its script says so, or the last number of its label.

    "Ergebnisse 1 – 25 von 64" and "1 bis 25 von 64 Stellen" both end with it.
    """
    counted = _COUNTED.search(page.text)
    if counted:
        return int(counted[1])
    label = _LABEL.first(page.root)
    numbers = [] if label is None else _NUMBER.findall(plain(label) or "")
    return int(re.sub(r"\D", "", numbers[-1])) if numbers else None


def _no_total(page: Page, rows: int) -> Refused:
    return Refused(
        Outcome.TRUNCATED,
        Finding(
            severity=Severity.WARNING,
            rule="successfactors.no_total",
            message=f"Die Liste zeigt {rows} Stellen und sagt nicht, wie viele es insgesamt sind; "
            "was fehlt, gilt nicht als weg.",
            place=page.url,
            remedy="Bitte als Adresse die der Suche (…/search/) oder der Sitemap (…/sitemap.xml) "
            "angeben.",
        ),
    )
