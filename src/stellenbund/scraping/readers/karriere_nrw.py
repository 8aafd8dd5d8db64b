"""karriere_nrw: the open job exchange of North Rhine-Westphalia, as a source of one authority."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from stellenbund.domain.record import RawRecord
from stellenbund.domain.source import Trust
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames, employer_names
from stellenbund.scraping.readers.fields import completed, titled
from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.karriere_nrw_item import is_detail, read_detail, read_row
from stellenbund.scraping.readers.nodes import inner, words
from stellenbund.scraping.readers.paging import Part
from stellenbund.scraping.readers.unknown import unknown
from stellenbund.scraping.scraper import Follow, Site, Skipped, Yield

SERVICE = "https://api.karriere.nrw/v1.0"
TRAINING = "apprenticeship"
FULL = 10
"""Rows that fill a page, as far as is known; the interface states only how many pages it has."""


def karriere_nrw(*, authority: str, aliases: Sequence[str] = (), detail: bool = True) -> Site:
    """Return the source of all training places that one authority advertises on karriere.nrw.

    The interface's own filter by place finds nothing even where there is something, so the whole
    list is read and other rows skipped; that also makes the stated total checkable.

    Args:
        authority: the city's name as an authority, such as "Stadt Bochum".
        aliases: further names under which the city or its own enterprises advertise.
        detail: whether each opening's detail is fetched for its text, number of places and
            contact; where it cannot be had, the list's row goes on as a partial record.
    """
    reading = KarriereNrwReading(employer_names(authority, aliases), has_details=detail)
    return Site(
        start=f"{SERVICE}/opennrw/suche?page=1",
        read=reading.read,
        key="karriere-nrw",
        name="Karriere.NRW",
        trust=Trust.PORTAL,
        is_authoritative=True,
        strikes=1,
        licence="dl-de/by-2.0",
        attribution="Karriere.NRW",
    )


@dataclass(frozen=True, slots=True)
class KarriereNrwReading:
    """Whose rows are kept, and whether details are fetched."""

    ours: EmployerNames = EVERYBODY
    has_details: bool = False

    def read(self, page: Page) -> Iterator[Yield]:
        """Read a page of the list, or a document that is one opening.

        Raises:
            ValueError: it is no JSON, or states no total that can be.
        """
        document = page.json()
        if not isinstance(document, dict):
            yield unknown(page, reader="karriere_nrw", portal="Karriere.NRW")
        elif is_detail(document):
            yield titled(read_detail(document, page))
        elif isinstance(document.get("items"), list):
            yield from self._read_list(document, page)
        else:
            yield unknown(page, reader="karriere_nrw", portal="Karriere.NRW")

    def _read_list(self, document: Node, page: Page) -> Iterator[Yield]:
        """Read the rows of one page, and go on to the next."""
        query = dict(parse_qsl(urlsplit(page.url).query))
        number, pages = int(query.get("page", 1)), int(words(document, "pages") or "")
        rows = list(inner(document, "items"))
        # On each page before this there was at least one row; more is not sure.
        count = words(document, "count")
        yield from Part(before=number - 1, shown=len(rows), size=FULL, stated=count).total()
        for row in rows:
            yield from self._read_row(row, page)
        if "page" in query and rows and (number < pages or len(rows) >= FULL):
            further = urlencode({**query, "page": number + 1})
            url = urlsplit(page.url)._replace(query=further).geturl()
            yield Follow(url, is_beyond=number >= pages)

    def _read_row(self, row: Node, page: Page) -> Iterator[Yield]:
        """Keep a training place of ours, with a way to its detail; count any other row."""
        names = (words(row, "authority"), words(row, "contracting_authority"))
        is_training = words(row, "jobtype") == TRAINING
        if is_training and self.ours.include(*names):
            yield self._kept(read_row(row, page))
            return
        yield Skipped(words(row, "uuid") or repr(sorted(row.items())))
        if is_training:
            yield from self.ours.similar(page, *names)

    def _kept(self, record: RawRecord) -> Yield:
        """Lead to the detail of *record*, if there is one to be had."""
        if not (self.has_details and record.reference and record.title):
            return titled(record)
        url = f"{SERVICE}/combined-jobs/{quote(record.reference, safe='')}/"
        return Follow(url, DetailReading(record).read, record, is_opening=True)


@dataclass(frozen=True, slots=True)
class DetailReading:
    """How the detail of one row is read: what it states wins, the row fills the rest."""

    listed: RawRecord

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the detail of the row.

        Raises:
            ValueError: it is no JSON, or not about this opening.
        """
        document = page.json()
        if not isinstance(document, dict) or words(document, "uuid") != self.listed.reference:
            raise ValueError("the detail is not about this opening")
        record = completed(read_detail(document, page), self.listed)
        yield titled(replace(record, url=self.listed.url))
