"""Postings: the openings of one page, in whichever syntax it tells them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.record import RawRecord
from stellenbund.scraping.labels import fold
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.german_page import read_german_page
from stellenbund.scraping.readers.json_ld import Node, is_json, read_json_ld
from stellenbund.scraping.readers.microdata import MICRODATA, RDFA, read_markup
from stellenbund.scraping.readers.nodes import words
from stellenbund.scraping.readers.posting import read_posting

_MOST_TYPES = 12

NONE = "job_posting.none"
"""The rule of the finding that a page holds no opening in any syntax."""


@dataclass(frozen=True, slots=True)
class Postings:
    """What a page's structured data tell: openings, remarks, and the types of all else."""

    records: list[RawRecord]
    remarks: list[Finding]
    types: set[str]


def read_postings(page: Page) -> Postings:
    """Return the JobPostings of *page*, each in the first syntax that tells it.

    What microdata or RDFa repeat under a title that JSON-LD has told counts once.
    """
    found = read_json_ld(page)
    nodes, types = list(found.postings), set(found.types)
    for syntax in () if is_json(page) else (MICRODATA, RDFA):
        further, others = read_markup(page, syntax)
        nodes += _untold(further, nodes)
        types |= others
    records = [read_posting(node, page) for node in nodes]
    if len(records) == 1 and not records[0].url:
        records = [replace(records[0], url=page.url)]
    return Postings(records, found.findings, types)


def _untold(nodes: Iterable[Node], told: Iterable[Node]) -> list[Node]:
    """Return those of *nodes* whose title none of *told* has."""
    titles = {_title(node) for node in told}
    return [node for node in nodes if _title(node) not in titles]


def _title(node: Node) -> str:
    return fold(words(node, "title", "name") or "")


def read_openings(page: Page) -> tuple[list[RawRecord], list[Finding]]:
    """Return the openings of *page*: structured, else in labelled German; or say there is none."""
    found = read_postings(page)
    if found.records:
        return found.records, found.remarks
    told = None if is_json(page) else read_german_page(page)
    if told:
        return [replace(told, url=page.url)], found.remarks
    return [], [*found.remarks, _none(page, found.types)]


def _none(page: Page, types: set[str]) -> Finding:
    """Say that *page* holds no opening, and what it holds instead."""
    instead = f"; gefunden wurde: {', '.join(sorted(types)[:_MOST_TYPES])}" if types else ""
    return Finding(
        severity=Severity.WARNING,
        rule=NONE,
        message=f"Die Seite enthält keine Stelle im Format JobPosting (schema.org){instead}.",
        place=page.url,
        remedy="Bitte prüfen, ob die Adresse zu einer Stelle führt und ob die Seite JobPosting "
        "noch ausgibt.",
    )
