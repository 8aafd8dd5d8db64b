"""onlyfy: the openings of a career portal of onlyfy, formerly Prescreen, however it lists them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from stellenbund.domain.source import Scope
from stellenbund.scraping.css import Css
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.cards import ListPage, compiled
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames
from stellenbund.scraping.readers.none_said import none_said
from stellenbund.scraping.readers.onlyfy_item import Listing, read_listing
from stellenbund.scraping.readers.onlyfy_opening import OnlyfyOpening
from stellenbund.scraping.readers.onlyfy_row import read_rows
from stellenbund.scraping.readers.ours import ours
from stellenbund.scraping.readers.unknown import unknown
from stellenbund.scraping.scraper import Follow, NoOpenings, Site, Total, Yield

_FEED = "/job/list/"
_LIST = Css.of("#jobList, .row-table")
_MORE = Css.of(".pagination-next-container")
_MORE_PATH = "/candidate/job/ajax_list"
_MORE_QUERY = {"display_length": "10", "sort": "matching", "sort_dir": "DESC"}
"""How the portal's own script asks for what the first page does not show."""


def onlyfy(
    portal: str,
    *,
    hosts: tuple[str, ...] = (),
    only: EmployerNames = EVERYBODY,
    no_openings: str | None = None,
    scope: Scope = Scope.MIXED,
) -> Site:
    """Return the source of all openings of a career portal of onlyfy.

    Args:
        portal: the portal's address, such as ``https://musterstadt.onlyfy.jobs``, or that of
            the list which the city's own site shows of it:
            ``https://musterstadt.onlyfy.io/job/list/…``, without parameters.
        hosts: further hosts on which the pages of openings stand; for the list at ``onlyfy.io``
            the one at ``onlyfy.jobs``.
        only: the employers whose openings are kept; all others are skipped.
        no_openings: CSS of the element by which the portal says that it has no openings.
        scope: whether the portal shows ordinary jobs too.
    """
    address = portal.rstrip("/")
    feed = "?format=json&lang=de&max_results=100"
    return Site(
        start=f"{address}{feed}" if _FEED in address else f"{address}/",
        read=OnlyfyReading(only, ListPage(no_openings=compiled(no_openings))).read,
        key="onlyfy",
        name="Karriereportal",
        scope=scope,
        hosts=hosts,
    )


@dataclass(frozen=True, slots=True)
class OnlyfyReading:
    """Whose openings of the portal are kept, and how it says that there are none."""

    only: EmployerNames = EVERYBODY
    listing: ListPage = field(default_factory=ListPage)

    def read(self, page: Page) -> Iterator[Yield]:
        """Read a page of the list: JSON, a page that hands JSON to its script, or rows.

        Raises:
            ValueError: it is JSON that breaks off.
        """
        listing = read_listing(page)
        if listing is not None:
            yield from self._listed(listing, page)
        elif page.is_json:
            yield unknown(page, reader="onlyfy", portal="onlyfy")
        else:
            yield from self._rows(page)

    def _listed(self, listing: Listing, page: Page) -> Iterator[Yield]:
        """Yield what a list in JSON holds; what it tells in full needs no page of its own."""
        yield Total(listing.total)
        for record in listing.records:
            if record.is_partial and record.reference and record.url:
                yield OnlyfyOpening(replace(record, is_partial=False), self.only).follow()
            else:
                yield from ours(record, self.only, page)
        if listing.has_more:
            yield _with(page, {"page": str(listing.page + 1)})

    def _rows(self, page: Page) -> Iterator[Yield]:
        """Yield the rows of a list in HTML, of which a page shows ten."""
        rows = list(read_rows(page))
        for tag, record in rows:
            yield OnlyfyOpening(record, self.only).entry(tag)
        around = list(self.listing.around(page)) or list(none_said(page.root) if not rows else ())
        yield from around
        if rows and _MORE.first(page.root) is not None:
            here = int(dict(parse_qsl(urlsplit(page.url).query)).get("page", 1))
            yield _with(page, {**_MORE_QUERY, "page": str(here + 1)}, path=_MORE_PATH)
        is_list = rows or _LIST.first(page.root) is not None or _is_told(around)
        if not is_list:
            yield unknown(page, reader="onlyfy", portal="onlyfy")


def _is_told(around: list[Follow | NoOpenings | Total]) -> bool:
    return any(isinstance(each, NoOpenings) for each in around)


def _with(where: Page, query: dict[str, str], *, path: str | None = None) -> Follow:
    """Return the way to the page *where* we are with other parameters, or to another there."""
    parts = urlsplit(where.url)
    before = {} if path else dict(parse_qsl(parts.query))
    changed = parts._replace(
        path=path or parts.path, query=urlencode({**before, **query}), fragment=""
    )
    return Follow(changed.geturl())
