"""rexx: the list of openings of a career portal of rexx systems, and the page of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, urlencode, urlsplit

import soupsieve

from stellenbund.domain.record import RawRecord
from stellenbund.domain.source import Scope
from stellenbund.scraping.markup import plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.cards import ListPage, compiled
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames
from stellenbund.scraping.readers.fields import completed, titled
from stellenbund.scraping.readers.ours import ours
from stellenbund.scraping.readers.postings import read_openings
from stellenbund.scraping.readers.rexx_card import Card, read_cards
from stellenbund.scraping.scraper import Follow, NoOpenings, Site, Total, Yield

MOST_ROWS = 100
"""Entries on a page; the portal cuts a longer list there without a word."""

_COUNTED = soupsieve.compile("#joboffer_table_container[data-count]")
_PAGER = soupsieve.compile("#joblist_navigator li.nav_next")
_START = re.compile(r"[?&;]start=(\d{1,6})")
_NONE = re.compile(r"\bkeine\b.{0,40}(?:stellen|angebote|ausschreibung|position)", re.IGNORECASE)


def rexx(
    portal: str,
    *,
    hosts: tuple[str, ...] = (),
    only: EmployerNames = EVERYBODY,
    no_openings: str | None = None,
    scope: Scope = Scope.MIXED,
) -> Site:
    """Return the source of all openings that a career portal of rexx systems shows.

    Args:
        portal: the portal's address, such as ``https://musterstadt-portal.rexx-systems.com``.
        hosts: further hosts on which the pages of openings stand, such as the city's own.
        only: the employers whose openings are kept; all others are skipped.
        no_openings: CSS of the element by which the list says that it has no openings.
        scope: whether the portal shows ordinary jobs too.
    """
    return Site(
        start=f"{portal.rstrip('/')}/stellenangebote.html?start=0",
        read=RexxReading(only, ListPage(no_openings=compiled(no_openings))).read,
        key="rexx",
        name="Karriereportal",
        scope=scope,
        hosts=hosts,
    )


@dataclass(frozen=True, slots=True)
class RexxReading:
    """Whose openings of the portal are kept, and how its list says that there are none."""

    only: EmployerNames = EVERYBODY
    listing: ListPage = field(default_factory=ListPage)

    def read(self, page: Page) -> Iterator[Yield]:
        """Read a page of the list."""
        rows = 0
        for rows, card in enumerate(read_cards(page), start=1):  # noqa: B007 - counted for below
            yield self._entry(card)
        yield from self.listing.around(page)
        counted = _COUNTED.select_one(page.soup)
        if counted and str(counted["data-count"]).strip().isdecimal():
            yield Total(int(str(counted["data-count"])[:9]))
        yield from _next_page(page, rows)

    def _entry(self, card: Card) -> Yield:
        """Lead to the opening's own page, or say what stands there instead of an opening."""
        record = card.record
        if record.reference and record.url:
            read = RexxOpening(record, self.only).read
            return Follow(record.url, read, record, is_opening=True)
        sentence = plain(card.tag) or ""
        return NoOpenings(sentence) if _NONE.search(sentence) else titled(record, card.tag)


@dataclass(frozen=True, slots=True)
class RexxOpening:
    """How the page of one listed opening is read."""

    listed: RawRecord
    only: EmployerNames

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the page: what its JobPosting states wins, the list fills the rest.

        Its number in the address identifies it; what else calls itself an identifier may be
        shared, and the address that it states of itself holds a session.
        """
        records, remarks = read_openings(page)
        yield from remarks
        if not records:
            yield titled(replace(self.listed, is_partial=True))
            return
        told = replace(records[0], reference=self.listed.reference, url=self.listed.url)
        yield from ours(completed(told, self.listed), self.only, page)


def _next_page(page: Page, rows: int) -> Iterator[Follow]:
    """Yield the next page: the pager's, or after a full page the one that must come next.

    A full page without a pager may be all there is or all that is shown. What comes next tells:
    the same again, or nothing, and the list counts as cut.
    """
    parts = urlsplit(page.url)
    query = {name: value for name, value in parse_qsl(parts.query) if name != "sid"}
    here = int(query.get("start", 0))
    pager = _PAGER.select_one(page.soup)
    link = pager.select_one("a[href]") if pager else None
    stated = _START.search(str(link["href"])) if link else None
    further = int(stated[1]) if stated else 0
    if further <= here and rows >= MOST_ROWS and (link or not pager):
        further = here + rows
    if further > here:
        yield Follow(parts._replace(query=urlencode({**query, "start": further})).geturl())
