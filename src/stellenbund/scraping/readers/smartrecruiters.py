"""smartrecruiters: the postings of one company, from SmartRecruiters' public interface."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from stellenbund.domain.record import RawRecord
from stellenbund.domain.source import Scope
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.fields import completed, titled
from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.nodes import words
from stellenbund.scraping.readers.paging import Part
from stellenbund.scraping.readers.smartrecruiters_item import read_item
from stellenbund.scraping.readers.unknown import unknown
from stellenbund.scraping.scraper import Follow, Site, Yield

SERVICE = "https://api.smartrecruiters.com/v1/companies"
SIZE = 100
"""Postings on a page; the interface gives no more."""


def smartrecruiters(company: str, *, detail: bool = True, scope: Scope = Scope.MIXED) -> Site:
    """Return the source of all postings of *company*.

    The interface answers for a company that it does not know as for one without postings.

    Args:
        company: the name as it stands in the addresses of the company's openings.
        detail: whether each posting's detail is fetched for its texts; where it cannot be had,
            the list's row goes on as a partial record.
        scope: whether there are ordinary jobs among the postings.
    """
    return Site(
        start=f"{SERVICE}/{quote(company, safe='')}/postings?limit={SIZE}&offset=0",
        read=SmartrecruitersReading(has_details=detail).read,
        key="smartrecruiters",
        name="Karriereportal",
        scope=scope,
        is_authoritative=True,
        strikes=1,
    )


@dataclass(frozen=True, slots=True)
class SmartrecruitersReading:
    """Whether details are fetched."""

    has_details: bool = False

    def read(self, page: Page) -> Iterator[Yield]:
        """Read a page of the list.

        Raises:
            ValueError: it is no JSON, or states no number of postings that can be.
        """
        document = page.json()
        rows = document.get("content") if isinstance(document, dict) else None
        if not isinstance(document, dict) or not isinstance(rows, list):
            yield unknown(page, reader="smartrecruiters", portal="SmartRecruiters")
            return
        query = dict(parse_qsl(urlsplit(page.url).query))
        before, stated = int(query.get("offset", 0)), document.get("totalFound")
        part = Part(before=before, shown=len(rows), size=SIZE, stated=stated)
        yield from part.total()
        for row in rows:
            yield self._entry(row if isinstance(row, dict) else {}, page)
        if "offset" in query:
            yield from part.onward(_at(page, before + len(rows)))

    def _entry(self, row: Node, page: Page) -> Yield:
        """Lead to the detail of *row*, if it is wanted and can be asked for."""
        record = read_item(row, page)
        reference = record.reference
        if not (self.has_details and reference and record.title):
            return titled(record)
        list_address = urlsplit(page.url)
        path = f"{list_address.path.rstrip('/')}/{quote(reference, safe='')}"
        url = list_address._replace(path=path, query="").geturl()
        return Follow(url, DetailReading(record).read, record, is_opening=True)


@dataclass(frozen=True, slots=True)
class DetailReading:
    """How the detail of one row is read: what it states wins, the row fills the rest."""

    listed: RawRecord

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the detail of the row.

        Raises:
            ValueError: it is no JSON, or not about this posting.
        """
        document = page.json()
        if not isinstance(document, dict) or words(document, "id") != self.listed.reference:
            raise ValueError("the detail is not about this posting")
        record = completed(read_item(document, page), self.listed)
        yield titled(replace(record, is_partial=False))


def _at(page: Page, offset: int) -> str:
    """Return the address of the page of the list that begins at *offset*."""
    parts = urlsplit(page.url)
    query = urlencode({**dict(parse_qsl(parts.query)), "offset": offset})
    return parts._replace(query=query).geturl()
