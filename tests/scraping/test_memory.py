"""A page that has not changed costs its site one short answer, and nothing is believed for long."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from stellenbund.domain.kept_page import KeptPage
from stellenbund.domain.run import Outcome
from stellenbund.scraping.addresses import LOOPBACK
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.fetcher import open_fetcher
from stellenbund.scraping.hosts import Pace
from stellenbund.scraping.memory import MOST_BYTES, Memory, conditional, digest, restored
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.replies import Reply
from stellenbund.scraping.scraper import Site
from tests.scraping.bad_host import (
    Behaviour,
    answer,
    by_path,
    by_turns,
    packed,
    page,
    redirect,
    serving,
)

NOON = datetime(2026, 11, 25, 11, tzinfo=UTC)
ETAG = 'ETag: W/"17"'
MODIFIED = "Last-Modified: Tue, 24 Nov 2026 06:00:00 GMT"
NOT_MODIFIED = answer("", status="304 Not Modified")


@dataclass
class Reading:
    """A server and what was heard there, read again and again with the memory of the time before.

    Each reading is at *now*; the time of the server's process plays no part.
    """

    start: str
    heard: list[str]
    now: datetime = NOON
    kept: dict[str, KeptPage] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)

    def read(self, *paths: str, body: str | None = None) -> list[Page]:
        """Fetch the pages, and let the memory be what a good run would keep."""
        self.heard.clear()
        site = Site(start=self.start, read=lambda _: iter(()))
        self.memory = Memory(recall=self.kept.get)
        pace = Pace(gap=0.0, sleep=lambda _: None, now=lambda: self.now)
        with open_fetcher(
            "Stellenbund", door=LOOPBACK, resolve=lambda _, __: ("127.0.0.1",), pace=pace
        ) as courier:
            fetch = courier.for_site(site, self.memory)
            pages = [fetch(Request(self.start + path, body=body)) for path in paths]
        asked = self.memory.pages
        self.kept = {key: page or self.kept[key] for key, page in asked.items()}
        return pages

    @property
    def conditions(self) -> list[str]:
        """The header lines with which it was asked whether a page has changed."""
        lines = (line for head in self.heard for line in head.split("\r\n"))
        return [line for line in lines if line.lower().startswith("if-")]


@contextmanager
def reading(behave: Behaviour) -> Iterator[Reading]:
    """Serve, and read from there."""
    heard: list[str] = []
    with serving(behave, heard=heard) as port:
        yield Reading(f"http://karriere.stadt.test:{port}", heard)


@pytest.mark.parametrize(
    ("line", "condition"),
    [
        (ETAG, 'If-None-Match: W/"17"'),
        (MODIFIED, "If-Modified-Since: Tue, 24 Nov 2026 06:00:00 GMT"),
    ],
)
def test_a_page_that_has_not_changed_is_not_sent_again(line: str, condition: str) -> None:
    with reading(by_turns(answer(page(1, 2), line), NOT_MODIFIED)) as site:
        (first,) = site.read("/stellen")
        assert site.conditions == []
        (second,) = site.read("/stellen")
        assert site.conditions == [condition]
        (third,) = site.read("/stellen")
    assert (first.is_unchanged, second.is_unchanged, third.is_unchanged) == (False, True, True)
    assert first.text == second.text == third.text
    assert (second.status, second.content_type) == (200, "text/html")


def test_both_validators_are_sent_where_there_are_both() -> None:
    with reading(by_turns(answer(page(1), ETAG, MODIFIED), NOT_MODIFIED)) as site:
        site.read("/")
        site.read("/")
        assert len(site.conditions) == 2


def test_a_page_that_has_changed_is_sent_and_kept() -> None:
    newer = answer(page(3), 'ETag: "18"')
    with reading(by_turns(answer(page(1), ETAG), newer, NOT_MODIFIED)) as site:
        site.read("/")
        (second,) = site.read("/")
        (third,) = site.read("/")
        assert site.conditions == ['If-None-Match: "18"']
    assert "Gärtnerin 3" in second.text
    assert second.text == third.text


def test_bytes_are_kept_with_their_label_and_a_pdf_stays_one() -> None:
    latin = answer(page(1).encode("cp1252"), ETAG, "Content-Type: text/html; charset=iso-8859-1")
    pdf = answer(b"%PDF-1.7 \xff\x00", ETAG, "Content-Type: application/pdf")
    for behave in (latin, pdf, answer(packed(page(1).encode()), ETAG, "Content-Encoding: gzip")):
        with reading(by_turns(behave, NOT_MODIFIED)) as site:
            (first,) = site.read("/")
            (second,) = site.read("/")
        assert (first.text, first.body) == (second.text, second.body)
        assert second.is_unchanged


@pytest.mark.parametrize(
    "behave",
    [
        answer(page(1)),
        answer(page(1), ETAG, "Cache-Control: max-age=60, No-Store"),
        answer(page(1), ETAG, "Vary: *"),
        answer(page(1), f'ETag: "{"x" * 400}"'),
        answer(page(1), "ETag: "),
        answer(page(1) + " " * MOST_BYTES, ETAG),
        answer(page(1), ETAG, status="203 Non-Authoritative Information"),
    ],
)
def test_what_may_not_or_cannot_be_kept_is_asked_for_plainly(behave: Behaviour) -> None:
    with reading(behave) as site:
        site.read("/")
        assert site.kept == {}
        site.read("/")
        assert site.conditions == []


def test_what_is_posted_is_never_asked_for_with_a_condition() -> None:
    with reading(answer(page(1), ETAG)) as site:
        site.read("/suche", body="{}")
        assert site.kept == {}
        site.read("/suche")
        site.read("/suche", body="{}")
        assert site.conditions == []


def test_a_page_is_only_remembered_for_its_own_address() -> None:
    with reading(answer(page(1), ETAG)) as site:
        site.read("/a?seite=1")
        site.read("/a?seite=2", "/b")
        assert site.conditions == []


def test_a_page_behind_a_redirect_is_remembered_where_it_stands() -> None:
    site_map = by_path(alt=redirect("/neu"), neu=by_turns(answer(page(1), ETAG), NOT_MODIFIED))
    with reading(site_map) as site:
        site.read("/alt")
        (again,) = site.read("/alt")
        assert len(site.conditions) == 1
    assert again.is_unchanged
    assert again.url.endswith("/neu")


def test_once_a_week_a_page_is_sent_whole_whatever_its_server_says() -> None:
    with reading(by_turns(answer(page(1), ETAG), NOT_MODIFIED)) as site:
        site.read("/")
        site.now += timedelta(days=6, hours=23)
        assert site.read("/")[0].is_unchanged
        site.now += timedelta(hours=1)
        with pytest.raises(FetchError, match="Status 304"):
            site.read("/")
        assert site.conditions == []


def test_a_304_that_nobody_asked_for_is_an_error() -> None:
    with reading(NOT_MODIFIED) as site, pytest.raises(FetchError, match="Status 304"):
        site.read("/")


@pytest.mark.parametrize(
    "wall",
    [
        "<title>Wartungsarbeiten</title><h1>Wartungsarbeiten</h1>",
        "<title>Just a moment...</title>",
        "",
    ],
)
def test_a_wall_is_not_remembered(wall: str) -> None:
    with reading(answer(wall, ETAG, MODIFIED)) as site, pytest.raises(FetchError):
        site.read("/")
    assert site.memory.pages == {}


def test_a_304_that_now_reserves_the_page_is_obeyed() -> None:
    reserved = answer("", "TDM-Reservation: 1", status="304 Not Modified")
    with reading(by_turns(answer(page(1), ETAG), reserved)) as site:
        site.read("/")
        with pytest.raises(FetchError, match="TDM") as caught:
            site.read("/")
    assert caught.value.outcome is Outcome.BLOCKED


def test_what_one_source_may_keep_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stellenbund.scraping.memory.MOST_BYTES_IN_ALL", 300)
    memory = Memory()
    for number in range(10):
        reply = Reply(status=200, headers={"etag": '"1"'}, body=page(number).encode())
        memory.keep(Request(f"https://a.test/{number}"), reply, NOON)
    kept = [each for each in memory.pages.values() if each]
    assert 0 < sum(len(each.body) for each in kept) <= 300


def test_a_digest_tells_requests_apart_and_no_key() -> None:
    requests = [
        Request("https://a.test/"),
        Request("https://a.test/?a"),
        Request("https://a.test/", (("X-API-Key", "geheim"),)),
        Request("https://a.test/", body="{}"),
    ]
    digests = {digest(request) for request in requests}
    assert len(digests) == 4
    assert all(len(each) == 64 and each.isalnum() for each in digests)


def test_only_a_304_to_a_conditional_request_stands_for_a_page() -> None:
    kept = KeptPage(
        request="0" * 64,
        etag='"1"',
        last_modified=None,
        content_type="text/html",
        body=zlib.compress(b"alt"),
        fetched_at=NOON,
    )
    new = Reply(status=200, headers={}, body=b"neu")
    assert restored(new, kept) is new
    silent = Reply(status=304, headers={}, body=b"")
    assert restored(silent, None) is silent
    assert restored(silent, kept).body == b"alt"
    plain = Request("https://a.test/")
    assert conditional(plain, None) is plain
    assert conditional(plain, kept).headers == (("If-None-Match", '"1"'),)
