"""What is posted reaches the host it is meant for, and tells one page from another."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.scraping.addresses import LOOPBACK
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.fetcher import open_fetcher
from stellenbund.scraping.hosts import Pace
from stellenbund.scraping.page import Fetch, Page, Request
from stellenbund.scraping.saved import answers_from
from stellenbund.scraping.scraper import Follow, Site, Total, Yield
from tests.scraping.bad_host import answer, by_path, by_turns, page, redirect, serving

PACE = Pace(gap=0.0, sleep=lambda _: None)
START = "https://karriere.stadt.test/suche"


@contextmanager
def posting(port: int, *hosts: str) -> Iterator[Fetch]:
    """Open the way to the server at *port*."""
    site = Site(start=start_at(port), read=lambda _: iter(()), hosts=hosts)
    with open_fetcher(
        "Stellenbund", door=LOOPBACK, resolve=lambda _, __: ("127.0.0.1",), pace=PACE
    ) as courier:
        yield courier.for_site(site)


def start_at(port: int) -> str:
    return f"http://karriere.stadt.test:{port}"


def test_a_question_is_posted_as_json() -> None:
    heard: list[str] = []
    with serving(answer(page(1)), heard=heard) as port, posting(port) as fetch:
        fetch(Request(start_at(port) + "/suche", body='{"seite": 1, "ort": "Mülheim"}'))
    head, _, body = heard[-1].partition("\r\n\r\n")
    assert head.startswith("POST /suche HTTP/1.1")
    assert "content-type: application/json" in head.lower()
    assert body == '{"seite": 1, "ort": "Mülheim"}'


def test_a_type_that_the_source_names_itself_stays() -> None:
    heard: list[str] = []
    lines = (("content-type", "application/vnd.stellen+json"),)
    with serving(answer(page(1)), heard=heard) as port, posting(port) as fetch:
        fetch(Request(start_at(port) + "/suche", lines, "{}"))
    types = [line for line in heard[-1].lower().split("\r\n") if line.startswith("content-type")]
    assert types == ["content-type: application/vnd.stellen+json"]


@pytest.mark.parametrize(
    ("status", "method"),
    [
        ("301 Moved Permanently", "GET"),
        ("302 Found", "GET"),
        ("303 See Other", "GET"),
        ("307 Temporary Redirect", "POST"),
        ("308 Permanent Redirect", "POST"),
    ],
)
def test_only_redirects_that_keep_the_question_are_posted_to(status: str, method: str) -> None:
    heard: list[str] = []
    behave = by_path(suche=redirect("/da", status), da=answer(page(1)))
    with serving(behave, heard=heard) as port, posting(port) as fetch:
        found = fetch(Request(start_at(port) + "/suche", body="{}"))
    assert found.url.endswith("/da")
    assert heard[-1].startswith(f"{method} /da ")
    assert heard[-1].endswith("\r\n\r\n{}") is (method == "POST")


def test_a_question_is_not_told_to_another_host() -> None:
    heard: list[str] = []
    with serving(answer(page(1)), heard=heard) as other:
        elsewhere = redirect(f"http://hilfe.stadt.test:{other}/", "307 Temporary Redirect")
        with serving(elsewhere) as port, posting(port, "hilfe.stadt.test") as fetch:
            fetch(Request(start_at(port) + "/suche", (("X-Key", "offen"),), '{"frage": 1}'))
    assert heard[-1].startswith("GET / ")
    assert "frage" not in "".join(heard)
    assert "offen" not in "".join(heard)


def test_a_question_may_be_asked_again() -> None:
    heard: list[str] = []
    recovering = by_turns(answer("", status="503 Busy"), answer(page(1)))
    with serving(recovering, heard=heard) as port, posting(port) as fetch:
        fetch(Request(start_at(port) + "/suche", body="{}"))
    assert [each.partition(" ")[0] for each in heard[-2:]] == ["POST", "POST"]


def entries(page: Page) -> Iterator[Yield]:
    """Read an interface that is asked for one entry after another under one address."""
    found = page.json()
    assert isinstance(found, dict)
    yield Total(3)
    yield RawRecord(page=page.url, reference=found["id"], title="Gärtnerin")
    if found["next"]:
        yield Follow(page.url, body=json.dumps({"page": found["next"]}))


def test_one_address_asked_for_different_things_is_several_pages() -> None:
    asked: list[Request] = []

    def fetch(request: Request) -> Page:
        asked.append(request)
        number = json.loads(request.body or "")["page"]
        following = number + 1 if number < 3 else None
        return Page(url=request.url, text=json.dumps({"id": str(number), "next": following}))

    delivery = crawl(Site(start=START, read=entries, body='{"page": 1}'), fetch)
    assert [record.reference for record in delivery.records] == ["1", "2", "3"]
    assert delivery.trouble is None
    assert [request.method for request in asked] == ["POST"] * 3


def test_one_address_asked_for_the_same_again_ends_the_list() -> None:
    def fetch(request: Request) -> Page:
        return Page(url=request.url, text='{"id": "1", "next": 1}')

    delivery = crawl(Site(start=START, read=entries, body='{"page": 0}'), fetch)
    assert delivery.pages == 2
    assert delivery.trouble is Outcome.TRUNCATED


@pytest.fixture
def saved(tmp_path: Path) -> Fetch:
    """Two saved answers under one address, told apart by what was posted, and one for GET."""
    pages = []
    for number, posted in enumerate([{"seite": 1, "ort": "Mülheim"}, {"seite": 2}, None]):
        (tmp_path / f"{number}.json").write_text(json.dumps({"antwort": number}))
        entry = {"url": START, "file": f"{number}.json", "content_type": "application/json"}
        pages.append(entry if posted is None else entry | {"posted": posted})
    (tmp_path / "pages.json").write_text(json.dumps({"note": "samples", "pages": pages}))

    def fetch(request: Request) -> Page:
        with open_fetcher("Stellenbund", answer=answers_from(tmp_path)) as courier:
            return courier.for_site(Site(start=START, read=lambda _: iter(())))(request)

    return fetch


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ('{"seite": 1, "ort": "Mülheim"}', 0),
        ('{"ort":"M\\u00fclheim","seite":1}', 0),
        ('{"seite": 2}', 1),
        (None, 2),
    ],
)
def test_a_saved_answer_is_found_by_what_was_posted(
    saved: Fetch, body: str | None, number: int
) -> None:
    assert saved(Request(START, body=body)).json() == {"antwort": number}


def test_a_question_that_was_not_saved_is_a_failure(saved: Fetch) -> None:
    with pytest.raises(FetchError, match="nicht unter den gespeicherten Seiten"):
        saved(Request(START, body='{"seite": 3}'))
