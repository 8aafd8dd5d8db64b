"""SuccessFactors card: one opening in a list of SAP SuccessFactors, as a tile or as a row."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.scraping.css import Css
from stellenbund.scraping.markup import Element
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.fields import read_fields, with_texts
from stellenbund.scraping.readers.german_page import read_labels
from stellenbund.scraping.selectors import FieldSelectors, text

_CARDS = Css.of("li.job-tile, tr.data-row")
_LINK = Css.of("a.jobTitle-link[href]")
_OWN_PAGE = re.compile(r"/job/(?:[^/]++/)*?(\d{1,20})(?:-[a-z]{2}_[A-Z]{2})?/?$")
_FIELDS = FieldSelectors(
    title=text("a.jobTitle-link"),
    section=text(".jobDepartment, [id$='-section-dept-value'], .section-field.dept > div"),
    posted=text(".jobDate, [id$='-section-date-value'], .section-field.date > div"),
)
_PLACE = text(
    ".jobLocation, [id$='-section-location-value'], .section-field.location > div,"
    " [id$='-section-multilocation-value']"
)
_MORE = re.compile(r"\+\s*\d+\s.*")
_POSTCODE = re.compile(r"\d{5}")


def read_cards(page: Page) -> Iterator[tuple[Element, RawRecord]]:
    """Yield the entries of the list on *page*, each with what it says."""
    for card in _CARDS.outermost(page.root):
        link = _LINK.first(card)
        stated = card.get("data-url") or (None if link is None else link.get("href"))
        yield card, _record(card, page.link(stated), page)


def _record(card: Element, address: str | None, page: Page) -> RawRecord:
    """Return what *card* says: in the portal's own fields, and in those the city has labelled."""
    told = with_texts(read_fields(card, _FIELDS, page), read_labels(card), page)
    return named(told, address, place=_PLACE(card))


def named(record: RawRecord, address: str | None, *, place: str | None = None) -> RawRecord:
    """Return *record* with the number and the address of its page, and with its place.

    An address may say the language and where the reader came from; that is left out.
    """
    path = urlsplit(address).path if address else ""
    own = _OWN_PAGE.search(path)
    url = urlsplit(address)._replace(query="", fragment="").geturl() if address and own else None
    places = tuple(read_place(place)) or record.places
    return replace(record, reference=own[1] if own else None, url=url, places=places)


def read_place(stated: str | None) -> Iterator[RawPlace]:
    """Yield the place that the portal writes as "Musterstadt, NW, DE, 45999 +1 weitere".

    >>> list(read_place("Musterstadt, NW, DE, 45999"))[0].postcode
    '45999'
    """
    name, *others = [part.strip() for part in _MORE.sub("", stated or "").split(",")]
    postcode = next((part for part in others if _POSTCODE.fullmatch(part)), None)
    if name:
        yield RawPlace(name=name, postcode=postcode)
