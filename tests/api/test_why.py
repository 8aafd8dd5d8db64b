"""Why, through the API: every record can be asked about, by everybody."""

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from tests.api.clients import client_of
from tests.builders import harvest
from tests.flows.deciding import FEW, LATER, doubted, rejected
from tests.stocking import settled


@pytest.fixture
def client(engine: Engine) -> TestClient:
    """A rejected run that showed z for the first time, and its repetition."""
    run = doubted(engine)
    rejected(engine, run.id)
    settled(engine, harvest(*FEW), at=LATER)
    return client_of(engine)


def test_a_published_record_leads_to_its_opening(client: TestClient) -> None:
    answer = client.get("/v1/why?source=musterstadt/site&reference=a")
    assert answer.status_code == 200
    told = answer.json()
    assert (told["source"], told["reference"], told["is_public"]) == ("musterstadt/site", "a", True)
    assert client.get(f"/v1/openings/{told['opening']}").status_code == 200
    assert [step["kind"] for step in told["steps"]] == [
        *("first_seen", "published", "read", "held_back")
    ]
    assert answer.headers["etag"]


def test_a_record_that_was_held_back_says_so_in_both_languages(client: TestClient) -> None:
    answer = client.get("/v1/why?source=musterstadt/site&reference=z")
    told = answer.json()
    assert (told["is_public"], told["opening"]) == (False, None)
    held = next(step for step in told["steps"] if step["kind"] == "held_back")
    assert held["message"] == "Run 5 was doubted, so nothing that it showed was applied."
    assert held["message_de"].endswith("schon am 24.11.2026 abgelehnt (Lauf 4).")
    assert "Amt z" not in answer.text
    assert "Petra" not in answer.text


def test_an_unknown_reference_is_answered_with_those_alike(client: TestClient) -> None:
    answer = client.get("/v1/why?source=musterstadt/site&reference=A")
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/unknown-reference")
    (fault,) = answer.json()["errors"]
    assert (fault["parameter"], fault["near"][0]) == ("reference", "a")
    assert answer.json()["detail"] == (
        "musterstadt/site showed nothing of its city under “A” within the last year: it lists that "
        "under another employer, or not at all."
    )


@pytest.mark.parametrize("odd", ["a%E2%80%8D", "%E2%80%AEa", "a%00", "%20a%0A", "%C2%ADa"])
def test_characters_that_no_reference_keeps_do_not_hide_it(client: TestClient, odd: str) -> None:
    answer = client.get(f"/v1/why?source=musterstadt/site&reference={odd}")
    assert (answer.status_code, answer.json()["reference"]) == (200, "a")


def test_a_question_that_cannot_be_meant_says_why(client: TestClient) -> None:
    for query, kind in (
        ("", "invalid-value"),
        ("?source=musterstadt/site", "invalid-value"),
        ("?reference=a", "invalid-value"),
        ("?source=musterstadt/sit&reference=a", "unknown-value"),
        ("?source=musterstadt/site&reference=a&reference=b", "repeated-parameter"),
        ("?source=musterstadt/site&reference=a&x=1", "unknown-parameter"),
        ("?source=musterstadt/site&reference=%00", "invalid-value"),
        ("?source=musterstadt/site&reference=%E2%80%AE%20", "invalid-value"),
        ("?source=musterstadt/site&reference=%FF", "invalid-value"),
        (f"?source=musterstadt/site&reference={'x' * 601}", "invalid-value"),
    ):
        answer = client.get(f"/v1/why{query}")
        assert (answer.status_code, answer.json()["type"]) == (422, f"/problems/{kind}"), query
