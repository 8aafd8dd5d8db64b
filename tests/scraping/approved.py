"""Saved documents and what was approved to be read from them, side by side in one folder."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.run import Outcome
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.decoding import decode
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Page
from stellenbund.scraping.scraper import Site

FIXTURES = Path(__file__).parent / "fixtures"
_NOT_SAID = (None, (), False)


def saved_page(folder: str, url: str) -> Page:
    """Return the page that is saved for *url*, decoded as if it had just come; else it is gone."""
    saved = json.loads((FIXTURES / folder / "pages.json").read_text(encoding="utf-8"))["pages"]
    if url not in saved:
        raise FetchError(Outcome.MOVED, f"{url} gibt es nicht.", is_gone=True)
    name, content_type = saved[url]["file"], saved[url]["content_type"]
    body = (FIXTURES / folder / name).read_bytes()
    return Page(
        url=url,
        text=decode(body, content_type),
        content_type=content_type.partition(";")[0],
    )


def crawl_saved(folder: str, site: Site) -> Delivery:
    """Return what a crawl of the pages saved in *folder* brings home."""
    return crawl(site, lambda request: saved_page(folder, request.url))


def approved(folder: str, name: str = "approved.json") -> object:
    """Return the approved result."""
    return json.loads((FIXTURES / folder / name).read_text(encoding="utf-8"))


def summary(delivery: Delivery) -> Mapping[str, object]:
    """Return *delivery* as an approved result writes it: what is not said is left out."""
    told = {
        "records": [_said(asdict(each)) for each in delivery.records],
        "unreadable": sorted(delivery.unreadable),
        "findings": sorted(f"{each.rule}: {each.reference}" for each in delivery.findings),
        "trouble": delivery.trouble,
        "stated_total": delivery.stated_total,
        "pages": delivery.pages,
    }
    written: Mapping[str, object] = json.loads(json.dumps(told))
    return written


def _said(record: Mapping[str, object]) -> Mapping[str, object]:
    said = {name: value for name, value in record.items() if value not in _NOT_SAID}
    places = record["places"]
    if isinstance(places, tuple) and places:
        said["places"] = [_said_of_place(place) for place in places]
    return said


def _said_of_place(place: Mapping[str, object]) -> Mapping[str, object]:
    return {name: value for name, value in place.items() if value is not None}
