"""Feed entry: what one entry says, whatever the format of the feed, and the record it makes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypedDict
from urllib.parse import urljoin

from stellenbund.domain.record import RawRecord
from stellenbund.scraping.page import Page

_TEXTS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "dc:title"),
    "reference": ("guid", "id", "dc:identifier", "rdf:about"),
    "section": ("category", "tags", "dc:subject"),
    "posted": ("pubDate", "published", "date_published", "dcterms:issued", "issued", "dc:date"),
    "deadline": ("dcterms:valid",),
    "language": ("language", "dc:language"),
}
"""The elements that hold each field by their very meaning, the first of them that is there.

``updated`` is no day of publication; ``dc:date`` is one only where nothing else is.
"""


class FeedElements(TypedDict, total=False):
    """The fields for which a feed has an element of its own: its name, such as ``dc:date``."""

    reference: str
    section: str
    kind: str
    profession: str
    employer: str
    org_unit: str
    certificate: str
    positions: str
    start: str
    duration: str
    deadline: str
    posted: str
    pay: str
    weekly_hours: str
    working_time: str
    contact: str
    place: str
    street: str
    postcode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: its short texts by element (``dc:date``), its address and its running text."""

    texts: Mapping[str, str]
    url: str | None = None
    html: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed's entries, where it goes on, and what is wrong with the document itself.

    The entries are read one by one, as far as anybody wants to have them.
    """

    entries: Iterator[Entry]
    next_page: str | None = None
    is_mended: bool = False
    is_cut: bool = False


def read_entry(entry: Entry, page: Page) -> RawRecord:
    """Return what *entry* says by itself, without any declaration."""
    texts = {field: _first(entry, *names) for field, names in _TEXTS.items()}
    record = RawRecord(page=page.url, url=entry.url, description_html=entry.html)
    return replace(record, **texts)  # type: ignore[arg-type]


def joined(*addresses: str | None) -> str | None:
    """Return the last of *addresses*, each taken relative to those before; ``None`` if it is none.

    >>> joined("https://a.test/feed.xml", None, "stelle/7 ")
    'https://a.test/stelle/7'
    """
    if not (addresses[-1] or "").strip():
        return None
    url = ""
    try:
        for address in addresses:
            url = urljoin(url, (address or "").strip())
    except ValueError:
        return None
    return url


def _first(entry: Entry, *names: str) -> str | None:
    return next((entry.texts[name] for name in names if name in entry.texts), None)
