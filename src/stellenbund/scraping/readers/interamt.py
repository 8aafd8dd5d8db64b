"""interamt: the openings of one city in the stock of all authorities at Interamt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Scope, Trust
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames, employer_names
from stellenbund.scraping.readers.interamt_item import is_item, read_item, read_row
from stellenbund.scraping.readers.interamt_rows import Detail, Rows
from stellenbund.scraping.readers.interamt_widget import HOST, WidgetReading, widget_address
from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.nodes import words
from stellenbund.scraping.readers.unknown import unknown
from stellenbund.scraping.scraper import Follow, Refused, Site, Yield

SERVICE = "https://api.interamt.de"
STOCK = 1_000
"""Entries of all authorities that Interamt always holds; thousands are usual."""


def interamt(
    authority: str,
    *aliases: str,
    partner: str | None = None,
    stock: int = STOCK,
    detail: bool = True,
) -> Site:
    """Return the source of all openings of one city at Interamt, ordinary jobs among them.

    The list that visitors of Interamt search is one document with the entries of all authorities.
    It states no total, so its size is its only proof: of too few entries, or of a round number of
    them, none is missed. For the same reason an entry is gone only after several runs.

    Args:
        authority: the city's name as an authority, such as "Stadt Bochum".
        *aliases: further names under which the city or its own enterprises advertise.
        partner: the number under which the authority, or its county, publishes in Interamt's
            widget; where the stock cannot be had, its list tells at least what appeared.
        stock: the fewest entries of all authorities together that are believed to be all.
        detail: whether each opening's detail is fetched for its text; where it cannot be had,
            the row goes on as a partial record.
    """
    only = employer_names(authority, aliases)
    widget = WidgetReading(only, has_details=detail)
    return Site(
        start=f"{SERVICE}/search/stellenangebot?showResult=true",
        body='{"search": {}}',
        headers=(("X-REMOTE-APPLICATION", "Interamtb2c"),),
        read=InteramtReading(only, stock=stock, has_details=detail).read,
        otherwise=Follow(widget_address(partner), widget.read) if partner else None,
        hosts=(HOST,) if partner else (),
        key="interamt",
        name="Interamt",
        scope=Scope.MIXED,
        trust=Trust.PORTAL,
        attribution="Interamt",
    )


@dataclass(frozen=True, slots=True)
class InteramtReading:
    """Whose entries are kept, how many there are at least, and whether details are fetched."""

    only: EmployerNames = EVERYBODY
    stock: int = 0
    has_details: bool = False

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the whole stock, a document that is one opening, or the widget's of either.

        Raises:
            ValueError: it is no JSON.
        """
        document = page.json()
        held = document.get("data") if isinstance(document, dict) else None
        if isinstance(held, list):
            yield from self._read_stock(held, page)
        elif (opening := _opening(document)) is not None:
            yield from self._rows.read(opening, page, is_alone=True)
        else:
            yield from WidgetReading(self.only).read(page)

    def _read_stock(self, held: Sequence[object], page: Page) -> Iterator[Yield]:
        """Read all rows, and say so where they cannot be all there are."""
        rows = [row if isinstance(row, dict) else {} for row in held]
        if rows and not any(words(row, "behoerdeName") for row in rows):
            yield unknown(page, reader="interamt", portal="Interamt")
            return
        if len(rows) < self.stock:
            yield _too_few(page, len(rows), self.stock)
        for row in rows:
            yield from self._rows.read(row, page)

    @property
    def _rows(self) -> Rows:
        return Rows(
            only=self.only, read_item=read_row, detail=_DETAIL if self.has_details else None
        )


def _opening(document: object) -> Node | None:
    """Return the opening in the document of one."""
    held = document.get("data") if isinstance(document, dict) else None
    return held if isinstance(held, dict) and is_item(held) else None


_DETAIL = Detail(
    address=f"{SERVICE}/query/stellenangebot/",
    held=_opening,
    number="stellenangebotId",
    read_item=read_item,
)


def _too_few(page: Page, count: int, stock: int) -> Refused:
    return Refused(
        Outcome.TRUNCATED,
        Finding(
            severity=Severity.ERROR,
            rule="interamt.few",
            message=f"Interamt zeigt nur {count} Ausschreibungen aller Behörden, sonst sind es "
            f"mindestens {stock}: Die Liste ist vermutlich abgeschnitten.",
            place=page.url,
            value=str(count),
            remedy="Bis wieder die ganze Liste kommt, bleibt alles, wie es ist. Führt Interamt "
            "wirklich so wenige, bitte stock= in der Beschreibung der Stadt (scrapers/) senken.",
        ),
    )
