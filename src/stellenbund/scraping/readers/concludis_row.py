"""Concludis row: one opening in the list of a concludis job board."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.scraping.css import Css
from stellenbund.scraping.markup import Element, plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.german_page import read_german_part

_ROWS = Css.of("[id^=line_], .stellen > :has(.stellenlink)")
_TITLE = Css.of(".stellenlink")
_TEASER = Css.of(".kurzb")
_LINK = Css.of("a[href*='/prj/shw/']")
_ON_CLICK = re.compile(r"\bopen(?:job|angebot)\(\s*['\"]([^'\"]{1,2000})['\"]", re.IGNORECASE)
_NUMBER = re.compile(r"/prj/shw/[^/]+/(\d{1,12})/")
_SUMMARY = re.compile(
    r"\bam Standort (?P<place>\D{2,60}?)(?:\s(?:[A-Z]{1,2}-){0,3}(?P<postcode>\d{4,5}))?"
    r"(?:\s[-–]\s(?P<working_time>.{1,60}))?$"
)
"""What the usual teaser says: "Stellennummer 12 am Standort Musterstadt 45999 - Teilzeit"."""


def read_rows(page: Page) -> Iterator[tuple[Element, RawRecord]]:
    """Yield the entries of the list on *page*, each with what it says."""
    for row in _ROWS.outermost(page.root):
        address = _address(row, page)
        heading, teaser = _TITLE.first(row), _TEASER.first(row)
        told = RawRecord(page=page.url) if teaser is None else _teased(teaser, page)
        title = None if heading is None else plain(heading)
        yield row, replace(told, reference=_reference(row, address), url=address, title=title)


def _teased(teaser: Element, page: Page) -> RawRecord:
    """Return what the lines below the title say: place and working time, or a short text."""
    told = replace(read_german_part(teaser, page), title=None)
    summary = _SUMMARY.search(plain(teaser) or "")
    if summary is None:
        return told
    place = RawPlace(name=summary["place"].strip(), postcode=summary["postcode"])
    return replace(
        told, places=(place,), working_time=summary["working_time"], description_html=None
    )


def _address(row: Element, page: Page) -> str | None:
    """Return where *row* leads when it is clicked, without anything but the job board."""
    clicked = _ON_CLICK.search(row.get("onclick") or "")
    link = _LINK.first(row)
    linked = None if link is None else link.get("href")
    url = page.link(clicked[1] if clicked else linked)
    if url is None:
        return None
    parts = urlsplit(url)
    board = [(name, value) for name, value in parse_qsl(parts.query) if name == "b"]
    return parts._replace(query=urlencode(board), fragment="").geturl()


def _reference(row: Element, address: str | None) -> str | None:
    """Return the opening's number, from the address or else from the row's own name."""
    stated = _NUMBER.search(address or "")
    return stated[1] if stated else (row.get("id") or "").removeprefix("line_") or None
