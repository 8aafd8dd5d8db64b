"""How pages are asked for: honestly, politely, and no further than a source allows."""

import gzip
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from stellenbund.domain.run import Outcome
from stellenbund.scraping.addresses import LOOPBACK
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.fetcher import open_fetcher
from stellenbund.scraping.hosts import Pace
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.scraper import Site
from tests.scraping.bad_host import Behaviour, answer, packed, page, serving

AGENT = "Stellenbund/0.1 (+mailto:ausbildung@example.org)"


@dataclass
class Clock:
    """A clock that stands still but when somebody sleeps."""

    now: float = 100.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        """Let the time pass at once."""
        self.slept.append(round(seconds, 3))
        self.now += seconds

    def read(self) -> float:
        """Return the time."""
        return self.now


@contextmanager
def fetching(
    behave: Behaviour,
    robots: Behaviour | None = None,
    pace: Pace | None = None,
    heard: list[str] | None = None,
) -> Iterator[Callable[[str], Page]]:
    """Serve, and fetch by path."""
    with serving(behave, robots, heard) as port:
        start = f"http://karriere.stadt.test:{port}"
        site = Site(start=start, read=lambda _: iter(()), headers=(("X-API-Key", "offen"),))
        with open_fetcher(
            AGENT,
            door=LOOPBACK,
            resolve=lambda _, __: ("127.0.0.1",),
            pace=pace or Pace(gap=0.0, deadline=2.0, sleep=lambda _: None),
        ) as courier:
            fetch = courier.for_site(site)
            yield lambda path: fetch(Request(start + path, site.headers))


def rules(text: str) -> Behaviour:
    """Serve *text* as robots.txt."""
    return answer(text, "Content-Type: text/plain")


def test_we_say_who_we_are_and_what_we_understand() -> None:
    heard: list[str] = []
    with fetching(answer(page(1)), heard=heard) as fetch:
        fetch("/stellen")
    lines = heard[-1].lower().split("\r\n")
    assert f"user-agent: {AGENT}".lower() in lines
    assert "accept-encoding: gzip" in lines
    assert "x-api-key: offen" in lines
    assert not [line for line in lines if line.startswith(("cookie", "referer", "authorization"))]


def test_the_environment_has_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with fetching(answer(page(1))) as fetch:
        assert "Gärtnerin" in fetch("/").text


def test_a_key_is_not_told_to_the_host_of_a_redirect() -> None:
    heard: list[str] = []
    with serving(answer(page(1)), heard=heard) as port:
        elsewhere = f"http://hilfe.stadt.test:{port}/"
        with serving(answer("", f"Location: {elsewhere}", status="302 Found")) as first:
            site = Site(
                start=f"http://karriere.stadt.test:{first}/",
                read=lambda _: iter(()),
                hosts=("hilfe.stadt.test",),
            )
            with open_fetcher(
                AGENT,
                door=LOOPBACK,
                resolve=lambda _, __: ("127.0.0.1",),
                pace=Pace(gap=0.0, sleep=lambda _: None),
            ) as courier:
                found = courier.for_site(site)(Request(site.starts[0], (("X-API-Key", "geheim"),)))
    assert found.url == elsewhere
    assert "geheim" not in "".join(heard)


def test_a_second_passes_between_two_requests_to_a_host() -> None:
    clock = Clock()
    with fetching(answer(page(1)), pace=Pace(sleep=clock.sleep, clock=clock.read)) as fetch:
        fetch("/a")
        fetch("/b")
    assert clock.slept == [1.0, 1.0, 1.0]


def test_the_delay_that_a_host_asks_for_is_kept() -> None:
    clock = Clock()
    asked = rules("User-agent: *\nCrawl-delay: 7")
    with fetching(answer(page(1)), asked, Pace(sleep=clock.sleep, clock=clock.read)) as fetch:
        fetch("/a")
        fetch("/b")
    assert clock.slept == [1.0, 7.0, 7.0]


def test_a_host_that_wants_to_be_left_alone_for_minutes_is_left_alone() -> None:
    with fetching(answer(page(1)), rules("User-agent: *\nCrawl-delay: 300")) as fetch:
        refused(fetch, "/", Outcome.BLOCKED, "300 Sekunden")


def test_what_robots_txt_forbids_is_never_asked_for() -> None:
    heard: list[str] = []
    forbidden = rules("User-agent: *\nDisallow: /intern\nAllow: /intern/stellen$")
    with fetching(answer(page(1)), forbidden, heard=heard) as fetch:
        refused(fetch, "/intern", Outcome.BLOCKED, "robots.txt erlaubt")
        refused(fetch, "/intern/stellen?seite=2", Outcome.BLOCKED, "robots.txt erlaubt")
        fetch("/intern/stellen")
        fetch("/stellen")
    assert [each.split(" ")[1] for each in heard] == [
        "/robots.txt",
        "/.well-known/tdmrep.json",
        "/intern/stellen",
        "/stellen",
    ]


def test_rules_made_for_us_win_over_those_for_all() -> None:
    ours = rules("User-agent: *\nAllow: /\n\nUser-agent: stellenbund\nDisallow: /")
    with fetching(answer(page(1)), ours) as fetch:
        refused(fetch, "/", Outcome.BLOCKED, "robots.txt erlaubt")


@pytest.mark.parametrize("status", ["400 No", "401 No", "403 No", "404 No", "410 No", "429 No"])
def test_a_robots_txt_that_is_not_there_allows_everything(status: str) -> None:
    with fetching(answer(page(1)), answer("User-agent: *\nDisallow: /", status=status)) as fetch:
        assert fetch("/").status == 200


@pytest.mark.parametrize("status", ["500 No", "502 No", "503 No", "504 No"])
def test_a_robots_txt_that_cannot_be_read_allows_nothing(status: str) -> None:
    with fetching(answer(page(1)), answer("", status=status)) as fetch:
        refused(fetch, "/", Outcome.BLOCKED, "robots.txt war nicht zu lesen")


def test_a_robots_txt_that_redirects_elsewhere_is_none() -> None:
    elsewhere = answer("", "Location: https://example.com/", status="301 Moved")
    with fetching(answer(page(1)), elsewhere) as fetch:
        assert fetch("/").status == 200


@pytest.mark.parametrize(
    "text", ["", "\x00\xff\x80", "<html>Startseite</html>", "Disallow", "User-agent: *\nDisallow:"]
)
def test_a_robots_txt_that_says_nothing_allows_everything(text: str) -> None:
    with fetching(answer(page(1)), rules(text)) as fetch:
        assert fetch("/").status == 200


def test_of_a_huge_robots_txt_the_beginning_counts() -> None:
    huge = rules("User-agent: *\nDisallow: /intern\n" + "# nichts\n" * 200_000)
    with fetching(answer(page(1)), huge) as fetch:
        refused(fetch, "/intern", Outcome.BLOCKED, "robots.txt erlaubt")
        assert fetch("/").status == 200


def test_robots_txt_is_asked_for_once_whoever_comes_first() -> None:
    heard: list[str] = []
    with fetching(answer(page(1)), rules(""), heard=heard) as fetch:
        threads = [threading.Thread(target=fetch, args=(f"/{n}",)) for n in range(5)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len([each for each in heard if "/robots.txt" in each]) == 1
    assert len(heard) == 7


def test_a_sitemap_that_is_packed_as_a_file_is_unpacked() -> None:
    sitemap = packed(b"<urlset><url><loc>http://x.test/</loc></url></urlset>")
    with fetching(answer(sitemap, "Content-Type: application/x-gzip")) as fetch:
        assert "<loc>http://x.test/</loc>" in fetch("/sitemap.xml.gz").text


@pytest.mark.parametrize(
    ("content_type", "megabytes", "fits"),
    [
        ("text/html", 2, True),
        ("text/html", 4, False),
        ("application/xhtml+xml", 4, False),
        ("application/json", 9, True),
        ("application/json", 11, False),
        ("text/xml", 9, True),
    ],
)
def test_each_sort_of_document_has_its_limit(
    content_type: str, megabytes: int, *, fits: bool
) -> None:
    body = b"a" * (megabytes * 1024 * 1024)
    with fetching(answer(body, f"Content-Type: {content_type}")) as fetch:
        if fits:
            assert len(fetch("/").text) == len(body)
        else:
            refused(fetch, "/", Outcome.UNREADABLE, "größer")


def test_a_bomb_costs_little_memory() -> None:
    bomb = gzip.compress(b"<p>" * 70_000_000, 1)
    with fetching(answer(bomb, "Content-Encoding: gzip")) as fetch:
        tracemalloc.start()
        refused(fetch, "/", Outcome.UNREADABLE, "größer")
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak < 32 * 1024 * 1024


def refused(fetch: Callable[[str], Page], path: str, outcome: Outcome, reason: str) -> None:
    """Expect that *path* is refused, with the outcome and a reason that says why."""
    with pytest.raises(FetchError, match=reason) as caught:
        fetch(path)
    assert caught.value.outcome is outcome
