"""A host that several cities ask is asked one thing at a time, and never in haste."""

import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.hosts import Host, Pace, UnreachableError, retry_after
from stellenbund.scraping.page import Request
from stellenbund.scraping.replies import Reply
from stellenbund.scraping.rules import Rules, learn


@dataclass
class Server:
    """A server on a clock of its own: when it was asked, and by how many at once."""

    now: float = 0.0
    asked_at: list[float] = field(default_factory=list)
    granted: list[float] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    def sleep(self, seconds: float) -> None:
        """Let the time pass."""
        self.now += seconds

    def send(self, _: Request, seconds: float) -> Reply:
        """Answer after a quarter of a second; whoever could get in between has time to."""
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.asked_at.append(self.now)
        self.granted.append(seconds)
        time.sleep(0.001)
        self.now += 0.25
        self.at_once -= 1
        return Reply(status=200, headers={}, body=b"")


def test_cities_that_share_a_host_take_turns_with_a_second_between_them() -> None:
    server = Server()
    host = Host(server.send, Pace(sleep=server.sleep, clock=lambda: server.now))
    cities = [
        threading.Thread(
            target=lambda: [host.ask(Request("https://a.test/"), 30.0) for _ in range(5)]
        )
        for _ in range(9)
    ]
    for city in cities:
        city.start()
    for city in cities:
        city.join()
    assert len(server.asked_at) == 45
    assert server.most_at_once == 1
    assert {after - before for before, after in pairwise(server.asked_at)} == {1.25}
    assert set(server.granted) == {30.0}


def rules(delay: int) -> Rules:
    text = f"User-agent: *\nCrawl-delay: {delay}".encode()
    asked_at = datetime(2026, 11, 25, tzinfo=UTC)
    reply = Reply(status=200, headers={}, body=text)
    return learn("https://a.test", lambda _: reply, "Stellenbund", asked_at)


def test_a_delay_counts_from_the_moment_at_which_it_is_known() -> None:
    server = Server()
    host = Host(server.send, Pace(sleep=server.sleep, clock=lambda: server.now))
    host.ask(Request("https://a.test/robots.txt"), 30.0)
    host.rules["https://a.test"] = rules(6)
    host.rules["http://a.test"] = rules(4)
    host.ask(Request("https://a.test/"), 30.0)
    host.ask(Request("http://a.test/"), 30.0)
    assert [after - before for before, after in pairwise(server.asked_at)] == [6.25, 6.25]


@dataclass
class Failing:
    """A server that answers with the statuses it is given, one after another; 0: not at all."""

    statuses: list[int]
    retry_after: str = ""
    now: float = 0.0
    asked: list[str] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        """Let the time pass."""
        self.now += seconds

    def send(self, request: Request, _: float) -> Reply:
        """Answer with the next status; the last one stays."""
        self.asked.append(request.url.rpartition("/")[2])
        status = self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]
        if status == 0:
            raise UnreachableError(Outcome.FAILED, f"{request.url} ist nicht zu erreichen.")
        if status == 1:
            raise FetchError(Outcome.FAILED, f"{request.url} hat nicht rechtzeitig geantwortet.")
        return Reply(status=status, headers={"retry-after": self.retry_after}, body=b"")

    def host(self) -> Host:
        """Return the host that is this server, on its clock; its day begins at noon in Berlin."""
        return Host(
            self.send,
            Pace(
                gap=0.0,
                sleep=self.sleep,
                clock=lambda: self.now,
                now=lambda: datetime(2026, 11, 25, 11, tzinfo=UTC) + timedelta(seconds=self.now),
            ),
        )


def ask(host: Host, name: str) -> int:
    """Ask for a page; return its status, or -1 where the host is left alone."""
    try:
        return host.ask(Request(f"https://a.test/{name}"), 30.0).status
    except UnreachableError:
        return 0
    except FetchError as error:
        return -1 if "wieder gefragt" in error.reason else 1


@pytest.mark.parametrize("status", [0, 1, 429, 500, 501, 502, 503])
def test_a_host_that_fails_three_times_is_left_alone(status: int) -> None:
    server = Failing([status])
    host = server.host()
    results = [ask(host, str(number)) for number in range(9)]
    assert len(server.asked) == 3
    assert set(results) == {status, -1}
    assert results[-1] == -1


def test_who_is_left_alone_is_told_until_when() -> None:
    server = Failing([1])
    host = server.host()
    for number in range(3):
        ask(host, str(number))
    with pytest.raises(FetchError) as caught:
        host.ask(Request("https://a.test/liste"), 30.0)
    assert caught.value.outcome is Outcome.FAILED
    assert caught.value.reason == (
        "https://a.test/liste wurde nicht abgerufen: Der Server antwortete zuletzt nicht oder nur "
        "mit Fehlern und wird erst am 25.11.2026 um 13:00 Uhr wieder gefragt."
    )


def test_a_host_that_found_us_too_hasty_blocks_what_is_asked_meanwhile() -> None:
    host = Failing([429]).host()
    for number in range(3):
        ask(host, str(number))
    with pytest.raises(FetchError) as caught:
        host.ask(Request("https://a.test/"), 30.0)
    assert caught.value.outcome is Outcome.BLOCKED


def test_failures_between_successes_are_forgotten() -> None:
    server = Failing([500, 500, 200] * 5 + [404])
    host = server.host()
    assert -1 not in [ask(host, str(number)) for number in range(20)]


@pytest.mark.parametrize("status", [200, 304, 404, 403])
def test_a_host_that_answers_after_its_rest_is_asked_as_before(status: int) -> None:
    server = Failing([1, 1, 1, status, 500, 500, status])
    host = server.host()
    for number in range(3):
        ask(host, str(number))
    server.now += 3_599
    assert ask(host, "zu früh") == -1
    server.now += 1
    assert [ask(host, str(number)) for number in range(4)] == [status, 500, 500, status]


def test_a_host_that_fails_after_its_rest_is_left_alone_at_once() -> None:
    server = Failing([0])
    host = server.host()
    ask(host, "a")
    server.now += 3_600
    assert (ask(host, "b"), ask(host, "c")) == (0, -1)
    assert server.asked == ["a", "a", "a", "b"]


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_short_rest_that_a_host_asks_for_is_waited_for(status: int) -> None:
    server = Failing([status, 200], retry_after="30")
    assert ask(server.host(), "a") == 200
    assert server.now == 30


@pytest.mark.parametrize("status", [429, 503])
def test_a_long_rest_that_a_host_asks_for_is_granted(status: int) -> None:
    server = Failing([status, 200], retry_after="7200")
    host = server.host()
    assert (ask(host, "a"), ask(host, "b")) == (status, -1)
    server.now += 7_199
    assert ask(host, "c") == -1
    server.now += 1
    assert ask(host, "d") == 200


def test_nobody_is_left_alone_for_more_than_a_day() -> None:
    server = Failing([503, 200], retry_after="9" * 400)
    host = server.host()
    ask(host, "a")
    server.now += 86_400
    assert ask(host, "b") == 200


@pytest.mark.parametrize(
    ("wanted", "date", "seconds"),
    [
        ("17", "", 17.0),
        ("Wed, 25 Nov 2026 10:01:00 GMT", "Wed, 25 Nov 2026 10:00:00 GMT", 60.0),
        ("Wed, 25 Nov 2026 09:00:00 GMT", "Wed, 25 Nov 2026 10:00:00 GMT", 0.0),
        ("Wed, 25 Nov 2026 10:01:00 GMT", "", None),
        ("Wed, 25 Nov 2026 10:01:00", "Wed, 25 Nov 2026 10:00:00 GMT", None),
        ("bald", "", None),
        ("-5", "", None),
        ("١٧", "", None),
        ("", "", None),
    ],
)
def test_how_long_a_host_asks_to_wait(wanted: str, date: str, seconds: float | None) -> None:
    headers = {"retry-after": wanted, "date": date}
    assert retry_after(Reply(status=503, headers=headers, body=b"")) == seconds
