"""Rexx card: one opening in a list of rexx systems, as a card or as a row of its table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from stellenbund.domain.record import RawRecord
from stellenbund.scraping.css import Css
from stellenbund.scraping.labels import fold
from stellenbund.scraping.markup import Element, plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.fields import with_texts

_CARDS = Css.of(".joboffer_container, #joboffers.real_table tr:has(> td)")
_COLUMNS = Css.of("#joboffers.real_table th")
_TITLE = Css.of(".joboffer_title_text")
_PLACE = Css.of(".job_standort")
_OWN_PAGE = re.compile(r"-[a-z]{2}-j(\d{1,12})\.html$", re.IGNORECASE)
_ON_CLICK = re.compile(r"location(?:\.href)?\s*=\s*['\"]([^'\"]{1,2000})['\"]")
_ORDERS = {"standort_bez": "place", "taetigkeiten": "section", "valid_until": "deadline"}
"""The columns that rexx itself names, in the links that sort by them."""

_HEADS = {
    "standort": "place",
    "einsatzort": "place",
    "tätigkeitsfeld": "section",
    "bereich": "section",
    "bewerbungsfrist": "deadline",
    "bewerbungsschluss": "deadline",
    "eintrittsdatum": "start",
    "ausbildungsbeginn": "start",
}
"""The columns as a portal heads them, where nothing sorts by them."""


@dataclass(frozen=True, slots=True)
class Card:
    """An entry of the list, and what it says; without a page of its own it has no reference."""

    tag: Element
    record: RawRecord


def read_cards(page: Page) -> Iterator[Card]:
    """Yield the entries of the list on *page*, whichever layout the portal has chosen."""
    columns = [_column(head) for head in _COLUMNS.select(page.root)]
    for tag in _CARDS.outermost(page.root):
        yield Card(tag, _record(tag, columns, page))


def _record(card: Element, columns: list[str | None], page: Page) -> RawRecord:
    """Return what *card* says; the session in its address is left out."""
    place = _PLACE.first(card)
    texts = {} if place is None else {"place": plain(place)}
    texts |= _cells(card, columns) if card.tag == "tr" else {}
    known = {name: text for name, text in texts.items() if text}
    title, address = _linked(card, page)
    own = _OWN_PAGE.search(urlsplit(address).path) if address else None
    record = RawRecord(
        page=page.url, reference=own[1] if own else None, url=address if own else None, title=title
    )
    return with_texts(record, known, page)


def _linked(card: Element, page: Page) -> tuple[str | None, str | None]:
    """Return the title of *card* and the address to which it leads."""
    links = [(tag, page.link(tag.get("href"))) for tag in card.iterdescendants("a")]
    own = [(tag, bare) for tag, url in links if (bare := _bare(url)) and _OWN_PAGE.search(bare)]
    named = (*_TITLE.select(card), *(tag for tag, _ in own), *card.iterdescendants("a", "h2", "h3"))
    title = plain(named[0]) if named else None
    if own:
        return title or plain(own[0][0]), own[0][1]
    clicked = _ON_CLICK.search(card.get("onclick") or "")
    return title, _bare(page.link(clicked[1])) if clicked else None


def _bare(url: str | None) -> str | None:
    """Return *url* without its query, in which there is nothing but a session."""
    return urlsplit(url)._replace(query="", fragment="").geturl() if url else None


def _column(head: Element) -> str | None:
    """Return the field that a column holds, if it is known."""
    address = next((tag.get("href", "") for tag in head.iterdescendants("a")), "")
    query = dict(parse_qsl(urlsplit(address).query))
    return _ORDERS.get(query.get("order[field]", "")) or _HEADS.get(fold(plain(head) or ""))


def _cells(row: Element, columns: list[str | None]) -> dict[str, str | None]:
    """Return the texts of a row by the fields of its columns."""
    cells = row.iterchildren("td", "th")
    return {name: plain(cell) for name, cell in zip(columns, cells, strict=False) if name}
