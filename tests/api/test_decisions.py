"""Decisions: only who has a key can decide, once, and never by accident."""

import json
import logging

import pytest
from pydantic import SecretStr
from sqlalchemy import Engine
from starlette.testclient import TestClient

from stellenbund.api.app import create_app
from stellenbund.settings import Settings
from stellenbund.store.runs import LoggedRun
from tests.api.clients import client_of
from tests.builders import NOW, harvest
from tests.flows.deciding import FEW, LATER, doubted
from tests.reading import openings_of
from tests.stocking import ids, settled

KEY = "mein-Schluessel-hat-mehr-als-32-Zeichen"
WHY = {"reason": "Die Stellen sind wirklich besetzt.", "actor": "Petra Muster"}


@pytest.fixture
def run(engine: Engine) -> LoggedRun:
    """A doubted run that waits."""
    return doubted(engine)


@pytest.fixture
def client(engine: Engine) -> TestClient:
    """The application with an operator's key."""
    settings = Settings(operator_key=SecretStr(KEY))
    app = create_app(settings, engine=engine, clock=lambda: LATER, new_id=ids("api"))
    return TestClient(app, raise_server_exceptions=False, headers=signed(KEY))


def signed(key: str) -> dict[str, str]:
    """Return the header that carries *key*."""
    return {"Authorization": f"Bearer {key}"}


def published(engine: Engine) -> int:
    return len(openings_of(engine, now=LATER))


def test_a_release_is_carried_out_and_told(
    client: TestClient, run: LoggedRun, engine: Engine
) -> None:
    answer = client.post(f"/v1/runs/{run.id}/release", json=WHY)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    decided = answer.json()
    assert decided["decision"] == {
        "run": run.id,
        "verdict": "released",
        "reason": WHY["reason"],
        "actor": "Petra Muster",
        "at": "2026-11-24T13:00:00Z",
        "caused": run.id + 1,
    }
    assert (decided["run"]["id"], decided["run"]["vanished"]) == (run.id + 1, 7)
    assert published(engine) == 4


def test_a_rejection_changes_nothing(client: TestClient, run: LoggedRun, engine: Engine) -> None:
    answer = client.post(f"/v1/runs/{run.id}/reject", json={"reason": "Kaputt."})
    assert answer.status_code == 200
    assert answer.json()["decision"]["actor"] == "operator"
    assert answer.json()["run"] is None
    assert published(engine) == 10


def test_everybody_sees_what_was_decided_and_nobody_by_whom(
    client: TestClient, run: LoggedRun, engine: Engine
) -> None:
    client.post(f"/v1/runs/{run.id}/reject", json=WHY)
    settled(engine, harvest(*FEW), at=LATER)
    everybody = client_of(engine)
    shown = everybody.get(f"/v1/runs/{run.id}").json()["decision"]
    assert (shown["verdict"], shown["reason"], shown["caused"]) == (
        "rejected",
        WHY["reason"],
        None,
    )
    for address in ("/v1/runs", f"/v1/runs/{run.id}", "/v1/sources"):
        assert "Petra" not in everybody.get(address).text


def test_what_a_release_would_change_is_shown_to_the_operator(
    client: TestClient, run: LoggedRun
) -> None:
    changes = client.get(f"/v1/runs/{run.id}/changes").json()
    assert changes["held"] == 10
    assert [(each["change"], each["reference"]) for each in changes["items"][:3]] == [
        ("new", "z"),
        ("changed", "c"),
        ("vanish", "d"),
    ]
    assert changes["items"][1]["fields"] == ["positions"]


@pytest.mark.parametrize("second", ["release", "reject"])
def test_a_second_decision_is_told_of_the_first(
    client: TestClient, run: LoggedRun, second: str
) -> None:
    client.post(f"/v1/runs/{run.id}/release", json=WHY)
    answer = client.post(f"/v1/runs/{run.id}/{second}", json=WHY)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/undecidable")
    assert answer.json()["detail"] == (
        f"Run {run.id} was released by Petra Muster on 2026-11-24 at 13:00 UTC: "
        "Die Stellen sind wirklich besetzt."
    )
    assert "von Petra Muster freigegeben" in answer.json()["detail_de"]


def test_what_is_overtaken_cannot_be_decided(
    client: TestClient, run: LoggedRun, engine: Engine
) -> None:
    settled(engine, harvest(*FEW), at=LATER)
    answer = client.post(f"/v1/runs/{run.id}/release", json=WHY)
    assert answer.status_code == 409
    assert f"overtaken by run {run.id + 1}" in answer.json()["detail"]


WORDS = (("POST", "release"), ("POST", "reject"), ("GET", "changes"))


def test_without_the_key_nobody_learns_anything(
    client: TestClient, run: LoggedRun, engine: Engine
) -> None:
    del client.headers["authorization"]
    for number in (str(run.id), "99", "x"):
        for method, word in WORDS:
            answer = client.request(method, f"/v1/runs/{number}/{word}", content=b"{")
            assert (answer.status_code, answer.json()["type"]) == (401, "/problems/unauthorized")
            assert answer.headers["www-authenticate"] == 'Bearer realm="stellenbund"'
    assert published(engine) == 10


WRONG = ("", "Bearer", "Bearer ", f"Bearer {KEY[:-1]}", f"Bearer {KEY}x", f"Basic {KEY}", KEY)


def test_a_wrong_key_is_refused(client: TestClient, run: LoggedRun) -> None:
    for given in (*WRONG, "Bearer \xff\xfe"):
        header = [(b"Authorization", given.encode("latin-1"))]
        answer = client.post(f"/v1/runs/{run.id}/release", json=WHY, headers=header)
        assert answer.status_code == 401, given
        assert answer.headers["www-authenticate"] == (
            'Bearer realm="stellenbund", error="invalid_token"'
        )


def test_the_scheme_is_read_in_any_case(client: TestClient, run: LoggedRun) -> None:
    header = {"Authorization": signed(KEY)["Authorization"].replace("Bearer", "bearer")}
    assert client.get(f"/v1/runs/{run.id}/changes", headers=header).status_code == 200


def test_a_service_without_a_key_knows_none(engine: Engine, run: LoggedRun) -> None:
    for method, word in WORDS:
        address = f"/v1/runs/{run.id}/{word}"
        answer = client_of(engine).request(method, address, json=WHY, headers=signed(KEY))
        assert (answer.status_code, answer.json()["type"]) == (401, "/problems/unauthorized")


def test_the_key_is_never_written_down(
    client: TestClient, run: LoggedRun, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        wrong = client.post(
            f"/v1/runs/{run.id}/release", json=WHY, headers=signed("falscher-" + KEY)
        )
        right = client.post(f"/v1/runs/{run.id}/release", json=WHY)
        late = client.post(f"/v1/runs/{run.id}/release", json=WHY)
    told = " ".join((wrong.text, right.text, late.text, *(r.getMessage() for r in caplog.records)))
    assert "Zeichen" not in told
    settings = Settings(operator_key=SecretStr(KEY))
    assert "Zeichen" not in repr(settings) + str(settings) + settings.model_dump_json()


FAULTY: tuple[tuple[dict[str, object], str, str], ...] = (
    ({}, "reason", "required"),
    ({"reason": ""}, "reason", "length"),
    ({"reason": "  "}, "reason", "length"),
    ({"reason": "x" * 501}, "reason", "length"),
    ({"reason": "a\nb"}, "reason", "text"),
    ({"reason": None}, "reason", "text"),
    ({"reason": 5}, "reason", "text"),
    ({"reason": "x", "actor": ""}, "actor", "length"),
    ({"reason": "x", "actor": "x" * 101}, "actor", "length"),
    ({"reason": "x", "Actor": "P"}, "Actor", "unknown-parameter"),
)


@pytest.mark.parametrize("word", ["release", "reject"])
def test_a_decision_that_cannot_be_meant_says_why(
    client: TestClient, run: LoggedRun, word: str
) -> None:
    for body, parameter, rule in FAULTY:
        answer = client.post(f"/v1/runs/{run.id}/{word}", json=body)
        assert answer.status_code == 422
        (fault,) = answer.json()["errors"]
        assert (fault["parameter"], fault["rule"]) == (parameter, rule)
    assert client.get(f"/v1/runs/{run.id}").json()["is_open"]


BODIES = (
    *(b"", b"{", b"\xff\xfe", b"[]", b'"x"', b"null", b"[" * 9_000),
    b'{"reason": "' + b"x" * 10_000,
)


def test_a_body_that_is_no_json_object_is_refused(client: TestClient, run: LoggedRun) -> None:
    for body in BODIES:
        answer = client.post(f"/v1/runs/{run.id}/release", content=body)
        assert (answer.status_code, answer.json()["type"]) == (400, "/problems/invalid-body")
    assert client.get(f"/v1/runs/{run.id}").json()["is_open"]


def test_a_lone_surrogate_breaks_nothing(client: TestClient, run: LoggedRun) -> None:
    body = json.dumps({"reason": "\ud800", "actor": "\ud800"}).encode()
    answer = client.post(f"/v1/runs/{run.id}/reject", content=body)
    assert answer.status_code == 422


def test_a_run_that_never_was_is_said_to_be_none(client: TestClient, run: LoggedRun) -> None:
    assert run.is_open
    for word in ("release", "reject"):
        for number in ("0", "x", "-1"):
            assert client.post(f"/v1/runs/{number}/{word}", json=WHY).status_code == 422
        answer = client.post(f"/v1/runs/99/{word}", json=WHY)
        assert (answer.status_code, answer.json()["type"]) == (404, "/problems/unknown-run")


def test_parameters_are_refused(client: TestClient, run: LoggedRun) -> None:
    answer = client.post(f"/v1/runs/{run.id}/release?dry=1", json=WHY)
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/unknown-parameter")
    assert client.get(f"/v1/runs/{run.id}").json()["is_open"]


@pytest.mark.parametrize("word", ["release", "reject"])
def test_what_is_written_to_says_so_and_is_closed_to_other_origins(
    client: TestClient, run: LoggedRun, word: str
) -> None:
    address = f"/v1/runs/{run.id}/{word}"
    asking = {
        "Origin": "https://evil.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization",
    }
    asked = client.options(address, headers=asking)
    assert (asked.status_code, asked.headers["allow"]) == (204, "POST, OPTIONS")
    for answer in (asked, client.get(address), client.post(address, json=WHY)):
        assert not [name for name in answer.headers if name.startswith("access-control")]
        assert answer.headers["x-content-type-options"] == "nosniff"
    wrong = client.get(address)
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "POST, OPTIONS")


def test_a_release_counts_from_the_moment_it_is_given(
    client: TestClient, run: LoggedRun, engine: Engine
) -> None:
    assert run.finished_at == LATER > NOW
    client.post(f"/v1/runs/{run.id}/release", json=WHY)
    assert settled(engine, harvest(*FEW), at=LATER).outcome.is_good
