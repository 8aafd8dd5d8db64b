"""Limits: each client has its quota, told in each answer; a token is counted for itself."""

import gc
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import FunctionType, ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine
from starlette.responses import Response
from starlette.testclient import TestClient

from stellenbund.api import client_address
from stellenbund.api.allowance import WINDOW, Allowances
from stellenbund.api.app import create_app
from stellenbund.api.front import Front, with_front
from stellenbund.api.limits import Limits
from stellenbund.api.prepared import PreparedAnswers
from stellenbund.settings import Settings
from tests.api.pictured import Painted, picture_of
from tests.builders import NOW
from tests.flows.issuing import carried, issued
from tests.stocking import open_store

GOOD = "Bearer good"


async def knows(token: str) -> bool:
    """Say which token is good in these tests."""
    return token == "good"


@dataclass
class Limited:
    """An application that answers everything, behind limits of three and five a minute."""

    quotas: tuple[int, int] = (3, 5)
    proxies: int = 0
    now: float = 1_000.0
    layer: Front = field(init=False)

    def __post_init__(self) -> None:
        limits = Limits(knows, quotas=self.quotas, proxies=self.proxies, clock=lambda: self.now)
        nothing = PreparedAnswers(lambda: Painted(picture_of(())))
        self.layer = Front(Response("{}"), nothing, limits)

    def statuses(self, times: int, host: str = "192.0.2.1", **headers: str) -> list[int]:
        """Ask several times and return what came of it."""
        client = TestClient(self.layer, client=(host, 50_000))
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        return [client.get("/v1/openings", headers=sent).status_code for _ in range(times)]


def test_beyond_the_quota_is_429_until_the_minute_is_over() -> None:
    limited = Limited()
    assert limited.statuses(4) == [200, 200, 200, 429]
    limited.now += WINDOW - 0.1
    assert limited.statuses(1) == [429]
    limited.now += 0.1
    assert limited.statuses(4) == [200, 200, 200, 429]


def test_no_client_pays_for_another() -> None:
    limited = Limited()
    assert limited.statuses(4)[-1] == 429
    assert limited.statuses(1, "192.0.2.2") == [200]


def test_who_has_a_network_has_it_counted_as_one() -> None:
    limited = Limited()
    for number in range(3):
        assert limited.statuses(1, f"2001:db8:0:1:{number}::1") == [200]
    assert limited.statuses(1, "2001:db8:0:1:ffff::") == [429]
    assert limited.statuses(1, "2001:db8:0:2::1") == [200]
    assert limited.statuses(3, "::ffff:192.0.2.9") == [200] * 3
    assert limited.statuses(1, "192.0.2.9") == [429]


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8:0:1::1"])
def test_an_address_is_counted_and_never_kept(host: str) -> None:
    proxied = Limited(proxies=1)
    proxied.statuses(2, "192.0.2.7", X_Forwarded_For=host)
    for limited in (Limited(), proxied):
        limited.statuses(2, host)
        kept = [*reached(limited.layer._limits._allowances)]
        assert any(isinstance(each, float) for each in kept)
        texts = [str(each) for each in kept if isinstance(each, str | bytes)]
        assert not [text for text in texts if host[:8] in text]


def test_the_number_of_an_address_tells_nothing_in_another_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scope = {"client": ("192.0.2.1", 50_000), "headers": []}
    numbers = set()
    for salt in (client_address._SALT, b"1" * 16, b"2" * 16):
        monkeypatch.setattr(client_address, "_SALT", salt)
        numbers.add(client_address.client_number(scope, 0))
    assert len(numbers) == 3


def reached(start: object) -> Iterator[object]:
    """Yield everything that an object of ours holds on to, but for code."""
    known: set[int] = set()
    waiting = [start]
    while waiting:
        each = waiting.pop()
        if id(each) in known or isinstance(each, type | ModuleType | FunctionType):
            continue
        known.add(id(each))
        yield each
        waiting += gc.get_referents(each)


def test_a_good_token_has_a_quota_of_its_own_wherever_it_is_used() -> None:
    limited = Limited()
    assert limited.statuses(3, authorization=GOOD) == [200] * 3
    assert limited.statuses(3, "192.0.2.2", authorization=GOOD) == [200, 200, 429]
    assert limited.statuses(3) == [200] * 3


def test_a_token_that_is_no_good_buys_nothing() -> None:
    limited = Limited()
    for number in range(3):
        assert limited.statuses(1, authorization=f"Bearer {number}") == [200]
    assert limited.statuses(1, authorization="Bearer 4") == [429]
    assert limited.statuses(1, authorization="Basic good") == [429]


@pytest.mark.parametrize(
    ("proxies", "forwarded", "counted"),
    [
        (0, "203.0.113.1", "192.0.2.1"),
        (1, "203.0.113.1", "203.0.113.1"),
        (1, "198.51.100.1, 203.0.113.1", "203.0.113.1"),
        (2, "198.51.100.1, 203.0.113.1, 192.0.2.77", "203.0.113.1"),
        (1, "203.0.113.1:4711", "203.0.113.1"),
        (1, "[2001:db8::1]:4711", "2001:db8::2"),
        (1, "2001:db8::1", "2001:db8::2"),
        (1, "unknown", "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (2, "203.0.113.1", "192.0.2.1"),
    ],
)
def test_behind_proxies_who_asks_is_what_the_outermost_of_ours_wrote(
    proxies: int, forwarded: str, counted: str
) -> None:
    limited = Limited(proxies=proxies)
    assert limited.statuses(4, X_Forwarded_For=forwarded)[-1] == 429
    seen = {0: {}, 1: {"X_Forwarded_For": counted}, 2: {"X_Forwarded_For": f"{counted}, 10.0.0.1"}}
    host = counted if proxies == 0 else "192.0.2.1"
    assert limited.statuses(1, host, **seen[proxies]) == [429]
    assert limited.statuses(1, "192.0.2.200" if proxies == 0 else host, **OTHER[proxies]) == [200]


OTHER: Mapping[int, Mapping[str, str]] = {
    0: {"X_Forwarded_For": "203.0.113.1"},
    1: {"X_Forwarded_For": "203.0.113.1, 203.0.113.99"},
    2: {"X_Forwarded_For": "203.0.113.99, 192.0.2.77"},
}


@pytest.mark.parametrize("path", ["/healthz", "/docs", "/static/x.css", "/hr/anmelden", "/v1"])
def test_what_is_no_reading_of_the_api_is_free(path: str) -> None:
    client = TestClient(Limited((1, 1)).layer)
    answers = [client.get(path) for _ in range(3)]
    assert {answer.status_code for answer in answers} == {200}
    assert "ratelimit" not in answers[0].headers
    assert [client.options("/v1/openings").status_code for _ in range(3)] == [200] * 3


def test_zero_is_no_limit() -> None:
    limited = Limited((0, 1))
    assert limited.statuses(200) == [200] * 200
    assert limited.statuses(2, authorization=GOOD) == [200, 429]


def client_with_two() -> TestClient:
    """Return a client of the real application behind its front, with a quota of two."""
    app = create_app(Settings(), clock=lambda: NOW)
    app.state.picture = Painted(picture_of(()))
    return TestClient(with_front(app, app.state, Settings(reads_per_minute=2)))


def test_each_answer_says_what_is_left_also_one_that_is_prepared() -> None:
    client = client_with_two()
    headers = [client.get("/v1/openings").headers for _ in range(3)]
    assert {each["ratelimit-policy"] for each in headers} == {'"address";q=2;w=60'}
    assert [each["ratelimit"].rpartition(";t=")[0] for each in headers] == [
        f'"address";r={left}' for left in (1, 0, 0)
    ]


def test_the_refusal_is_a_problem_like_any_other() -> None:
    client = client_with_two()
    for _ in range(2):
        client.get("/v1/openings")
    answer = client.get("/v1/openings", headers={"X-Request-Id": "a"})
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (429, "/problems/too-many-requests")
    assert 1 <= int(answer.headers["retry-after"]) <= WINDOW
    assert answer.headers["retry-after"] in problem["detail"]
    assert "von einer Adresse" in problem["detail_de"]
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["x-request-id"] == "a"
    head = client.head("/v1/openings")
    assert (head.status_code, head.content) == (429, b"")


def test_a_real_token_is_asked_of_the_database(engine: Engine) -> None:
    open_store(engine)
    app = create_app(Settings(), engine=engine, clock=lambda: NOW)
    client = TestClient(
        with_front(app, app.state, Settings(reads_per_minute=1, token_reads_per_minute=2))
    )
    token = carried(issued(engine, None))
    statuses = [client.get("/v1/cities", headers=token).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]
    wrong = {"Authorization": "Bearer " + "x" * 40}
    assert [client.get("/v1/cities", headers=wrong).status_code for _ in range(2)] == [200, 429]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 160)), max_size=60))
def test_nobody_ever_gets_more_than_the_quota_in_a_minute(asked: list[tuple[int, float]]) -> None:
    now, quota = [0.0], 3
    allowances = Allowances(lambda: now[0])
    begun: dict[int, tuple[float, int]] = {}
    for client, pause in asked:
        now[0] += pause / 4
        start, count = begun.get(client, (now[0], 0))
        if now[0] >= start + WINDOW:
            start, count = now[0], 0
        begun[client] = (start, count + 1)
        left, resets_in = allowances.take(client, quota)
        assert left == quota - count - 1
        assert start + WINDOW <= now[0] + resets_in < start + WINDOW + 1


def test_however_many_clients_come_no_more_than_so_many_are_counted() -> None:
    allowances = Allowances(lambda: 0.0, most_clients=100)
    for client in range(1_000):
        assert allowances.take(client, 1) == (0, WINDOW)
    assert len(allowances._young) + len(allowances._old) <= 100
