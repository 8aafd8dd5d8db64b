"""Saved pages stand in for the network, through the same fetcher."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.fetcher import open_fetcher
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.saved import SavedPagesError, answers_from
from stellenbund.scraping.scraper import Site

START = "https://karriere.stadt.test/stellen?ort=M%C3%BClheim%20an%20der%20Ruhr&seite=1"


@pytest.fixture
def fetch(tmp_path: Path) -> Callable[[str], Page]:
    """Fetch from a folder with three pages."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "liste.html").write_bytes("<h1>Gärtner</h1>".encode("cp1252"))
    pages = [
        {
            "url": START,
            "file": "pages/liste.html",
            "content_type": "text/html; charset=iso-8859-1",
            "status": 200,
        },
        {"url": "https://karriere.stadt.test/weg", "status": 410},
        {"url": "https://karriere.stadt.test/zu", "file": "pages/liste.html", "status": 403},
    ]
    (tmp_path / "pages.json").write_text(json.dumps({"note": "samples", "pages": pages}))

    def fetch_saved(url: str) -> Page:
        with open_fetcher("Stellenbund", answer=answers_from(tmp_path)) as courier:
            site = Site(start=START, read=lambda _: iter(()))
            return courier.for_site(site)(Request(url))

    return fetch_saved


@pytest.mark.parametrize(
    "url",
    [
        START,
        START + "#oben",
        "https://karriere.stadt.test/stellen?seite=1&ort=M%C3%BClheim+an+der+Ruhr",
        "https://karriere.stadt.test/stellen?ort=Mülheim an der Ruhr&seite=1",
    ],
)
def test_an_address_is_known_in_every_spelling(fetch: Callable[[str], Page], url: str) -> None:
    page = fetch(url)
    assert page.text == "<h1>Gärtner</h1>"
    assert (page.content_type, page.status) == ("text/html", 200)


@pytest.mark.parametrize(
    "listing",
    [None, "", "{", "[]", "{}", '{"pages": 1}', '{"pages": [1]}', '{"pages": [{"file": "a"}]}'],
)
def test_a_broken_listing_is_named_with_its_fault(tmp_path: Path, listing: str | None) -> None:
    if listing is not None:
        (tmp_path / "pages.json").write_text(listing)
    with pytest.raises(SavedPagesError, match=r"pages\.json is no listing of saved pages \(\w+:"):
        answers_from(tmp_path)


def test_a_listed_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    pages = [{"url": START, "file": "pages/liste.html"}]
    (tmp_path / "pages.json").write_text(json.dumps({"pages": pages}))
    with pytest.raises(SavedPagesError, match=r"lists pages/liste\.html, which is not there"):
        answers_from(tmp_path)


def test_an_address_that_was_not_saved_is_named(fetch: Callable[[str], Page]) -> None:
    with pytest.raises(FetchError, match=r"seite=2 ist nicht unter den gespeicherten") as caught:
        fetch("https://karriere.stadt.test/stellen?seite=2")
    assert caught.value.outcome is Outcome.FAILED


@pytest.mark.parametrize(("path", "outcome"), [("weg", Outcome.MOVED), ("zu", Outcome.BLOCKED)])
def test_a_saved_error_is_one(fetch: Callable[[str], Page], path: str, outcome: Outcome) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(f"https://karriere.stadt.test/{path}")
    assert caught.value.outcome is outcome


def test_saved_pages_obey_the_sources_hosts_too(fetch: Callable[[str], Page]) -> None:
    with pytest.raises(FetchError, match="anderen Anbieter"):
        fetch("https://example.com/")
