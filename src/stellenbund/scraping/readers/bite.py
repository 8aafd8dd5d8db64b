"""bite: the openings of one listing of BITE, the service behind many career sites' widgets."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Unpack
from urllib.parse import quote

from stellenbund.domain.record import RawRecord
from stellenbund.domain.source import Scope
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.bite_fields import FieldNames, OwnFields, read_choices
from stellenbund.scraping.readers.bite_item import hash_of, read_item
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames
from stellenbund.scraping.readers.fields import completed, titled
from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.nodes import inner, words
from stellenbund.scraping.readers.ours import ours
from stellenbund.scraping.readers.paging import Part
from stellenbund.scraping.readers.unknown import unknown
from stellenbund.scraping.scraper import Follow, Site, Yield

SERVICE = "https://jobs.b-ite.com"
SIZE = 100
"""Postings on a page; the interface gives up to 1,000."""

_DIGITS = 40
"""Characters that identify a posting; what an address adds to them is its channel."""

Where = Mapping[str, Sequence[str]]
"""Which values a field of a posting may have, such as ``{"custom.zuordnung": ["04"]}``."""


def bite(
    key: str,
    *,
    where: Where | None = None,
    only: EmployerNames = EVERYBODY,
    detail: bool = True,
    scope: Scope = Scope.MIXED,
    **names: Unpack[FieldNames],
) -> Site:
    """Return the source of all postings of one listing that are open to everybody.

    Args:
        key: the listing's public key, 40 characters. The career site names its listing in the
            attribute ``data-bite-jobs-api-listing="customer:listing"``, and the key stands in
            ``https://cs-assets.b-ite.com/{customer}/jobs-api/{listing}.min.js``.
        where: the filter that stands beside the key there, if there is one.
        only: the employers whose postings are kept; all others are skipped.
        detail: whether each posting's detail is fetched for its text; where it cannot be had,
            the row goes on as a partial record.
        scope: whether there are ordinary jobs among the postings.
        **names: the customer's own fields that stand for one of ours, such as
            ``start="ausbildungsbeginn"``; each customer calls them as it likes.
    """
    search = Search(key, where or {})
    return Site(
        start=f"{SERVICE}/api/v1/postings/search",
        body=search.page(0),
        read=BiteReading(search, only, OwnFields(names), has_details=detail).read,
        key="bite",
        name="Karriereportal",
        scope=scope,
        is_authoritative=True,
        strikes=1,
    )


@dataclass(frozen=True, slots=True)
class Search:
    """What the interface is asked for: the postings of a listing, those added last at the end."""

    key: str = ""
    where: Where = field(default_factory=dict)

    def page(self, offset: int) -> str:
        """Return what is posted to get the postings from *offset* on; channel 0 is the public."""
        wanted = {
            "key": self.key,
            "locale": "de",
            "channel": 0,
            "page": {"offset": offset, "num": SIZE},
            "filter": {name: {"in": list(values)} for name, values in self.where.items()},
            "sort": {"by": "createdOn", "order": "asc"},
        }
        return json.dumps(wanted, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class BiteReading:
    """How further pages are asked for, whose postings are kept, and what own fields mean."""

    search: Search = field(default_factory=Search)
    only: EmployerNames = EVERYBODY
    own: OwnFields = field(default_factory=OwnFields)
    has_details: bool = False

    def read(self, page: Page) -> Iterator[Yield]:
        """Read a page of the list, or a document that is one posting.

        Raises:
            ValueError: it is no JSON, or states no number of postings that can be.
        """
        document = page.json()
        rows = document.get("jobPostings") if isinstance(document, dict) else None
        if isinstance(document, dict) and isinstance(rows, list):
            yield from self._read_list(document, rows, page)
        elif isinstance(document, dict) and _is_posting(document):
            yield titled(read_item(document, self.own, page))
        else:
            yield unknown(page, reader="bite", portal="BITE")

    def _read_list(self, document: Node, rows: list[object], page: Page) -> Iterator[Yield]:
        """Read the rows, and lead on to the next page."""
        stated = next(inner(document, "page"), {})
        offset = words(stated, "offset")
        before, total = int(offset or 0), stated.get("total")
        part = Part(before=before, shown=len(rows), size=SIZE, stated=total)
        own = replace(self.own, choices=read_choices(document))
        yield from part.total()
        for row in rows:
            yield from self._read_row(row if isinstance(row, dict) else {}, own, page)
        if offset:
            yield from part.onward(page.url, self.search.page(before + len(rows)))

    def _read_row(self, row: Node, own: OwnFields, page: Page) -> Iterator[Yield]:
        """Keep a row of ours, with a way to its detail if there is one; count any other."""
        record = read_item(row, own, page)
        number = hash_of(row)
        for found in ours(record, self.only, page):
            if found is record and self.has_details and number:
                way = f"jobposting/{quote(number, safe='')}/json?locale=de&contentRendered=true"
                url = f"{SERVICE}/{way}"
                yield Follow(url, DetailReading(record, own).read, record, is_opening=True)
            else:
                yield found


@dataclass(frozen=True, slots=True)
class DetailReading:
    """How the detail of one row is read: what it states wins, the row fills the rest."""

    listed: RawRecord
    own: OwnFields = field(default_factory=OwnFields)

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the detail of the row.

        Raises:
            ValueError: it is no JSON, or not about this posting.
        """
        document = page.json()
        if not isinstance(document, dict) or not _is_posting(document):
            raise ValueError("the detail is no posting")
        number = hash_of(document)
        if number and number[:_DIGITS] != (self.listed.reference or "")[:_DIGITS]:
            raise ValueError("the detail is about another posting")
        detail = replace(read_item(document, self.own, page), reference=self.listed.reference)
        record = completed(detail, self.listed)
        yield titled(replace(record, is_partial=detail.is_partial))


def _is_posting(document: Node) -> bool:
    """Say whether *document* is one posting."""
    return "title" in document and not {"content", "address", "url"}.isdisjoint(document)
