"""A courier spares a server, however it is asked, and knows what each of its origins wishes."""

from datetime import UTC, datetime

import pytest

from stellenbund.domain.run import Outcome
from stellenbund.scraping.courier import Courier
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.fetcher import read_target
from stellenbund.scraping.hosts import Host, Pace
from stellenbund.scraping.page import Request
from stellenbund.scraping.replies import Reply
from stellenbund.scraping.scraper import Site

DELAY = b"User-agent: *\nCrawl-delay: 6"
FORBIDDEN = b"User-agent: *\nDisallow: /"


class Web:
    """Servers on a clock of their own: what each was asked, and when."""

    def __init__(self, **robots: bytes) -> None:
        """Keep the robots.txt of each scheme."""
        self.robots = robots
        self.now = 0.0
        self.asked: list[tuple[float, str]] = []

    def sleep(self, seconds: float) -> None:
        """Let the time pass."""
        self.now += seconds

    def send(self, request: Request, _: float) -> Reply:
        """Answer at once."""
        self.asked.append((self.now, request.url))
        is_robots = request.url.endswith("/robots.txt")
        body = self.robots.get(request.url.partition(":")[0]) if is_robots else b"<p>"
        return Reply(status=404 if body is None else 200, headers={}, body=body or b"")

    def courier(self) -> Courier:
        """Return a courier in this web."""
        pace = Pace(sleep=self.sleep, clock=lambda: self.now)
        return Courier(
            read_target=read_target,
            open_host=lambda: Host(self.send, pace),
            agent="Stellenbund",
            deadline=30.0,
            now=lambda: datetime(2026, 11, 25, tzinfo=UTC),
        )

    def fetch(self, *urls: str) -> list[float]:
        """Fetch each of *urls* for one source; return when each was asked for."""
        fetch = self.courier().for_site(Site(start=urls[0], read=lambda _: iter(())))
        for url in urls:
            fetch(Request(url))
        asked = {url: at for at, url in self.asked}
        return [asked[url] for url in urls]


def test_a_delay_is_kept_from_the_first_page_on() -> None:
    web = Web(https=DELAY)
    assert web.fetch("https://a.test/1", "https://a.test/2") == [7.0, 13.0]


def test_both_schemes_of_a_server_share_one_pace() -> None:
    web = Web(https=DELAY)
    web.fetch("https://a.test/1", "http://a.test/2", "https://a.test/3")
    times = [at for at, url in web.asked if not url.endswith("json")]
    assert times == [0.0, 7.0, 13.0, 25.0, 31.0]


def test_another_server_has_a_pace_of_its_own() -> None:
    web = Web(https=DELAY)
    courier = web.courier()
    for url in ("https://a.test/", "https://b.test/"):
        courier.for_site(Site(start=url, read=lambda _: iter(())))(Request(url))
    assert [at for at, url in web.asked if url.endswith("robots.txt")] == [0.0, 7.0]
    assert web.now == 14.0


def test_each_origin_of_a_server_has_rules_of_its_own() -> None:
    web = Web(http=FORBIDDEN)
    fetch = web.courier().for_site(Site(start="https://a.test/", read=lambda _: iter(())))
    assert fetch(Request("https://a.test/")).status == 200
    with pytest.raises(FetchError) as caught:
        fetch(Request("http://a.test/"))
    assert caught.value.outcome is Outcome.BLOCKED
    assert fetch(Request("https://a.test/")).status == 200
