"""Rows: the entries of many authorities that both interfaces of Interamt list."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote

from stellenbund.domain.record import RawRecord
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.employer_names import EmployerNames
from stellenbund.scraping.readers.fields import completed, titled
from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.nodes import words
from stellenbund.scraping.scraper import Follow, Skipped, Yield

ReadItem = Callable[[Node, Page], RawRecord]


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """Where the detail of a row stands, what of its document is the opening, and how that is read.

    *address* ends where the reference begins; *held* returns ``None`` for a document that holds no
    opening; *number* is the name under which an opening states its reference.
    """

    address: str
    held: Callable[[object], Node | None]
    number: str
    read_item: ReadItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Whose rows are kept, how a row is read, and where its detail is; ``None``: not asked for."""

    only: EmployerNames
    read_item: ReadItem
    detail: Detail | None

    def read(self, row: Node, page: Page, *, is_alone: bool = False) -> Iterator[Yield]:
        """Keep a row of ours, with a way to its detail unless it stands alone; count any other."""
        record = self.read_item(row, page)
        if self.only.include(record.employer):
            yield titled(record) if is_alone else self._kept(record)
            return
        yield Skipped(record.reference or repr(sorted(row.items())))
        yield from self.only.similar(page, record.employer)

    def _kept(self, record: RawRecord) -> Yield:
        """Lead to the detail of *record*, if there is one to be had."""
        if not (self.detail and record.reference and record.title):
            return titled(record)
        url = f"{self.detail.address}{quote(record.reference, safe='')}"
        return Follow(url, DetailReading(record, self.detail).read, record, is_opening=True)


@dataclass(frozen=True, slots=True)
class DetailReading:
    """How the detail of one row is read: what it states wins, the row fills the rest."""

    listed: RawRecord
    detail: Detail

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the detail of the row; of the places the list knows more.

        Raises:
            ValueError: it is no JSON, or not about this opening.
        """
        held = self.detail.held(page.json())
        if held is None:
            raise ValueError("the detail is no opening")
        if words(held, self.detail.number) not in {None, self.listed.reference}:
            raise ValueError("the detail is about another opening")
        record = completed(self.detail.read_item(held, page), self.listed)
        yield titled(replace(record, places=self.listed.places or record.places))
