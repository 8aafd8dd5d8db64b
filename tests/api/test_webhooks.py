"""Webhooks through the API: set up with a secret that is shown once, looked at, replayed, ended."""

from typing import Any

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from stellenbund.api.app import create_app
from stellenbund.domain.access import Verb
from stellenbund.domain.webhook import MOST_WEBHOOKS
from stellenbund.settings import Settings
from stellenbund.store.changes import restart_sequence
from stellenbund.store.database import writing
from tests.api.clients import client_of
from tests.builders import NOW, harvest, notice
from tests.flows.issuing import audited, carried, issued
from tests.flows.subscribing import URL
from tests.stocking import open_store, settled


class Agency:
    """A program with a token, and the API that it asks."""

    def __init__(self, client: TestClient, engine: Engine, city: str | None) -> None:
        self.client, self.engine = client, engine
        self.headers = carried(issued(engine, city, Verb.SUBSCRIBE, name="Agentur"))

    def ask(self, method: str, path: str = "", **body: object) -> tuple[int, dict[str, Any]]:
        """Return status and body of the answer."""
        answer = self.client.request(
            method, f"/v1/webhooks{path}", json=body or None, headers=self.headers
        )
        assert answer.headers["cache-control"] == "no-store"
        return answer.status_code, answer.json()


@pytest.fixture(scope="module")
def client(shared_engine: Engine) -> TestClient:
    """The application on a database of two openings, which the tests of this file share."""
    open_store(shared_engine)
    settled(shared_engine, harvest(notice("a"), notice("b", org_unit="Bauhof")))
    return client_of(shared_engine)


@pytest.fixture
def musterstadt(client: TestClient, shared_engine: Engine) -> Agency:
    return Agency(client, shared_engine, "musterstadt")


@pytest.fixture
def neustadt(client: TestClient, shared_engine: Engine) -> Agency:
    return Agency(client, shared_engine, "neustadt")


@pytest.fixture
def operator(client: TestClient, shared_engine: Engine) -> Agency:
    return Agency(client, shared_engine, None)


def test_a_webhook_is_set_up_with_a_secret_that_is_shown_this_once(musterstadt: Agency) -> None:
    status, created = musterstadt.ask("POST", url=URL, city="musterstadt")
    assert status == 201
    secret = created.pop("secret")
    assert secret.startswith("whsec_")
    assert (created["state"], created["position"]) == ("active", 2)
    assert created["created_by"].startswith("Agentur (token ")
    assert musterstadt.ask("GET") == (200, {"items": [created]})
    assert musterstadt.ask("GET", f"/{created['id']}") == (200, created)
    entry = audited(musterstadt.engine, "musterstadt")[0]
    assert (entry.deed, entry.told) == ("webhook_created", {"url": URL, "after": 2})
    assert secret not in str(entry)


def test_it_is_replayed_pinged_and_ended(operator: Agency) -> None:
    number = operator.ask("POST", url=URL, after=1)[1]["id"]
    assert operator.ask("POST", f"/{number}/replay", after=0)[1]["position"] == 0
    assert operator.ask("POST", f"/{number}/ping")[0] == 200
    assert operator.ask("DELETE", f"/{number}")[1]["url"] == URL
    status, problem = operator.ask("GET", f"/{number}")
    assert (status, problem["type"]) == (404, "/problems/unknown-webhook")
    deeds = [entry.deed for entry in audited(operator.engine) if "webhook" in entry.deed]
    assert deeds[:3] == ["webhook_deleted", "webhook_replayed", "webhook_created"]


@pytest.mark.parametrize(
    ("body", "parameter", "rule"),
    [
        ({"url": "http://agentur.example/"}, "url", "address"),
        ({"url": "https://127.0.0.1/"}, "url", "address"),
        ({"url": URL, "after": 3}, "after", "range"),
        ({"url": URL, "after": -1}, "after", "range"),
        ({"url": URL, "secret": "x"}, "secret", "unknown-parameter"),
        ({"city": "musterstadt"}, "url", "required"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    operator: Agency, body: dict[str, Any], parameter: str, rule: str
) -> None:
    status, problem = operator.ask("POST", **body)
    assert status == 422
    assert (problem["errors"][0]["parameter"], problem["errors"][0]["rule"]) == (parameter, rule)


def test_a_citys_token_cannot_be_told_of_all(neustadt: Agency) -> None:
    status, problem = neustadt.ask("POST", url=URL)
    assert (status, problem["type"]) == (403, "/problems/operator-only")


def test_nobody_has_more_webhooks_than_they_need(neustadt: Agency) -> None:
    answers = [neustadt.ask("POST", url=URL, city="neustadt") for _ in range(MOST_WEBHOOKS + 1)]
    assert [status for status, _ in answers] == [201] * MOST_WEBHOOKS + [409]
    assert answers[-1][1]["type"] == "/problems/too-many-webhooks"
    assert "neustadt" in answers[-1][1]["detail_de"]


def test_a_position_of_before_a_restart_is_refused(operator: Agency) -> None:
    number = operator.ask("POST", url=URL)[1]["id"]
    with writing(operator.engine) as session:
        restart_sequence(session)
    for path, body in (("", {"url": URL, "after": 1}), (f"/{number}/replay", {"after": 1})):
        status, problem = operator.ask("POST", path, **body)
        assert (status, problem["type"]) == (410, "/problems/copy-outdated")


def test_without_a_key_there_are_no_webhooks(operator: Agency) -> None:
    app = create_app(Settings(), engine=operator.engine, clock=lambda: NOW)
    answer = TestClient(app).post("/v1/webhooks", json={"url": URL}, headers=operator.headers)
    assert (answer.status_code, answer.json()["type"]) == (503, "/problems/webhooks-off")
