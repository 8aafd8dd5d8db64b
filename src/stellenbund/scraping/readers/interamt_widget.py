"""Widget: the list of openings that Interamt gives to a partner for its own site."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote

from stellenbund.domain.record import RawRecord
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames
from stellenbund.scraping.readers.fields import completed, titled
from stellenbund.scraping.readers.interamt_widget_item import is_item, read_item
from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.nodes import inner, words
from stellenbund.scraping.readers.unknown import unknown
from stellenbund.scraping.scraper import Follow, Skipped, Total, Yield

HOST = "interamt.de"
_SERVICE = f"https://{HOST}/koop/app/webservice_v2"


def widget_address(partner: str) -> str:
    """Return the address of the list of *partner*."""
    return f"{_SERVICE}?partner={quote(partner, safe='')}"


@dataclass(frozen=True, slots=True)
class WidgetReading:
    """Whose rows are kept, and whether details are fetched.

    The list is one document without pages. It holds ordinary jobs too, and may hold those of
    other authorities.
    """

    only: EmployerNames = EVERYBODY
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
            yield from self._read_row(document, page, is_alone=True)
        else:
            yield unknown(page, reader="interamt", portal="Interamt")

    def _read_row(self, row: Node, page: Page, *, is_alone: bool = False) -> Iterator[Yield]:
        """Keep a row of ours, with a way to its detail; count any other."""
        record = read_item(row, page)
        if self.only.include(record.employer):
            yield titled(record) if is_alone else self._kept(record)
            return
        yield Skipped(record.reference or repr(sorted(row.items())))
        yield from self.only.similar(page, record.employer)

    def _kept(self, record: RawRecord) -> Yield:
        """Lead to the detail of *record*, if there is one to be had."""
        if not (self.has_details and record.reference and record.title):
            return titled(record)
        url = f"{_SERVICE}?id={quote(record.reference, safe='')}"
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
