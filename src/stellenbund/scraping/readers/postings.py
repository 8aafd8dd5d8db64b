"""Postings: the openings of one page, in whichever syntax it tells them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.record import RawRecord
from stellenbund.scraping.labels import fold
from stellenbund.scraping.markup import Element
from stellenbund.scraping.page import PDF, Page
from stellenbund.scraping.readers.fields import completed, is_complete
from stellenbund.scraping.readers.german_page import read_german_page, read_german_part
from stellenbund.scraping.readers.json_ld import Node, read_json_ld, types_of
from stellenbund.scraping.readers.microdata import MICRODATA, RDFA, Item, read_markup
from stellenbund.scraping.readers.nodes import words
from stellenbund.scraping.readers.parts import parts_of
from stellenbund.scraping.readers.posting import read_posting

_MOST_TYPES = 12

NONE = "job_posting.none"
"""The rule of the finding that a page holds no opening in any syntax."""


@dataclass(frozen=True, slots=True)
class Postings:
    """What a page's structured data tell: openings, remarks, and the types of all else.

    *tags* are the elements that the openings are, where they are told in markup.
    """

    records: list[RawRecord]
    tags: list[Element | None]
    remarks: list[Finding]
    types: set[str]


def read_postings(page: Page) -> Postings:
    """Return the JobPostings of *page*, each in the first syntax that tells it.

    What microdata or RDFa repeat under a title that JSON-LD has told counts once.
    """
    found = read_json_ld(page)
    items, types = [Item(node) for node in found.postings], set(found.types)
    for syntax in () if page.is_json else (MICRODATA, RDFA):
        kinds = types_of({"@type": list(page.tree.said_by(syntax.kind))})
        if "JobPosting" not in kinds:
            types |= kinds
            continue
        further, others = read_markup(page, syntax)
        items += _untold(further, items)
        types |= others
    records = [read_posting(item.node, page) for item in items]
    if len(records) == 1 and not records[0].url:
        records = [replace(records[0], url=page.url)]
    return Postings(records, [item.tag for item in items], found.findings, types)


def _untold(items: Iterable[Item], told: Iterable[Item]) -> list[Item]:
    """Return those of *items* whose title none of *told* has."""
    titles = {_title(item.node) for item in told}
    return [item for item in items if _title(item.node) not in titles]


def _title(node: Node) -> str:
    return fold(words(node, "title", "name") or "")


def read_openings(page: Page) -> tuple[list[RawRecord], list[Finding]]:
    """Return the openings of *page*: structured, else in labelled German; or say there is none.

    What structured data leave open is taken from what the page tells people beside them.
    """
    found = read_postings(page)
    if found.records:
        records = found.records if page.is_json else _completed(found, page)
        return records, found.remarks
    told = None if page.is_json else read_german_page(page)
    if told:
        return [replace(told, url=page.url)], found.remarks
    return [], [*found.remarks, _none(page, found.types)]


def _completed(found: Postings, page: Page) -> list[RawRecord]:
    """Return the openings with what the part of *page* that is their own says besides."""
    if len(found.records) == 1:
        parts = [page.article]
    else:
        pairs = zip(found.records, found.tags, strict=True)
        parts = parts_of(page, [record.url if tag is None else tag for record, tag in pairs])
    return [
        record if part is None or is_complete(record) else _with_part(record, part, page)
        for record, part in zip(found.records, parts, strict=True)
    ]


def _with_part(record: RawRecord, part: Element, page: Page) -> RawRecord:
    return completed(record, read_german_part(part, page, record))


def _none(page: Page, types: set[str]) -> Finding:
    """Say that *page* holds no opening, and what it holds instead."""
    instead = f"; gefunden wurde: {', '.join(sorted(types)[:_MOST_TYPES])}" if types else ""
    instead = "; sie ist eine PDF-Datei" if page.content_type == PDF else instead
    return Finding(
        severity=Severity.WARNING,
        rule=NONE,
        message=f"Die Seite enthält keine Stelle im Format JobPosting (schema.org){instead}.",
        place=page.url,
        remedy="Bitte prüfen, ob die Adresse zu einer Stelle führt und ob die Seite JobPosting "
        "noch ausgibt.",
    )
