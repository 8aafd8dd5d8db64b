"""Item of BITE: one posting, from its row or its detail to a raw record."""

import re
from collections.abc import Iterator

from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.bite_fields import OwnFields
from stellenbund.scraping.readers.fields import with_texts
from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.nodes import each, inner, markup, words
from stellenbund.scraping.readers.salary import salaries

_HASH = re.compile(r"/jobposting/([0-9a-f]{40,42})(?![0-9a-f])")
_WORKING_TIMES = {"full_time": "Vollzeit", "part_time": "Teilzeit", "mini_job": "Minijob"}
_KINDS = {"internship": "Praktikum", "intern": "Praktikum"}
_CONTRACTS = frozenset({"temporary", "contract", "other"})
"""Codes that say how long a contract runs, or nothing: no kind of training."""

_TEXTS = frozenset({"description_html", "tasks_html", "profile_html"})
_POSTED = ("activatedOn", "activatedAt", "startsOn", "startAt", "createdOn", "createdAt")
"""When a posting went online, surest first; a row and a detail spell it differently."""


def hash_of(item: Node) -> str | None:
    """Return what identifies a posting in every address of it; campaigns only add to those."""
    found = _HASH.search(words(item, "url") or "")
    return found[1] if found else words(item, "hash")


def _url(item: Node) -> str | None:
    """Return where people read the posting, without what tells where they came from."""
    url = words(item, "url") or ""
    found = _HASH.search(url)
    return (url[: found.end()] if found else url) or None


def read_item(item: Node, own: OwnFields, page: Page) -> RawRecord:
    """Return what *item* says; a row has the names of a detail, but not its content.

    ``startsOn`` is the day on which the posting went online, not the one on which the training
    begins: that is for each customer to ask for, in a field of its own. Of people who look after
    the posting (``assignees``), none is taken.
    """
    told = own.texts(item)
    if content := _content(item):
        told["description_html"] = content
    record = RawRecord(
        page=page.url,
        reference=hash_of(item) or words(item, "id"),
        url=_url(item),
        apply_url=words(item, "applyUrl"),
        title=words(item, "title"),
        kind=_kind(item),
        employer=words(item, "employer"),
        places=tuple(_places(item)),
        deadline=words(item, "endsOn", "endAt"),
        posted=words(item, *_POSTED),
        pay=next(salaries(item), None),
        working_time=_working_time(item),
        language=words(item, "locale"),
        labelled=tuple(_labelled(item, own)),
        is_partial=_TEXTS.isdisjoint(told),
    )
    return with_texts(record, told, page)


def _content(item: Node) -> str | None:
    """Return the whole text of a detail, as HTML; it is rendered, or was never a template."""
    content = next(inner(item, "content"), {})
    rendered = next(inner(content, "html"), None)
    return markup(rendered, "rendered") if rendered else markup(content, "html")


def _codes(item: Node) -> Iterator[str]:
    return (str(code).lower() for code in each(item, "employmentType"))


def _kind(item: Node) -> str | None:
    """Return the types of employment that say more than how much and how long one works."""
    told = (code for code in _codes(item) if code not in {*_WORKING_TIMES, *_CONTRACTS})
    return ", ".join(dict.fromkeys(_KINDS.get(code, code) for code in told)) or None


def _working_time(item: Node) -> str | None:
    times = (_WORKING_TIMES[code] for code in _codes(item) if code in _WORKING_TIMES)
    return " oder ".join(dict.fromkeys(times)) or None


def _places(item: Node) -> Iterator[RawPlace]:
    """Yield the place of work, or the one that is only named."""
    address = next(inner(item, "address"), {})
    street = (words(address, name) for name in ("street", "houseNumber"))
    found = RawPlace(
        name=words(address, "city") or words(item, "jobSite"),
        street=" ".join(filter(None, street)) or None,
        postcode=words(address, "postCode", "postalCode"),
        latitude=words(address, "latitude"),
        longitude=words(address, "longitude"),
    )
    if found != RawPlace():
        yield found


def _labelled(item: Node, own: OwnFields) -> Iterator[tuple[str, str]]:
    """Yield what no field stands for: the customer's own number, and its own lists."""
    if number := words(item, "identification"):
        yield "Kennziffer", number
    yield from own.chosen(item)
