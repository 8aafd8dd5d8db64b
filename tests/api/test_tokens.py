"""Tokens at the doors: what is told to whom, and what is kept of it."""

import logging
from datetime import timedelta

import pytest
from httpx2 import Response
from sqlalchemy import Engine
from starlette.testclient import TestClient

from stellenbund.api.app import create_app
from stellenbund.domain.access import Verb
from stellenbund.domain.audit import Deed
from stellenbund.domain.token_text import write_token
from stellenbund.flows.tokens import Issued, revoke_token
from stellenbund.settings import Settings
from stellenbund.store.database import writing
from stellenbund.store.runs import LoggedRun
from tests.flows.deciding import CHIEF, LATER, doubted
from tests.flows.issuing import audited, carried, issued
from tests.stocking import ids

WHY = {"reason": "Die Seite war kaputt."}


@pytest.fixture
def run(engine: Engine) -> LoggedRun:
    """A doubted run of Musterstadt that waits."""
    return doubted(engine)


@pytest.fixture
def client(engine: Engine) -> TestClient:
    """The application without an operator's key."""
    app = create_app(Settings(), engine=engine, clock=lambda: LATER, new_id=ids("api"))
    return TestClient(app, raise_server_exceptions=False)


def reject(client: TestClient, run: LoggedRun, token: Issued, **body: str) -> Response:
    answer: Response = client.post(
        f"/v1/runs/{run.id}/reject", json=WHY | body, headers=carried(token)
    )
    return answer


def detail(answer: Response) -> tuple[int, str, str]:
    problem = answer.json()
    return answer.status_code, problem["detail"], problem["detail_de"]


def test_a_citys_token_decides_and_is_named(
    client: TestClient, run: LoggedRun, engine: Engine
) -> None:
    token = issued(engine, "musterstadt", Verb.DECIDE, name="Fachverfahren")
    answer = reject(client, run, token)
    assert answer.status_code == 200
    assert answer.json()["decision"]["actor"] == "Fachverfahren"
    entry = audited(engine, "musterstadt")[0]
    assert (entry.actor, entry.deed) == (f"Fachverfahren (token {token.token.id})", "run_rejected")
    assert entry.told == {
        "source": "musterstadt/site",
        "decided_by": "Fachverfahren",
        "reason": WHY["reason"],
    }


def test_a_person_who_is_named_stands_beside_the_token(
    client: TestClient, run: LoggedRun, engine: Engine
) -> None:
    token = issued(engine, "musterstadt", Verb.DECIDE, name="Fachverfahren")
    reject(client, run, token, actor="Petra Muster")
    entry = audited(engine, "musterstadt")[0]
    assert entry.actor == f"Fachverfahren (token {token.token.id})"
    assert entry.told["decided_by"] == "Petra Muster"


def test_a_release_names_the_run_that_it_led_to(
    client: TestClient, run: LoggedRun, engine: Engine
) -> None:
    token = issued(engine, None)
    client.post(f"/v1/runs/{run.id}/release", json=WHY, headers=carried(token))
    entry = audited(engine)[0]
    assert (entry.deed, entry.subject) == (Deed.RUN_RELEASED, f"run {run.id}")
    assert (entry.city, entry.told["caused"]) == ("musterstadt", run.id + 1)


def test_what_is_refused_leaves_no_line_in_the_audit(
    client: TestClient, run: LoggedRun, engine: Engine
) -> None:
    token = issued(engine, "musterstadt")
    for _ in range(3):
        reject(client, run, token)
    assert [entry.deed for entry in audited(engine)] == ["run_rejected", "token_created"]


def test_what_is_missing_is_told_in_both_languages(
    client: TestClient, run: LoggedRun, engine: Engine
) -> None:
    other = reject(client, run, issued(engine, "neustadt"))
    assert detail(other) == (
        403,
        "This belongs to the city musterstadt; the token is for the city neustadt.",
        "Das gehört zur Stadt musterstadt; das Token gilt für die Stadt neustadt.",
    )
    assert other.headers["www-authenticate"] == (
        'Bearer realm="stellenbund", error="insufficient_scope"'
    )
    verbless = reject(client, run, issued(engine, "musterstadt", Verb.UPLOAD, Verb.CORRECT))
    assert detail(verbless) == (
        403,
        "This needs the verb “decide”; the token has “correct, upload”.",
        "Dafür ist das Verb „decide“ nötig; das Token hat „correct, upload“.",
    )


def test_why_a_token_is_refused_is_told(client: TestClient, run: LoggedRun, engine: Engine) -> None:
    expired = issued(engine, "musterstadt", at=LATER - timedelta(days=365))
    revoked = issued(engine, "musterstadt")
    with writing(engine) as session:
        revoke_token(session, revoked.token.id, by=CHIEF, at=LATER)
    told = {
        expired.text: "Das Token ist am 24.11.2026 abgelaufen.",
        revoked.text: "Das Token wurde widerrufen.",
        revoked.text[:-1] + "!": "Im Token steckt ein Tippfehler: seine Prüfsumme passt nicht.",
        write_token("musterstadt", 1): "Dieses Token kennt hier niemand.",
    }
    for text, sentence in told.items():
        header = {"Authorization": f"Bearer {text}"}
        answer = client.post(f"/v1/runs/{run.id}/reject", json=WHY, headers=header)
        assert (answer.status_code, answer.json()["detail_de"]) == (401, sentence)
        assert 'error="invalid_token"' in answer.headers["www-authenticate"]


def test_who_may_not_is_told_so_before_the_body_is_read(
    client: TestClient, run: LoggedRun, engine: Engine
) -> None:
    token = issued(engine, "neustadt")
    address = f"/v1/runs/{run.id}/reject"
    answer = client.post(address, content=b"x" * 20_000, headers=carried(token))
    assert answer.status_code == 403


def test_a_token_in_the_address_is_none(client: TestClient, run: LoggedRun, engine: Engine) -> None:
    token = issued(engine, "musterstadt").text
    for name in ("token", "access_token", "key", "Authorization"):
        answer = client.post(f"/v1/runs/{run.id}/reject?{name}={token}", json=WHY)
        assert answer.status_code == 401
        assert token not in answer.text


def test_a_token_is_never_written_down(
    client: TestClient, run: LoggedRun, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    tokens = [issued(engine, "musterstadt"), issued(engine, "neustadt"), issued(engine, None)]
    with caplog.at_level(logging.DEBUG):
        answers = [reject(client, run, token) for token in tokens]
    assert [answer.status_code for answer in answers] == [200, 403, 409]
    told = " ".join([*(a.text for a in answers), *(r.getMessage() for r in caplog.records)])
    for token in tokens:
        assert token.text.split("_")[2] not in told


def test_reading_what_is_published_asks_for_no_token_and_takes_none(
    client: TestClient, run: LoggedRun, engine: Engine
) -> None:
    token = issued(engine, "musterstadt")
    for address in ("/v1/runs", f"/v1/runs/{run.id}", "/v1/openings"):
        plain, with_token = client.get(address), client.get(address, headers=carried(token))
        assert (plain.status_code, plain.content) == (200, with_token.content)
