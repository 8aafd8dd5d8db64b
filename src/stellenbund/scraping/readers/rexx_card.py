"""Rexx card: one opening in a list of rexx systems, as a card or as a row of its table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

import soupsieve
from bs4 import Tag

from stellenbund.domain.record import RawRecord
from stellenbund.scraping.labels import fold
from stellenbund.scraping.markup import outermost, plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.fields import with_texts

_CARDS = soupsieve.compile(".joboffer_container, #joboffers.real_table tr:has(> td)")
_COLUMNS = soupsieve.compile("#joboffers.real_table th")
_TITLE = soupsieve.compile(".joboffer_title_text")
_PLACE = soupsieve.compile(".job_standort")
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

    tag: Tag
    record: RawRecord


def read_cards(page: Page) -> Iterator[Card]:
    """Yield the entries of the list on *page*, whichever layout the portal has chosen."""
    columns = [_column(head) for head in _COLUMNS.select(page.soup)]
    for tag in outermost(_CARDS, page.soup):
        yield Card(tag, _record(tag, columns, page))


def _record(card: Tag, columns: list[str | None], page: Page) -> RawRecord:
    """Return what *card* says; the session in its address is left out."""
    texts = {"place": plain(place)} if (place := _PLACE.select_one(card)) else {}
    texts |= _cells(card, columns) if card.name == "tr" else {}
    known = {name: text for name, text in texts.items() if text}
    title, address = _linked(card, page)
    own = _OWN_PAGE.search(urlsplit(address).path) if address else None
    record = RawRecord(
        page=page.url, reference=own[1] if own else None, url=address if own else None, title=title
    )
    return with_texts(record, known, page)


def _linked(card: Tag, page: Page) -> tuple[str | None, str | None]:
    """Return the title of *card* and the address to which it leads."""
    links = [(tag, page.link(str(tag["href"]))) for tag in card.select("a[href]")]
    own = [(tag, bare) for tag, url in links if (bare := _bare(url)) and _OWN_PAGE.search(bare)]
    heading = _TITLE.select_one(card) or (own[0][0] if own else card.find(["a", "h2", "h3"]))
    title = plain(heading) if isinstance(heading, Tag) else None
    if own:
        return title or plain(own[0][0]), own[0][1]
    clicked = _ON_CLICK.search(str(card.get("onclick") or ""))
    return title, _bare(page.link(clicked[1])) if clicked else None


def _bare(url: str | None) -> str | None:
    """Return *url* without its query, in which there is nothing but a session."""
    return urlsplit(url)._replace(query="", fragment="").geturl() if url else None


def _column(head: Tag) -> str | None:
    """Return the field that a column holds, if it is known."""
    link = head.select_one("a[href]")
    query = dict(parse_qsl(urlsplit(str(link["href"])).query)) if link else {}
    return _ORDERS.get(query.get("order[field]", "")) or _HEADS.get(fold(plain(head) or ""))


def _cells(row: Tag, columns: list[str | None]) -> dict[str, str | None]:
    """Return the texts of a row by the fields of its columns."""
    cells = row.find_all(["td", "th"], recursive=False)
    return {name: plain(cell) for name, cell in zip(columns, cells, strict=False) if name}
