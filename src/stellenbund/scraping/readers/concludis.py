"""concludis: the list of openings of a concludis job board, and the page of each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urlsplit

from stellenbund.domain.source import Scope
from stellenbund.scraping.css import Css
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.cards import ListPage, compiled
from stellenbund.scraping.readers.concludis_row import read_rows
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames
from stellenbund.scraping.readers.listed_opening import ListedOpening
from stellenbund.scraping.readers.none_said import none_said
from stellenbund.scraping.readers.unknown import unknown
from stellenbund.scraping.scraper import Follow, Site, Total, Yield

MOST_ROWS = 25
"""Entries on a page."""

_PATH = "prj/lst/a181a603769c1f98ad927e7367c7aa51/GesamtlisteOffenePositionen.htm"
"""The list of all openings; its number is the same for every customer of concludis."""

_LIST = Css.of(".stellensum, .stellen")


def concludis(
    portal: str,
    *,
    board: str = "0",
    hosts: tuple[str, ...] = (),
    only: EmployerNames = EVERYBODY,
    scope: Scope = Scope.MIXED,
) -> Site:
    """Return the source of all openings that a concludis job board shows.

    Args:
        portal: the portal's address, such as ``https://musterstadt.concludis.de``.
        board: of several job boards under one address the number that their links hold as
            ``b=``; each shows other openings, and 0 stands for the main one.
        hosts: further hosts on which the pages of openings stand, such as the city's own.
        only: the employers whose openings are kept; all others are skipped.
        scope: whether the board shows ordinary jobs too.
    """
    return Site(
        start=f"{portal.rstrip('/')}/{_PATH}?{urlencode({'b': board})}",
        read=ConcludisReading(only).read,
        key="concludis",
        name="Karriereportal",
        scope=scope,
        hosts=hosts,
    )


@dataclass(frozen=True, slots=True)
class ConcludisReading:
    """Whose openings of the board are kept."""

    only: EmployerNames = EVERYBODY
    listing: ListPage = field(default_factory=lambda: ListPage(total=compiled(".stellensum")))

    def read(self, page: Page) -> Iterator[Yield]:
        """Read a page of the list, whose head says how many openings there are."""
        if _LIST.first(page.root) is None:
            yield unknown(page, reader="concludis", portal="concludis")
            return
        rows = list(read_rows(page))
        for tag, record in rows:
            yield ListedOpening(record, self.only).entry(tag)
        stated = list(self.listing.around(page))
        yield from stated
        if not rows:
            yield from none_said(page.root)
        total = next((each.count for each in stated if isinstance(each, Total)), None)
        yield from _next_page(page, len(rows), total)


def _next_page(page: Page, rows: int, total: int | None) -> Iterator[Follow]:
    """Yield the next page, as long as pages hold rows and fewer than stated have come.

    Where nothing is stated, a full page may have one after it.
    """
    parts = urlsplit(page.url)
    query = dict(parse_qsl(parts.query))
    here = int(query.get("page", 1))
    seen = (here - 1) * MOST_ROWS + rows
    if rows and (rows >= MOST_ROWS if total is None else seen < total):
        yield Follow(parts._replace(query=urlencode({**query, "page": here + 1})).geturl())
