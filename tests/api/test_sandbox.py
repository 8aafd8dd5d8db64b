"""The sandbox: the real API over invented openings, at a chosen moment, with forced answers."""

import asyncio
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import Engine
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from stellenbund.api.app import create_app
from stellenbund.api.front import with_front
from stellenbund.api.sandbox import Sandbox
from stellenbund.api.sandbox_magic import DELAY, FORCED, ONCE_TOO_OFTEN, SLOW
from stellenbund.settings import Settings
from tests.builders import NOW
from tests.house.checkout import ROOT

KEY = "k" * 40
OPENINGS = "/sandbox/v1/openings"


@dataclass
class Waiting:
    """What waits in the place of the clock, and remembers for how long."""

    seconds: list[float] = field(default_factory=list)

    async def wait(self, seconds: float) -> None:
        """Wait no time at all."""
        self.seconds.append(seconds)


@pytest.fixture(scope="module")
def waiting() -> Waiting:
    """Remembers how long the sandbox kept somebody waiting."""
    return Waiting()


@pytest.fixture(scope="module")
def sandbox(waiting: Waiting) -> Iterator[TestClient]:
    """The sandbox before a real service that has no database at all."""
    settings = Settings(operator_key=SecretStr(KEY))
    layer = Sandbox(create_app(settings), settings, wait=waiting.wait)
    yield TestClient(layer, raise_server_exceptions=False)
    assert layer._place
    layer._place.leave()


def test_the_same_openings_are_there_every_time_and_all_are_samples(sandbox: TestClient) -> None:
    answer = sandbox.get(OPENINGS)
    page = answer.json()
    assert page["total"] == 6
    assert page["sample"] is True
    assert {each["sample"] for each in page["items"]} == {True}
    assert {each["city"] for each in page["items"]} == {"musterstadt", "neustadt"}
    assert answer.headers["x-sandbox"] == "true"
    assert "X-Sandbox-Now" in answer.headers["vary"]
    again = sandbox.get(OPENINGS, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.headers["x-sandbox"]) == (304, "true")


def test_the_index_of_the_api_leads_into_the_sandbox(sandbox: TestClient) -> None:
    answer = sandbox.get(sandbox.get("/").json()["sandbox"])
    assert (answer.status_code, answer.headers["x-sandbox"]) == (200, "true")


def test_a_link_header_stays_in_the_sandbox_and_addresses_begin_at_its_root(
    sandbox: TestClient,
) -> None:
    answer = sandbox.get(f"{OPENINGS}?limit=2")
    following = answer.json()["next"]["url"]
    assert following.startswith("/v1/openings?")
    assert answer.headers["link"].startswith(f"</sandbox{following}>; ")
    assert len(sandbox.get(f"/sandbox{following}").json()["items"]) == 2
    assert sandbox.get("/sandbox/openapi.json").json()["openapi"]


@pytest.mark.parametrize("address", ["/sandbox", "/sandbox/"])
def test_the_index_leads_into_it_and_it_has_its_own(sandbox: TestClient, address: str) -> None:
    answer = sandbox.get(address)
    assert (answer.status_code, answer.headers["x-sandbox"]) == (200, "true")
    assert answer.json()["sandbox"] == "/sandbox"
    for name in ("docs", "openapi", "problems", "readiness"):
        assert sandbox.get(f"/sandbox{answer.json()[name]}").status_code == 200
    servers = [each["url"] for each in sandbox.get("/openapi.json").json()["servers"]]
    assert servers == ["/", "/sandbox"]


@pytest.mark.parametrize(
    ("moment", "total"),
    [
        ("2026-11-01T00:00:00Z", 7),
        ("2026-11-25T11:00:00Z", 6),
        ("2026-12-01T00:00:00+01:00", 5),
        ("2027-06-01T00:00:00Z", 3),
    ],
)
def test_the_clock_lets_deadlines_pass(sandbox: TestClient, moment: str, total: int) -> None:
    answer = sandbox.get(OPENINGS, headers={"X-Sandbox-Now": moment})
    assert answer.json()["total"] == total
    assert sandbox.get(OPENINGS).json()["total"] == 6


@pytest.mark.parametrize(
    "moment",
    [
        *("", "tomorrow", "2026-11-25", "2026-11-25T11:00:00", "٢٠٢٦-11-25T11:00:00Z"),
        *("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-02-30T00:00:00Z"),
    ],
)
def test_a_moment_that_is_none_is_refused(sandbox: TestClient, moment: str) -> None:
    answer = sandbox.get(OPENINGS, headers={b"X-Sandbox-Now": moment.encode()})
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid-value")
    assert "X-Sandbox-Now muss ein Zeitpunkt" in answer.json()["detail_de"]
    assert [each["parameter"] for each in answer.json()["errors"]] == ["X-Sandbox-Now"]


@pytest.mark.parametrize(
    ("identity", "status", "slug"),
    [
        ("sandbox4o4", 404, "unknown-opening"),
        ("sandbox4o9", 409, "undecidable"),
        ("sandbox4lo", 410, "withdrawn"),
        ("sandbox422", 422, "invalid-value"),
        ("sandbox429", 429, "too-many-requests"),
        ("sandbox5o3", 503, "unavailable"),
    ],
)
def test_an_id_forces_its_status(
    sandbox: TestClient, identity: str, status: int, slug: str
) -> None:
    answer = sandbox.get(f"{OPENINGS}/{identity}")
    assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{slug}")
    assert len(answer.json()["errors"]) == (1 if status == 422 else 0)
    assert answer.json()["instance"] == f"/v1/openings/{identity}"
    assert answer.headers.get("retry-after") == ("2" if status in {429, 503} else None)
    assert answer.headers["x-sandbox"] == "true"
    head = sandbox.head(f"{OPENINGS}/{identity}")
    assert (head.status_code, head.content) == (status, b"")


def test_who_asked_too_often_is_told_as_the_real_service_tells_it(on_sqlite: TestClient) -> None:
    real = on_sqlite.app
    layer = Sandbox(real, Settings())
    state = real.state  # type: ignore[attr-defined]
    client = TestClient(with_front(layer, state, Settings(reads_per_minute=1)))
    forced = client.get(f"{OPENINGS}/{ONCE_TOO_OFTEN}")
    refused = client.get(f"{OPENINGS}/{ONCE_TOO_OFTEN}")
    assert forced.headers["x-sandbox"] == "true"
    assert "x-sandbox" not in refused.headers
    assert (forced.headers["ratelimit"], forced.headers["retry-after"]) == (
        '"address";r=0;t=2',
        "2",
    )
    assert refused.status_code == 429
    ours, theirs = ({*each.headers} - {"x-sandbox", "vary"} for each in (forced, refused))
    assert ours == theirs
    assert forced.json().keys() == refused.json().keys()


def test_a_sandbox_without_a_place_asks_to_be_asked_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    layer = Sandbox(create_app(Settings()), Settings())
    client = TestClient(layer, raise_server_exceptions=False)
    answer = client.get(OPENINGS)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    assert answer.json()["type"] == "/problems/unavailable"
    assert client.get(f"{OPENINGS}/sandbox422").status_code == 422


def test_one_opening_keeps_its_readers_waiting(sandbox: TestClient, waiting: Waiting) -> None:
    waiting.seconds.clear()
    assert sandbox.get(f"{OPENINGS}/{SLOW}").json()["title"] == "Verwaltungsfachangestellte/r"
    assert waiting.seconds == [DELAY]


@pytest.mark.parametrize("address", ["/v1/changes?after=0", "/v1/snapshot", "/v1/sources"])
def test_copies_and_sources_are_there_too(sandbox: TestClient, address: str) -> None:
    answer = sandbox.get(f"/sandbox{address}")
    assert (answer.status_code, answer.headers["x-sandbox"]) == (200, "true")


def test_nothing_can_be_changed_and_no_key_opens_anything(sandbox: TestClient) -> None:
    answer = sandbox.post("/sandbox/v1/webhooks", json={})
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    assert "Spielplatz" in answer.json()["detail_de"]
    for headers in ({}, {"Authorization": f"Bearer {KEY}"}):
        assert sandbox.get("/sandbox/v1/audit", headers=headers).status_code == 401


def test_real_openings_and_invented_ones_never_meet(on_sqlite: TestClient) -> None:
    real: Engine = on_sqlite.app.state.engine  # type: ignore[attr-defined]
    app = create_app(Settings(), engine=real, clock=lambda: NOW)
    layer = Sandbox(app, Settings())
    client = TestClient(with_front(layer, app.state, Settings()))
    for _ in range(2):
        ours, theirs = client.get("/v1/openings"), client.get(OPENINGS)
        assert (ours.json()["total"], theirs.json()["total"]) == (18, 6)
        assert "x-sandbox" not in ours.headers
        assert theirs.headers["x-sandbox"] == "true"
    assert client.get("/sandbox/hr/").status_code == 404
    assert layer._place
    layer._place.leave()


def test_its_database_is_gone_before_the_service_has_stopped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    layer = Sandbox(stopping, Settings())
    assert TestClient(layer).get(OPENINGS).status_code == 200
    before, after = left_in(tmp_path), []

    async def send(message: Message) -> None:
        after.append((message["type"], left_in(tmp_path)))

    asyncio.run(layer({"type": "lifespan"}, silent, send))
    assert (before, after) == (1, [("lifespan.shutdown.complete", 0)])


async def stopping(_scope: Scope, _receive: Receive, send: Send) -> None:
    """Stop at once."""
    await send({"type": "lifespan.shutdown.complete"})


async def silent() -> Message:
    """Say nothing of interest."""
    return {}


def left_in(folder: Path) -> int:
    return len(list(folder.iterdir()))


def test_the_page_about_it_names_each_id() -> None:
    page = (ROOT / "docs" / "sandbox.md").read_text("utf-8")
    rows = set(re.findall(r"^\| `(sandbox\w{3})` \|", page, re.MULTILINE))
    assert rows == {*FORCED, ONCE_TOO_OFTEN, SLOW, "sandbox4o4", "sandbox4lo"}
