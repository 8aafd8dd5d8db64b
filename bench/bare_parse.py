"""Bare parse: the least that another program would do with the same documents."""

import json
import warnings
from collections.abc import Iterable, Iterator
from enum import StrEnum

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning

from stellenbund.domain.normalisers.markup import has_tags
from stellenbund.scraping.nesting import inner_values
from stellenbund.scraping.page import Page


class Peer(StrEnum):
    """What a source's documents mostly are, and so what reading them is held against."""

    TREE = "BeautifulSoup"
    JSON_LD = "BeautifulSoup, JSON-LD"
    JSON = "json + BeautifulSoup"
    PDF = "none (PDF)"


def peer_of(pages: Iterable[Page]) -> Peer:
    """Return what most of *pages* are; among PDFs stands the page that lists them."""
    sorts = [_peer_of(page) for page in pages]
    return Peer.PDF if Peer.PDF in sorts else max(Peer, key=sorts.count)


def bare_parse(pages: Iterable[Page]) -> None:
    """Parse each of *pages* whole, and of JSON also each text that is HTML; look at nothing."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        for page in pages:
            for markup in _markup_of(json.loads(page.text)) if page.is_json else (page.text,):
                BeautifulSoup(markup, "lxml")


def _peer_of(page: Page) -> Peer:
    if page.body:
        return Peer.PDF
    if page.is_json:
        return Peer.JSON
    is_told = any('"JobPosting"' in each for each in page.tree.scripts("ld+json"))
    return Peer.JSON_LD if is_told else Peer.TREE


def _markup_of(value: object) -> Iterator[str]:
    """Yield the texts in a JSON document that are HTML."""
    if isinstance(value, str) and has_tags(value):
        yield value
    for inner in inner_values(value):
        yield from _markup_of(inner)
