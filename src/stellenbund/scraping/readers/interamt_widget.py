"""Widget: the list of openings that Interamt gives to a partner for its own site."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames
from stellenbund.scraping.readers.interamt_rows import Detail, Rows
from stellenbund.scraping.readers.interamt_widget_item import is_item, read_item
from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.nodes import inner, words
from stellenbund.scraping.readers.unknown import unknown
from stellenbund.scraping.scraper import Total, Yield

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
                yield from self._rows.read(row, page)
        elif is_item(document):
            yield from self._rows.read(document, page, is_alone=True)
        else:
            yield unknown(page, reader="interamt", portal="Interamt")

    @property
    def _rows(self) -> Rows:
        return Rows(
            only=self.only, read_item=read_item, detail=_DETAIL if self.has_details else None
        )


def _opening(document: object) -> Node | None:
    """Return the opening in the document of one."""
    return document if isinstance(document, dict) and is_item(document) else None


_DETAIL = Detail(address=f"{_SERVICE}?id=", held=_opening, number="Id", read_item=read_item)
