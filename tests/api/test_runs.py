"""Runs: the list of all, filtered and paged, and each with its findings."""

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.run import Outcome
from tests.api.clients import client_of
from tests.builders import harvest, notice
from tests.flows.deciding import doubted
from tests.stocking import settled, source

FINDING = Finding(
    severity=Severity.HINT,
    rule="deadline.past",
    message="Die Bewerbungsfrist ist schon vorbei.",
    reference="n",
    place="deadline",
)


@pytest.fixture
def client(engine: Engine) -> TestClient:
    """Four runs of Musterstadt's site, the last doubted; one of Neustadt's, one that failed."""
    doubted(engine)
    settled(engine, harvest(notice("n"), findings=(FINDING,)), of=source(city="neustadt"))
    settled(engine, harvest(trouble=Outcome.FAILED, reason="Kein Netz."))
    return client_of(engine)


def numbers(client: TestClient, query: str = "") -> list[int]:
    answer = client.get(f"/v1/runs{query}")
    assert answer.status_code == 200, answer.text
    return [run["id"] for run in answer.json()["items"]]


FOUND: tuple[tuple[str, list[int]], ...] = (
    ("", [6, 5, 4, 3, 2, 1]),
    ("?city=neustadt", [5]),
    ("?source=musterstadt/site", [6, 4, 3, 2, 1]),
    ("?source=musterstadt/jobsuche", []),
    ("?city=musterstadt&source=musterstadt/site&outcome=failed", [6]),
    ("?city=neustadt&source=musterstadt/site", []),
    ("?outcome=doubted&outcome=failed", [6, 4]),
    ("?open=true", [4]),
    ("?open=false&limit=1", [6]),
    ("?before=3", [2, 1]),
)


def test_runs_are_found(client: TestClient) -> None:
    assert [(query, numbers(client, query)) for query, _ in FOUND] == list(FOUND)


def test_pages_of_runs_follow_each_other_to_the_end(client: TestClient) -> None:
    address, seen = "/v1/runs?city=musterstadt&limit=2", []
    while address:
        page = client.get(address).json()
        seen.append([run["id"] for run in page["items"]])
        address = page["next"]
    assert seen == [[6, 4], [3, 2], [1]]


def test_a_run_tells_its_findings(client: TestClient) -> None:
    run = client.get("/v1/runs/5").json()
    assert (run["city"], run["source"], run["url"]) == (
        "neustadt",
        "neustadt/site",
        "/v1/runs/5",
    )
    assert run["findings"] == [FINDING.model_dump(mode="json")]
    assert (run["is_open"], run["decision"]) == (False, None)


def test_a_doubted_run_says_that_it_waits_and_shows_nothing_of_what_is_doubted(
    client: TestClient,
) -> None:
    answer = client.get("/v1/runs/4")
    run = answer.json()
    assert (run["outcome"], run["is_open"], run["repeats"]) == ("doubted", True, None)
    assert "Amt" not in answer.text


REFUSED: tuple[tuple[str, str, list[str]], ...] = (
    ("?city=musterstat", "unknown-value", ["musterstadt"]),
    ("?source=musterstadt/sit", "unknown-value", ["musterstadt/site"]),
    ("?source=musterstadt", "unknown-value", ["musterstadt/jobsuche"]),
    ("?outcome=doubt", "unknown-value", ["doubted"]),
    ("?open=yes", "unknown-value", []),
    ("?limit=0", "invalid-value", []),
    ("?limit=101", "invalid-value", []),
    ("?before=0", "invalid-value", []),
    ("?before=1e3", "invalid-value", []),
    ("?city=neustadt&city=musterstadt", "repeated-parameter", []),
    ("?citty=neustadt", "unknown-parameter", ["city"]),
)


def test_a_question_that_cannot_be_meant_says_why(client: TestClient) -> None:
    for query, kind, near in REFUSED:
        answer = client.get(f"/v1/runs{query}")
        assert (answer.status_code, answer.json()["type"]) == (422, f"/problems/{kind}"), query
        assert answer.json()["errors"][0]["near"][:1] == near


def test_a_run_that_never_was_is_a_problem(client: TestClient) -> None:
    answer = client.get("/v1/runs/99")
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/unknown-run")
    assert answer.json()["detail"] == "No run has the number 99."
    assert client.get("/v1/runs/999999999").status_code == 404
    assert client.get("/v1/runs/9999999999").status_code == 422
