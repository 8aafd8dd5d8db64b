"""rexx: the list of openings of a career portal of rexx systems, and the page of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urlsplit

from stellenbund.domain.source import Scope
from stellenbund.scraping.css import Css
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.cards import ListPage, compiled
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames
from stellenbund.scraping.readers.listed_opening import ListedOpening
from stellenbund.scraping.readers.none_said import none_said
from stellenbund.scraping.readers.rexx_card import Card, read_cards
from stellenbund.scraping.scraper import Follow, Site, Total, Yield

MOST_ROWS = 100
"""Entries on a page; the portal cuts a longer list there without a word."""

_COUNTED = Css.of("#joboffer_table_container[data-count]")
_PAGER = Css.of("#joblist_navigator li.nav_next")
_LINK = Css.of("a[href]")
_START = re.compile(r"[?&;]start=(\d{1,6})")


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
        counted = _COUNTED.first(page.root)
        stated = "" if counted is None else counted.get("data-count", "").strip()
        if stated.isdecimal():
            yield Total(int(stated[:9]))
        yield from _next_page(page, rows)

    def _entry(self, card: Card) -> Yield:
        """Lead to the opening's own page, or say what stands there instead of an opening."""
        entry = ListedOpening(card.record, self.only).entry(card.tag)
        return entry if isinstance(entry, Follow) else next(none_said(card.tag), entry)


def _next_page(page: Page, rows: int) -> Iterator[Follow]:
    """Yield the next page: the pager's, or after a full page the one that must come next.

    A full page without a pager may be all there is or all that is shown. What comes next tells:
    the same again, or nothing, and the list counts as cut.
    """
    parts = urlsplit(page.url)
    query = {name: value for name, value in parse_qsl(parts.query) if name != "sid"}
    here = int(query.get("start", 0))
    pager = _PAGER.first(page.root)
    link = None if pager is None else _LINK.first(pager)
    stated = None if link is None else _START.search(link.get("href", ""))
    further = int(stated[1]) if stated else 0
    is_open = pager is None or link is not None
    if further <= here and rows >= MOST_ROWS and is_open:
        further = here + rows
    if further > here:
        yield Follow(parts._replace(query=urlencode({**query, "start": further})).geturl())
