"""interamt: an authority's openings in the widget that Interamt gives its partners."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from stellenbund.domain.record import RawRecord
from stellenbund.domain.source import Scope, Trust
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames, employer_names
from stellenbund.scraping.readers.fields import completed, titled
from stellenbund.scraping.readers.interamt_item import is_item, read_item
from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.nodes import inner, words
from stellenbund.scraping.readers.unknown import unknown
from stellenbund.scraping.scraper import Follow, Site, Skipped, Total, Yield

SERVICE = "https://interamt.de/koop/app/webservice_v2"


def interamt(
    *, partner: str, authority: str, aliases: Sequence[str] = (), detail: bool = True
) -> Site:
    """Return the source of all openings of one authority in a partner's list.

    The list is one document without pages. It holds ordinary jobs too, and may hold those of
    other authorities. The search for visitors, which needs no partner's number, takes a POST with
    a body; we only ever ask for pages.

    Args:
        partner: the number under which the authority, or its county, publishes with Interamt.
        authority: the city's name as an authority, such as "Stadt Bochum".
        aliases: further names under which the city or its own enterprises advertise.
        detail: whether each opening's detail is fetched for its text, start, number of places
            and contact; where it cannot be had, the list's row goes on as a partial record.
    """
    reading = InteramtReading(employer_names(authority, aliases), has_details=detail)
    return Site(
        start=f"{SERVICE}?partner={quote(partner, safe='')}",
        read=reading.read,
        key="interamt",
        name="Interamt",
        scope=Scope.MIXED,
        trust=Trust.PORTAL,
        is_authoritative=True,
        strikes=1,
        attribution="Interamt",
    )


@dataclass(frozen=True, slots=True)
class InteramtReading:
    """Whose rows are kept, and whether details are fetched."""

    ours: EmployerNames = EVERYBODY
    has_details: bool = False

    def read(self, page: Page) -> Iterator[Yield]:
        """Read a partner's list, or a document that is one opening.

        Raises:
            ValueError: it is no JSON, or states no total.
        """
        document = page.json()
        if not isinstance(document, dict):
            yield unknown(page, reader="interamt", portal="Interamt")
        elif {"Anzahltreffer", "Stellenangebote"} & document.keys():
            yield Total(int(words(document, "Anzahltreffer") or ""))
            for row in inner(document, "Stellenangebote"):
                yield from self._read_row(row, page)
        elif is_item(document):
            yield titled(read_item(document, page))
        else:
            yield unknown(page, reader="interamt", portal="Interamt")

    def _read_row(self, row: Node, page: Page) -> Iterator[Yield]:
        """Keep a row of ours, with a way to its detail; count any other."""
        record = read_item(row, page)
        if self.ours.include(record.employer):
            yield self._kept(record)
            return
        yield Skipped(record.reference or repr(sorted(row.items())))
        yield from self.ours.similar(page, record.employer)

    def _kept(self, record: RawRecord) -> Yield:
        """Lead to the detail of *record*, if there is one to be had."""
        if not (self.has_details and record.reference and record.title):
            return titled(record)
        url = f"{SERVICE}?id={quote(record.reference, safe='')}"
        return Follow(url, DetailReading(record).read, record, is_opening=True)


@dataclass(frozen=True, slots=True)
class DetailReading:
    """How the detail of one row is read: what it states wins, the row fills the rest."""

    listed: RawRecord

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the detail of the row; of the places the list knows more.

        Raises:
            ValueError: it is no JSON, or not about this opening.
        """
        document = page.json()
        if not isinstance(document, dict) or not is_item(document):
            raise ValueError("the detail is no opening")
        if words(document, "Id") not in {None, self.listed.reference}:
            raise ValueError("the detail is about another opening")
        detail = completed(read_item(document, page), self.listed)
        yield titled(replace(detail, places=self.listed.places or detail.places))
