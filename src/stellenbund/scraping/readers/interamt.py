"""interamt: the openings of one city in the stock of all authorities at Interamt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Scope, Trust
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames, employer_names
from stellenbund.scraping.readers.fields import completed, titled
from stellenbund.scraping.readers.interamt_item import is_item, read_item, read_row
from stellenbund.scraping.readers.interamt_widget import HOST, WidgetReading, widget_address
from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.nodes import words
from stellenbund.scraping.readers.unknown import unknown
from stellenbund.scraping.scraper import Follow, Refused, Site, Skipped, Yield

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
        elif isinstance(held, dict) and is_item(held):
            yield from self._read_row(held, page, is_alone=True)
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
            yield from self._read_row(row, page)

    def _read_row(self, row: Node, page: Page, *, is_alone: bool = False) -> Iterator[Yield]:
        """Keep a row of ours, with a way to its detail; count any other."""
        record = read_row(row, page)
        if self.only.include(record.employer):
            yield titled(record) if is_alone else self._kept(record)
            return
        yield Skipped(record.reference or repr(sorted(row.items())))
        yield from self.only.similar(page, record.employer)

    def _kept(self, record: RawRecord) -> Yield:
        """Lead to the detail of *record*, if there is one to be had."""
        if not (self.has_details and record.reference and record.title):
            return titled(record)
        url = f"{SERVICE}/query/stellenangebot/{quote(record.reference, safe='')}"
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
        held = document.get("data") if isinstance(document, dict) else None
        if not isinstance(held, dict) or not is_item(held):
            raise ValueError("the detail is no opening")
        if words(held, "stellenangebotId") not in {None, self.listed.reference}:
            raise ValueError("the detail is about another opening")
        detail = completed(read_item(held, page), self.listed)
        yield titled(replace(detail, places=self.listed.places or detail.places))


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
