"""Umantis row: one opening in a list of Haufe umantis."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.scraping.css import Css
from stellenbund.scraping.labels import fold
from stellenbund.scraping.markup import Element, plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.fields import with_texts
from stellenbund.scraping.readers.german_words import LABELS

_LINKS = Css.of("a.HSTableLinkSubTitle")
_ROW = Css.of("tr, li")
_CELLS = Css.of("[class*=tableaslist_element_]")
_OWN_PAGE = re.compile(r"/Vacancies/(\d{1,12})/Description/(\d{1,3})/?", re.IGNORECASE)
_FIELDS: dict[str, str] = {fold(name): field for field, names in LABELS.items() for name in names}
_FIELDS |= {"art": "working_time", "anstellung": "working_time", "pensum": "working_time"}
_NOT_OURS = frozenset({"reference"})
"""The portal shows a number of its own; the one in the address identifies the opening."""


@dataclass(frozen=True, slots=True)
class Row:
    """An entry of the list, what it says, and whether it repeats another in a second language."""

    tag: Element
    record: RawRecord
    is_translation: bool = False


def read_rows(page: Page) -> Iterator[Row]:
    """Yield the entries of the list on *page*; an opening in two languages counts in the first.

    A language is a number in the address, and 1 is German.
    """
    found = [(link, _own_page(link, page)) for link in _LINKS.select(page.root)]
    spoken = sorted((int(own[2]), own[1]) for _, own in found if own)
    first = {number: language for language, number in reversed(spoken)}
    for link, own in found:
        around = _ROW.closest(link)
        row = link if around is None else around
        record = _record(link, row, page)
        if own is None:
            yield Row(row, record)
        else:
            record = replace(record, reference=own[1], url=page.link(own[0]))
            yield Row(row, record, is_translation=int(own[2]) != first[own[1]])


def _own_page(link: Element, page: Page) -> re.Match[str] | None:
    """Return the path of the opening that *link* leads to, without what a session adds to it."""
    url = page.link(link.get("href"))
    return _OWN_PAGE.fullmatch(urlsplit(url).path) if url else None


def _record(link: Element, row: Element, page: Page) -> RawRecord:
    """Return what *row* says around its *link*: labelled texts, and bare ones that end in a place.

    Which texts a list shows is each customer's choice; a bare one before the last is a heading
    under which the opening stands.
    """
    texts, others, bare = dict[str, str](), list[tuple[str, str]](), list[str]()
    for label, value in _said_in(row):
        field = _FIELDS.get(fold(label))
        if not value:
            bare.append(label)
        elif field is None:
            others.append((label, value))
        elif field not in _NOT_OURS:
            texts.setdefault(field, value)
    record = RawRecord(page=page.url, title=plain(link), labelled=tuple(others))
    record = with_texts(record, texts, page)
    if not record.places and bare:
        record = replace(record, places=(RawPlace(name=bare.pop()),))
    return replace(record, section=", ".join(bare) or None)


def _said_in(row: Element) -> Iterator[tuple[str, str]]:
    """Yield the texts of *row* beside the one that links to the opening, as label and value."""
    for cell in _CELLS.select(row):
        if _LINKS.first(cell) is None:
            label, _, value = (plain(cell) or "").strip(" |·•").partition(":")
            if label:
                yield label.strip(), value.strip()
