"""umantis: the list of openings of a career portal of Haufe umantis, and the page of each."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from stellenbund.domain.record import RawRecord
from stellenbund.domain.source import Scope
from stellenbund.scraping.css import Css
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.cards import ListPage, compiled
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames
from stellenbund.scraping.readers.listed_opening import ListedOpening
from stellenbund.scraping.readers.none_said import none_said
from stellenbund.scraping.readers.umantis_pager import around_list, is_paged
from stellenbund.scraping.readers.umantis_row import Row, read_rows
from stellenbund.scraping.readers.unknown import unknown
from stellenbund.scraping.scraper import Follow, Site, Skipped, Yield

_TABLE = Css.of(".tableaslist, .table-as-list, [id^=connectortable_]")
_APPLY = Css.of("a[href*='/Application/']")


def umantis(
    portal: str,
    *,
    only: EmployerNames = EVERYBODY,
    no_openings: str | None = None,
    scope: Scope = Scope.MIXED,
) -> Site:
    """Return the source of all openings that a career portal of Haufe umantis shows.

    Args:
        portal: the portal's address, such as ``https://recruitingapp-5000.de.umantis.com`` or
            one on the city's own domain; of several lists under one address that of the list,
            ``…/Jobs/2`` or ``…/Jobs/All?CompanyID=12``.
        only: the employers whose openings are kept; all others are skipped.
        no_openings: CSS of the element by which the list says that it has no openings.
        scope: whether the portal shows ordinary jobs too.
    """
    parts = urlsplit(portal)
    path = parts.path if "/Jobs/" in parts.path else f"{parts.path.rstrip('/')}/Jobs/All"
    query = "&".join(part for part in (parts.query, "lang=ger") if part)
    return Site(
        start=parts._replace(path=path, query=query, fragment="").geturl(),
        read=UmantisReading(only, ListPage(no_openings=compiled(no_openings))).read,
        key="umantis",
        name="Karriereportal",
        scope=scope,
    )


@dataclass(frozen=True, slots=True)
class UmantisReading:
    """Whose openings of the portal are kept, and how its list says that there are none."""

    only: EmployerNames = EVERYBODY
    listing: ListPage = field(default_factory=ListPage)

    def read(self, page: Page) -> Iterator[Yield]:
        """Read a page of the list."""
        rows = list(read_rows(page))
        for row in rows:
            yield self._entry(row)
        yield from self.listing.around(page)
        yield from around_list(page, len(rows))
        if not rows:
            yield from none_said(page.root)
        if not (rows or is_paged(page) or _TABLE.first(page.root) is not None):
            yield unknown(page, reader="umantis", portal="Haufe umantis")

    def _entry(self, row: Row) -> Yield:
        """Lead to the opening's own page; a second language of it only counts."""
        if row.is_translation:
            return Skipped(row.record.url or "")
        entry = ListedOpening(row.record, self.only).entry(row.tag)
        if isinstance(entry, Follow):
            return replace(entry, read=UmantisOpening(row.record, self.only).read)
        return entry


@dataclass(frozen=True, slots=True)
class UmantisOpening:
    """What the list says of an opening, and whose openings are kept."""

    listed: RawRecord
    only: EmployerNames

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the page, which every customer designs in its own way but for the way to apply."""
        for item in ListedOpening(self.listed, self.only).read(page):
            if isinstance(item, RawRecord) and not item.apply_url:
                yield replace(item, apply_url=_apply_url(page))
            else:
                yield item


def _apply_url(page: Page) -> str | None:
    link = _APPLY.first(page.root)
    return None if link is None else page.link(link.get("href"))
