"""Prepared answers: what is repeated is what would be answered anew, and the framework rests."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from fastapi import FastAPI
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from stellenbund.api.app import create_app
from stellenbund.api.front import Front, with_front
from stellenbund.api.known_tokens import KnownTokens
from stellenbund.api.limits import Limits
from stellenbund.api.prepared import MOST_BYTES, PreparedAnswers
from stellenbund.settings import Settings
from stellenbund.store.pulse import Pulse
from tests.api.pictured import Painted, picture_of
from tests.builders import NOW, harvest, notice
from tests.catalogue.openings import TODAY, name, opening
from tests.stocking import JOBSUCHE, open_store, settled

EVENING = datetime(2026, 11, 25, 22, 58, 59, 999_999, tzinfo=UTC)
"""The last instant of a second, as of which each second is told; a minute before midnight."""

_CHANGES: tuple[dict[str, Any], ...] = (
    {"city": "bochum"},
    {"city": "bochum", "deadline_kind": "fixed", "deadline_on": TODAY},
    {"city": "essen", "deadline_kind": "fixed", "deadline_on": TODAY - timedelta(days=1)},
    {"city": "essen", "title": "Erzieher/in", "profession": "erzieher", "training_year": 2027},
    {"city": "bottrop", "status": "held"},
)
OPENINGS = tuple(
    opening(number, description_text="Im Rathaus ist viel zu tun. " * 60, **changes)
    for number, changes in enumerate(_CHANGES)
)
PATHS = (
    *("/v1/openings", "/v1/openings?city=bochum", "/v1/openings?limit=1", "/v1/openings?city=x"),
    *(f"/v1/openings/{name(number)}" for number in range(len(OPENINGS))),
    *(f"/v1/openings/{name(0)}?lang=tr", f"/v1/openings/{name(0)}/similar", "/v1/suggest?q=er"),
    *("/v1/cities", "/v1/professions", "/v1/intakes", "/healthz", "/problems", "/nothing"),
)
KNOWN_TAG, KNOWN_MOMENT = "the tag that was told", "the moment that was told"
HEADERS: Mapping[str, Sequence[str]] = {
    "Accept-Encoding": ("identity", "gzip", "gzip, br", "gzip, deflate, br, zstd", "gzip;q=0"),
    "Accept": ("*/*", "application/ld+json", "application/json, application/ld+json;q=0.1"),
    "If-None-Match": (KNOWN_TAG, "*", '"x"'),
    "If-Modified-Since": (KNOWN_MOMENT, "gestern", "Wed, 25 Nov 2026 23:00:00 GMT"),
    "Authorization": ("Bearer geheim",),
    "Origin": ("https://kampagne.example",),
}

Step = Callable[["Both"], None]


@dataclass
class Clock:
    """A clock that a test sets."""

    now: datetime = EVENING

    def __call__(self) -> datetime:
        """Return what it shows."""
        return self.now


@cache
def application() -> FastAPI:
    """Return the application of these tests; its clock can be set."""
    return create_app(Settings(), clock=Clock())


UNLIMITED = Limits(KnownTokens(lambda _token: None).is_good, quotas=(0, 0))


@dataclass
class Both:
    """One application, asked directly and through the layer."""

    moves: int = 0
    told: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.app = application()
        self.clock: Clock = self.app.state.clock
        self.clock.now = EVENING
        self.app.state.picture = Painted(picture_of(()))
        self.direct, self.layered = TestClient(self.app), TestClient(self.before(self.app)[0])
        self.show(OPENINGS)

    def before(self, app: ASGIApp, most_bytes: int = MOST_BYTES) -> tuple[Front, PreparedAnswers]:
        """Return the layer before *app*, with what it keeps."""
        prepared = PreparedAnswers(
            lambda: self.app.state.picture, clock=self.clock, most_bytes=most_bytes
        )
        return Front(app, prepared, UNLIMITED), prepared

    def show(self, openings: Sequence[Any]) -> None:
        """Show other openings; that is a move."""
        self.moves += 1
        pulse, moved_at = Pulse(sequence=self.moves), self.clock.now.replace(microsecond=0)
        picture = replace(picture_of(openings), pulse=pulse, moved_at=moved_at)
        self.app.state.picture.show(picture)

    def compare(self, method: str, path: str, headers: Mapping[str, str]) -> None:
        """Ask both the same, and find no difference but in how densely the answer is packed."""
        told = self.told.get(path, {})
        known = {KNOWN_TAG: told.get("etag", "*"), KNOWN_MOMENT: told.get("last-modified", "")}
        sent = {key: known.get(value, value) for key, value in headers.items()}
        sent["X-Request-Id"] = "a"
        answers = [each.request(method, path, headers=sent) for each in (self.direct, self.layered)]
        direct, layered = (self._seen(answer) for answer in answers)
        assert direct == layered
        self.told[path] = answers[1].headers

    @staticmethod
    def _seen(answer: Any) -> tuple[int, dict[str, str], bytes]:  # noqa: ANN401
        headers = dict(answer.headers)
        if "content-encoding" in headers:
            headers.pop("content-length", None)
        return answer.status_code, headers, answer.content


SENT = {key: st.sampled_from(values) for key, values in HEADERS.items()}
ASKING = st.builds(
    lambda method, path, headers: lambda both: both.compare(method, path, headers),
    st.just("GET") | st.sampled_from(("GET", "HEAD", "OPTIONS", "POST")),
    st.sampled_from(PATHS[:5:2]) | st.sampled_from(PATHS),
    st.just({}) | st.fixed_dictionaries({}, optional=SENT),
)
MOVING = st.builds(
    lambda openings: lambda both: both.show(openings),
    st.lists(st.sampled_from(OPENINGS), unique_by=lambda each: each.id),
)


def _waiting(seconds: int) -> Step:
    def wait(both: Both) -> None:
        both.clock.now += timedelta(seconds=seconds)

    return wait


STEPS = st.lists(
    ASKING | ASKING | ASKING | MOVING | st.builds(_waiting, st.integers(0, 90)),
    min_size=20,
    max_size=40,
)


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_what_is_prepared_is_what_would_be_answered_anew(steps: list[Step]) -> None:
    both = Both()
    for step in steps:
        step(both)


class Counted:
    """The application of a test, with a count of how often it was entered."""

    def __init__(self, app: FastAPI) -> None:
        self.app, self.entered = app, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count, and hand the request on."""
        self.entered += 1
        await self.app(scope, receive, send)


@dataclass
class Layered:
    """The layer before an application that counts, on openings of *both*."""

    most_bytes: int = 2**20

    def __post_init__(self) -> None:
        self.both = Both()
        self.counted = Counted(self.both.app)
        layer, self.prepared = self.both.before(self.counted, most_bytes=self.most_bytes)
        self.client = TestClient(layer)

    def entered(self, *paths: str, **headers: str) -> list[bool]:
        """Ask for each path in turn, and say for which of them the application was entered."""
        found = []
        for path in paths:
            before = self.counted.entered
            self.client.get(path, headers={k.replace("_", "-"): v for k, v in headers.items()})
            found.append(self.counted.entered > before)
        return found


def test_a_repeated_question_does_not_enter_the_framework() -> None:
    layered = Layered()
    assert layered.entered(*PATHS[:2], *PATHS[:2]) == [True, True, False, False]
    assert layered.entered(PATHS[0], accept_encoding="br") == [False]
    assert layered.entered(PATHS[0], if_none_match="*") == [False]
    assert layered.client.head(PATHS[0]).status_code == 200
    assert layered.counted.entered == 2


def test_each_move_and_each_midnight_empties_what_is_prepared() -> None:
    layered = Layered()
    assert layered.entered(PATHS[0], PATHS[0]) == [True, False]
    layered.both.show(OPENINGS[:1])
    assert layered.entered(PATHS[0], PATHS[0]) == [True, False]
    layered.both.clock.now += timedelta(seconds=60)
    assert layered.entered(PATHS[0]) == [False]
    layered.both.clock.now += timedelta(seconds=1)
    assert layered.entered(PATHS[0], PATHS[0]) == [True, False]


@pytest.mark.parametrize("path", ["/v1/openings?city=x", "/healthz", "/v1/nothing", "/problems"])
def test_only_what_the_picture_says_is_prepared(path: str) -> None:
    assert Layered().entered(path, path) == [True, True]


def test_who_shows_a_token_is_never_answered_from_what_is_prepared() -> None:
    layered = Layered()
    assert layered.entered(PATHS[0]) == [True]
    assert layered.entered(PATHS[0], PATHS[0], authorization="Bearer x") == [True, True]


def test_what_may_be_kept_ends_with_the_day_however_old_the_second_is() -> None:
    layered = Layered()
    layered.entered(PATHS[0])
    for left in (60, 59):
        for fraction in (0, 500_000, 999_999):
            layered.both.clock.now = layered.both.clock.now.replace(microsecond=fraction)
            told = layered.client.get(PATHS[0]).headers["cache-control"]
            assert told == f"public, max-age={left}"
        layered.both.clock.now += timedelta(seconds=1)


def test_what_was_not_asked_for_longest_goes_first() -> None:
    layered = Layered(most_bytes=12_000)
    one, two, three = (f"/v1/openings/{name(number)}/similar" for number in (0, 1, 3))
    assert layered.entered(one, two, one, three) == [True, True, False, True]
    assert layered.entered(one, two) == [False, True]


def test_what_is_packed_counts_too() -> None:
    layered = Layered()
    for coding in ("identity", "gzip", "br"):
        layered.entered(PATHS[0], PATHS[0], accept_encoding=coding)
    replies = layered.prepared.replies
    (kept,) = replies._kept.values()
    bodies = {id(wire.body): len(wire.body) for wire in kept.wires.values()}
    assert len(bodies) == 3
    assert replies.bytes > sum(bodies.values())
    assert replies.bytes == kept.weight


def test_what_is_committed_is_seen_at_once(engine: Engine) -> None:
    open_store(engine)
    app = create_app(Settings(), engine=engine, clock=lambda: NOW)
    client = TestClient(with_front(app, app.state, Settings()))
    for number in range(1, 4):
        notices = (notice(f"n-{each}", org_unit=f"Amt {each}") for each in range(number))
        settled(engine, harvest(*notices), of=JOBSUCHE, at=NOW + timedelta(hours=number))
        for _ in range(2):
            assert client.get("/v1/openings").json()["total"] == number
