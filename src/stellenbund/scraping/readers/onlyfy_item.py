"""Onlyfy item: one opening in a list that onlyfy gives as JSON, to others or to its own script."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.scraping.nesting import shallow
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.nodes import inner, markup, words
from stellenbund.scraping.readers.onlyfy_row import bare, token_of

_HANDED_ON = re.compile(
    r"self\.__next_f\.push\(\s*+\[\s*+1\s*+,\s*+(\"[^\"\\]*+(?:\\.[^\"\\]*+)*+\")\s*+\]"
)
_JOBS = '"jobsData":'
_WORKING_TIME = re.compile(r"voll-?zeit|teil-?zeit|full.?time|part.?time", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of the list: its openings, how many there are in all, and whether more follow."""

    records: tuple[RawRecord, ...]
    total: int
    page: int = 1
    has_more: bool = False


def read_listing(page: Page) -> Listing | None:
    """Return the list that *page* is or hands to its script, or ``None`` if there is none.

    Raises:
        ValueError: it breaks off, or states no number of openings.
    """
    if page.is_json:
        document = page.json()
        rows = document.get("jobs") if isinstance(document, dict) else None
        if not isinstance(document, dict) or not isinstance(rows, list):
            return None
        employer = words(document, "company")
        return Listing(tuple(_records(rows, employer, page)), _number(document, "totalResults"))
    handed = _handed_on(page)
    rows = handed.get("data") if isinstance(handed, dict) else None
    if not isinstance(handed, dict) or not isinstance(rows, list):
        return None
    meta = next(inner(handed, "meta"), {})
    here, pages = _number(meta, "currentPage"), _number(meta, "totalPages")
    records = tuple(_records(rows, None, page))
    return Listing(records, _number(meta, "totalItems"), here, has_more=bool(rows) and here < pages)


def _handed_on(page: Page) -> object:
    """Return what the page hands to its script as jobs, out of the pieces it is cut into."""
    pieces = "".join(str(json.loads(piece)) for piece in _HANDED_ON.findall(page.text))
    _, found, after = pieces.partition(_JOBS)
    if not found:
        return None
    try:
        value, _ = json.JSONDecoder().raw_decode(after.lstrip())
    except RecursionError as error:
        raise ValueError("zu tief verschachtelt") from error
    return shallow(value)


def _number(node: Node, name: str) -> int:
    return int(str(node.get(name))[:9])


def _records(rows: list[object], employer: str | None, page: Page) -> Iterator[RawRecord]:
    for row in rows:
        yield _record(row if isinstance(row, dict) else {}, employer, page)


def _record(item: Node, employer: str | None, page: Page) -> RawRecord:
    """Return what *item* says; without its text it is but the beginning of an opening."""
    url = page.link(words(item, "showUrl", "jobAdUrl"))
    kind, working_time = sort_of(words(item, "positionType", "positionTypeName"))
    terms = next(inner(item, "applications_deadline_information"), {})
    text = markup(item, "simple_html_content")
    return RawRecord(
        page=page.url,
        reference=token_of(url) or words(item, "shortHandle", "handle", "id"),
        url=bare(url) if url else None,
        apply_url=page.link(words(item, "applyUrl")),
        title=words(item, "title"),
        section=words(item, "seniority"),
        kind=kind,
        employer=employer,
        org_unit=words(item, "department"),
        description_html=text,
        places=tuple(_places(item)),
        deadline=words(terms, "stop_applications_at"),
        posted=words(item, "published_at", "publishedAt"),
        working_time=working_time,
        is_partial=text is None,
    )


def sort_of(stated: str | None) -> tuple[str | None, str | None]:
    """Return what the portal calls the sort of a position: its kind, or else its working time.

    >>> sort_of("Ausbildung"), sort_of("Teilzeit / Vollzeit")
    (('Ausbildung', None), (None, 'Teilzeit / Vollzeit'))
    """
    return (None, stated) if stated and _WORKING_TIME.search(stated) else (stated, None)


def _places(item: Mapping[str, object]) -> Iterator[RawPlace]:
    city = next(inner(item, "city"), {})
    name = words(city, "title") or words(item, "cityName", "city")
    if name:
        yield RawPlace(name=name, postcode=words(city, "zip_code"))
