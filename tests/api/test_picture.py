"""The current picture: it follows the database, and outlives it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from starlette.testclient import TestClient

from stellenbund.api.app import create_app
from stellenbund.api.picture import CurrentPicture
from stellenbund.flows import growth
from stellenbund.settings import Settings
from stellenbund.store.database import open_database
from tests.api.clients import client_of
from tests.builders import NOW, harvest, notice
from tests.stocking import JOBSUCHE, open_store, settled

PUBLIC = ("/v1/openings?facets=city&q=amt", "/v1/cities", "/v1/professions", "/v1/intakes",
          "/v1/suggest?q=ver")  # fmt: skip
TURNS = 600


def say(engine: Engine, references: str, hours: int = 0) -> None:
    notices = (notice(each, org_unit=f"Amt {each}") for each in references)
    settled(engine, harvest(*notices), of=JOBSUCHE, at=NOW + timedelta(hours=hours))


@contextmanager
def working(url: str, file: Path | None = None) -> Iterator[TestClient]:
    """Start the application as a worker does, with a thread that follows the database."""
    app = create_app(Settings(database_url=url, picture_file=file), clock=lambda: NOW)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def total(client: TestClient) -> int:
    found: int = client.get("/v1/openings").json()["total"]
    return found


def version(client: TestClient) -> str:
    word: str = client.app.state.picture.version  # type: ignore[attr-defined]
    return word


def eventually(holds: Callable[[], bool]) -> bool:
    """Say whether something comes to hold while the followers look again and again."""
    pause = threading.Event()
    return any(holds() or pause.wait(0.05) for _ in range(TURNS))


@pytest.fixture
def stocked(engine: Engine) -> Engine:
    open_store(engine)
    say(engine, "abc")
    return engine


def test_what_is_withdrawn_is_gone_on_each_worker_and_both_say_the_same(
    stocked: Engine, database_url: str
) -> None:
    with working(database_url) as one, working(database_url) as other:
        assert (total(one), total(other)) == (3, 3)
        names = {item["id"] for item in one.get("/v1/openings").json()["items"]}
        say(stocked, "ab", 1)
        assert eventually(lambda: (total(one), total(other)) == (2, 2))
        left = {item["id"] for item in other.get("/v1/openings").json()["items"]}
        (gone,) = names - left
        assert {each.get(f"/v1/openings/{gone}").status_code for each in (one, other)} == {410}
        for address in PUBLIC:
            assert one.get(address).headers["etag"] == other.get(address).headers["etag"]
        assert version(one) == version(other)


def test_what_is_public_is_answered_without_the_database(
    stocked: Engine, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with working(database_url) as client:
        (first, *_) = client.get("/v1/openings").json()["items"]
        monkeypatch.setattr(type(stocked), "connect", away)
        for address in (*PUBLIC, first["url"], f"{first['url']}/similar"):
            assert client.get(address).status_code == 200
        assert client.get("/v1/runs").status_code == 503


def away(_engine: Engine) -> None:
    """Answer as a database server that cannot be reached."""
    message = "away"
    raise PoolTimeoutError(message)


def test_the_next_start_goes_on_from_the_saved_picture(
    stocked: Engine, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "picture"
    with working(database_url, file) as client:
        assert total(client) == 3
        assert file.exists()
        say(stocked, "abcd", 1)
        assert eventually(lambda: total(client) == 4)
    read: list[int] = []

    def nothing_since(_session: object, sequence: int) -> tuple[()]:
        read.append(sequence)
        return ()

    monkeypatch.setattr(growth, "openings_since", nothing_since)
    say(stocked, "abcde", 2)
    with working(database_url, file) as client:
        assert total(client) == 4
    assert read[0] == 4


def test_a_file_that_cannot_be_written_only_costs_time(
    stocked: Engine, database_url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert stocked
    (tmp_path / "taken").write_text("")
    with working(database_url, tmp_path / "taken" / "picture") as client:
        assert total(client) == 3
    assert "no picture in" in caplog.text


def test_while_the_database_is_away_the_last_picture_stays_and_readiness_says_so(
    stocked: Engine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    client = client_of(stocked)
    ready = client.get("/readyz").json()
    assert (ready["database"], ready["sequence"], total(client)) == ("answers", 3, 3)
    with monkeypatch.context() as patch:
        patch.setattr(type(stocked), "connect", away)
        assert [total(client) for _ in range(3)] == [3] * 3
        assert client.get("/readyz").json() == ready | {"database": "away", "fresh": False}
    assert len(caplog.records) == 1
    say(stocked, "abcd", 1)
    assert (total(client), client.get("/readyz").json()["database"]) == (4, "answers")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_mistake_is_logged_and_does_not_blind_a_worker(
    stocked: Engine,
    database_url: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with working(database_url) as client:
        with monkeypatch.context() as patch:
            patch.setattr(growth, "openings_since", broken)
            say(stocked, "abcd", 1)
            assert eventually(lambda: "cannot be brought up to date" in caplog.text)
            assert (total(client), client.get("/readyz").json()["fresh"]) == (3, False)
        assert eventually(lambda: total(client) == 4)
        assert client.get("/readyz").json()["fresh"] is True


def broken(*_given: object) -> None:
    """Fail as only a mistake of ours can."""
    message = "mistake"
    raise AssertionError(message)


def test_without_any_picture_nothing_is_answered_and_nothing_may_be_prepared() -> None:
    nowhere = open_database("postgresql://nobody:geheim@127.0.0.1:1/stellenbund")
    picture = CurrentPicture(nowhere)
    picture.follow()
    assert picture.version == ""
    app = create_app(Settings(), engine=nowhere, clock=lambda: NOW)
    app.state.picture = picture
    answer = TestClient(app, raise_server_exceptions=False).get("/v1/openings")
    assert (answer.status_code, answer.json()["type"]) == (503, "/problems/unavailable")
    picture.leave()


def test_a_request_sees_what_was_committed_before_it(stocked: Engine) -> None:
    client = client_of(stocked)
    before = version(client)
    assert total(client) == 3
    say(stocked, "abcd", 1)
    assert total(client) == 4
    assert version(client) != before
