"""Audit: each city reads what concerns it, the operator everything, and nobody else anything."""

import pytest
from pydantic import SecretStr
from sqlalchemy import Engine
from starlette.testclient import TestClient

from stellenbund.api.app import create_app
from stellenbund.domain.access import Verb
from stellenbund.settings import Settings
from tests.api.test_contract import check, contract
from tests.builders import NOW
from tests.flows.issuing import carried, issued
from tests.stocking import open_store

KEY = "mein-Schluessel-hat-mehr-als-32-Zeichen"
PLACES = ("/v1/audit", "/v1/cities/musterstadt/audit")


@pytest.fixture
def client(engine: Engine) -> TestClient:
    """The application with an operator's key, which every request carries."""
    open_store(engine)
    app = create_app(Settings(operator_key=SecretStr(KEY)), engine=engine, clock=lambda: NOW)
    signed = {"Authorization": f"Bearer {KEY}"}
    return TestClient(app, raise_server_exceptions=False, headers=signed)


def subjects(client: TestClient, address: str) -> list[str]:
    return [item["subject"] for item in client.get(address).json()["items"]]


def test_a_city_reads_what_concerns_it_and_the_operator_everything(
    client: TestClient, engine: Engine
) -> None:
    for city in ("musterstadt", None, "neustadt", "musterstadt"):
        issued(engine, city)
    assert subjects(client, "/v1/audit") == ["token 4", "token 3", "token 2", "token 1"]
    assert subjects(client, "/v1/cities/musterstadt/audit") == ["token 4", "token 1"]
    assert subjects(client, "/v1/cities/altstadt/audit") == []


def test_an_entry_says_who_did_what_and_when(client: TestClient, engine: Engine) -> None:
    issued(engine, "musterstadt", Verb.UPLOAD)
    answer = client.get("/v1/cities/musterstadt/audit")
    assert answer.json() == {
        "items": [
            {
                "id": 1,
                "at": "2026-11-24T12:00:00Z",
                "actor": "Petra Muster",
                "city": "musterstadt",
                "deed": "token_created",
                "subject": "token 1",
                "told": {
                    "name": "Excel-Makro",
                    "verbs": "upload",
                    "expires_at": "2027-11-24T12:00:00+00:00",
                },
            }
        ],
        "next": None,
    }
    schema = contract()["paths"]["/v1/audit"]["get"]["responses"]["200"]["content"]
    check(schema["application/json"]["schema"], answer.json())


@pytest.mark.parametrize("place", PLACES)
def test_all_of_it_is_read_page_by_page(client: TestClient, engine: Engine, place: str) -> None:
    for _ in range(5):
        issued(engine, "musterstadt")
    seen: list[str] = []
    address: str | None = f"{place}?limit=2"
    while address:
        page = client.get(address).json()
        seen += [item["subject"] for item in page["items"]]
        address = page["next"]
    assert seen == ["token 5", "token 4", "token 3", "token 2", "token 1"]
    assert client.get(f"{place}?limit=2").json()["next"] == f"{place}?limit=2&before=4"


@pytest.mark.parametrize("place", PLACES)
def test_nobody_keeps_it_and_no_other_origin_reads_it(client: TestClient, place: str) -> None:
    for method in ("GET", "HEAD", "OPTIONS", "POST"):
        headers = client.request(method, place, headers={"Origin": "https://a.example"}).headers
        assert not [name for name in headers if name.startswith("access-control")]
    answer = client.get(place)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert "etag" not in answer.headers
    assert client.options(place).headers["allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("place", PLACES)
def test_without_a_token_nobody_learns_anything(client: TestClient, place: str) -> None:
    del client.headers["authorization"]
    for address in (place, f"{place}?limit=x", "/v1/cities/nirgendwo/audit"):
        answer = client.get(address)
        assert (answer.status_code, answer.json()["type"]) == (401, "/problems/unauthorized")


@pytest.mark.parametrize("place", PLACES)
def test_what_cannot_be_meant_is_refused(client: TestClient, place: str) -> None:
    wrong = {
        "limit=0": "invalid-value",
        "limit=101": "invalid-value",
        "before=x": "invalid-value",
        "city=musterstadt": "unknown-parameter",
        "limit=1&limit=2": "repeated-parameter",
    }
    for query, kind in wrong.items():
        answer = client.get(f"{place}?{query}")
        assert (answer.status_code, answer.json()["type"]) == (422, f"/problems/{kind}")


def test_a_city_that_nobody_knows_is_told_to_the_operator(
    client: TestClient, engine: Engine
) -> None:
    answer = client.get("/v1/cities/nirgendwo/audit")
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/unknown-city")
    assert answer.json()["detail_de"] == "Eine Stadt „nirgendwo“ gibt es hier nicht."
    stranger = carried(issued(engine, "neustadt"))
    answer = client.get("/v1/cities/nirgendwo/audit", headers=stranger)
    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/other-city")
