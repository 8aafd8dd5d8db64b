"""Pairs: a folder of saved documents, and what we approved that a reader makes of them."""

import json
from dataclasses import asdict
from pathlib import Path

from stellenbund.domain.delivery import Delivery
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.decoding import decode
from stellenbund.scraping.page import PDF, Fetch, Page, Request
from stellenbund.scraping.saved import answers_from
from stellenbund.scraping.scraper import Site

FIXTURES = Path(__file__).parents[1] / "fixtures"


def fetched_from(folder: str) -> Fetch:
    """Return how the documents are had that *folder* keeps; all others are not to be had."""
    answer = answers_from(FIXTURES / folder)

    def fetch(request: Request) -> Page:
        saved = answer(request)
        is_pdf = saved.content_type == PDF
        return Page(
            url=request.url,
            text="" if is_pdf else decode(saved.body, saved.content_type),
            content_type=saved.content_type.partition(";")[0],
            body=saved.body if is_pdf else b"",
        )

    return fetch


def crawled(site: Site, folder: str) -> Delivery:
    """Read *site* to its end from the documents that *folder* keeps."""
    return crawl(site, fetched_from(folder))


def told(delivery: Delivery) -> object:
    """Return what *delivery* tells as JSON, without what its records leave open."""
    found = {
        "trouble": delivery.trouble,
        "stated_total": delivery.stated_total,
        "pages": delivery.pages,
        "unreadable": sorted(delivery.unreadable),
        "rules": [each.rule for each in delivery.findings],
        "records": [_stated(asdict(record)) for record in delivery.records],
    }
    return json.loads(json.dumps(found))


def approved(folder: str, name: str = "approved.json") -> object:
    """Return what we approved for *folder*."""
    return json.loads((FIXTURES / folder / name).read_text(encoding="utf-8"))


def _stated(value: object) -> object:
    """Return *value* without the fields in it that say nothing."""
    if isinstance(value, dict):
        fields = {name: _stated(each) for name, each in value.items()}
        return {name: each for name, each in fields.items() if each not in (None, [], False)}
    return [_stated(each) for each in value] if isinstance(value, list | tuple) else value
