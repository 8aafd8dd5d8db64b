"""A host that several cities ask is asked one thing at a time, and never in haste."""

import threading
import time
from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from stellenbund.domain.run import Outcome
from stellenbund.scraping.hosts import Host, Pace, UnreachableError
from stellenbund.scraping.page import Request
from stellenbund.scraping.replies import Reply


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


def test_a_host_that_no_repetition_reached_is_not_tried_again() -> None:
    asked: list[str] = []

    def refuse(request: Request, _seconds: float) -> Reply:
        asked.append(request.url)
        raise UnreachableError(Outcome.FAILED, f"{request.url} ist nicht zu erreichen.")

    host = Host(refuse, Pace(gap=0.0, sleep=lambda _: None))
    for number in range(9):
        with pytest.raises(UnreachableError, match=f"/{number} ist nicht zu erreichen"):
            host.ask(Request(f"https://a.test/{number}"), 30.0)
    assert asked == ["https://a.test/0"] * 3
