"""list_then_detail: a list of cards, each linked to a page of its own with the rest."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Unpack

from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.record import RawRecord
from stellenbund.scraping.css import Css
from stellenbund.scraping.markup import Element
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.cards import ListPage, compiled
from stellenbund.scraping.readers.fields import completed, read_fields, titled
from stellenbund.scraping.readers.same_opening import is_same, other_opening
from stellenbund.scraping.scraper import Follow, Reader, Unreadable, Yield
from stellenbund.scraping.selectors import FieldSelectors

NO_FIELDS = FieldSelectors()


def list_then_detail(
    *,
    card: str,
    link: str,
    next_page: str | None = None,
    no_openings: str | None = None,
    total: str | None = None,
    list_fields: FieldSelectors = NO_FIELDS,
    **fields: Unpack[FieldSelectors],
) -> Reader:
    """Return a reader of list pages whose cards lead to a detail page each.

    A detail page that cannot be had leaves what the list says, marked as partial.

    Args:
        card: CSS of the element that shows one opening in the list.
        link: CSS, within the card, of the link to its detail page; ``:scope`` is the card.
        next_page: CSS of the link to the next page of the list.
        no_openings: CSS of the element by which the list says that it has no openings.
        total: CSS of the element whose first number is how many openings the list has.
        list_fields: a selector for each field that stands in the card.
        **fields: a selector for each field that stands on the detail page; it wins.
    """
    reading = ListReading(
        card=Css.of(card),
        link=None if link == ":scope" else Css.of(link),
        list_fields=list_fields,
        fields=fields,
        listing=ListPage(
            next_page=compiled(next_page), no_openings=compiled(no_openings), total=compiled(total)
        ),
    )
    return reading.read


@dataclass(frozen=True, slots=True, kw_only=True)
class ListReading:
    """How one site's list and its detail pages are read; without *link* the card is the link."""

    card: Css
    link: Css | None
    list_fields: FieldSelectors
    fields: FieldSelectors
    listing: ListPage

    def read(self, page: Page) -> Iterator[Yield]:
        """Read a page of the list."""
        for card in self.card.outermost(page.root):
            yield self._entry(card, page)
        yield from self.listing.around(page)

    def _entry(self, card: Element, page: Page) -> Follow | RawRecord | Unreadable:
        """Lead to the detail page of *card*, if it has one."""
        record = read_fields(card, self.list_fields, page)
        tag = self.link.first(card) if self.link else card
        url = None if tag is None else page.link(tag.get("href"))
        if url is None:
            return titled(record, card)
        listed = replace(record, url=record.url or url)
        read = DetailReading(listed, self.fields).read
        return Follow(url, read=read, record=listed, is_opening=True)


@dataclass(frozen=True, slots=True)
class DetailReading:
    """How the detail page of one listed opening is read."""

    listed: RawRecord
    fields: FieldSelectors

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the detail page: what it states wins, the list fills the rest.

        What another opening's page states is left alone.
        """
        told = read_fields(page.root, self.fields, page)
        record = replace(self.listed, is_partial=True)
        if self.fields and told == RawRecord(page=page.url):
            yield _nothing_found(page, self.listed)
        elif not is_same(page, self.listed, told):
            yield other_opening(page, self.listed, told)
        else:
            record = completed(told, self.listed)
        yield titled(record, page.root)


def _nothing_found(page: Page, listed: RawRecord) -> Finding:
    """Say that a detail page holds none of the declared fields."""
    return Finding(
        severity=Severity.WARNING,
        rule="page.no_fields",
        message="Auf der Seite dieser Stelle war keine der erwarteten Angaben zu finden; es "
        "bleibt bei dem, was die Liste sagt.",
        reference=listed.reference or listed.url,
        place=page.url,
        remedy="Bitte die Seite ansehen: Hat sie eine neue Gestaltung, muss die Beschreibung des "
        "Auslesens (scrapers/) angepasst werden.",
    )
