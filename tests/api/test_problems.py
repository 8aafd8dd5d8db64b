"""Problems: each is described where it points to, and telling of one can never fail."""

import json
import logging
from datetime import datetime
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from sqlalchemy import Engine, text
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from stellenbund.api.answers import on_http, on_invalid
from stellenbund.api.app import create_app
from stellenbund.api.problem_kind import ProblemKind
from stellenbund.api.problems import KINDS
from stellenbund.settings import Settings
from stellenbund.store.database import open_database, writing
from tests.api.clients import client_of
from tests.builders import NOW

PAGE = (Path(__file__).parents[2] / "docs" / "problems.md").read_text("utf-8")


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_each_problem_is_described_where_it_points_to(
    on_sqlite: TestClient, kind: ProblemKind
) -> None:
    answer = on_sqlite.get(kind.path)
    assert (answer.status_code, answer.headers["content-type"]) == (
        200,
        "text/html; charset=utf-8",
    )
    for sentence in (kind.title, kind.title_de):
        assert sentence in answer.text
    assert kind.path in on_sqlite.get("/problems").text


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_each_problem_stands_in_the_docs(kind: ProblemKind) -> None:
    section = PAGE.partition(f"## {kind.slug}\n")[2].partition("\n## ")[0]
    for told in (str(kind.status), kind.title, kind.title_de, kind.remedy, kind.remedy_de):
        assert told in " ".join(section.split())


def test_the_docs_describe_no_other_problem() -> None:
    told = [line.removeprefix("## ") for line in PAGE.splitlines() if line.startswith("## ")]
    assert told == list(KINDS)


def request_for(app: ASGIApp, path: str = "/v1/openings") -> Request:
    scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b""}
    return Request({**scope, "app": app})


@pytest.mark.parametrize(
    "value",
    [
        "\ud800",
        "\udfff\x00\x1b",
        b"\xff\xfe",
        float("nan"),
        float("inf"),
        10**5_000,
        object(),
        ["\ud800", {"a": b"\x00"}],
        None,
        "a" * 1_000_000,
    ],
    ids=lambda value: type(value).__name__,
)
@pytest.mark.parametrize("rule", ["string_unicode", "extra_forbidden", "a rule of tomorrow"])
def test_telling_of_a_problem_never_fails(on_sqlite: TestClient, value: object, rule: str) -> None:
    error = {"type": rule, "loc": ("query", str(type(value))), "input": value, "msg": value}
    error["ctx"] = {"error": ValueError(value)}
    answer = on_invalid(request_for(on_sqlite.app), RequestValidationError([error]))
    problem = json.loads(bytes(answer.body).decode("utf-8"))
    assert problem["status"] == answer.status_code == 422
    assert len(answer.body) < 2_000


def test_even_a_surrogate_in_a_path_or_a_name_is_told(on_sqlite: TestClient) -> None:
    error = {"type": "extra_forbidden", "loc": ("query", "\ud800<b>"), "input": "x"}
    request = request_for(on_sqlite.app, "/v1/\udcff\x00")
    answer = on_invalid(request, RequestValidationError([error]))
    body = bytes(answer.body).decode("ascii", errors="replace")
    problem = json.loads(bytes(answer.body))
    assert problem["instance"] == "/v1/%3F%00"
    assert problem["errors"][0]["parameter"] == "\\ud800<b>"
    assert "<" not in body


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "BREW"])
def test_a_wrong_method_is_told_the_right_ones(on_sqlite: TestClient, method: str) -> None:
    for path in ("/", "/v1/openings", "/v1/openings/aaaaaaaaaa", "/docs", "/static/pages.css"):
        answer = on_sqlite.request(method, path)
        assert answer.status_code == 405
        assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
        assert answer.json()["type"] == "/problems/method-not-allowed"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/v1/opening", "Nothing is at “/v1/opening”. Did you mean “/v1/openings”?"),
        ("/v1/openings/", "Nothing is at “/v1/openings/”. Did you mean “/v1/openings”?"),
        ("/v1/city", "Nothing is at “/v1/city”. Did you mean “/v1/cities”?"),
        ("/x", "Nothing is at “/x”."),
    ],
)
def test_a_wrong_address_is_told_a_likely_one(on_sqlite: TestClient, path: str, told: str) -> None:
    answer = on_sqlite.get(path)
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/unknown-address")
    assert answer.json()["detail"] == told


def test_whatever_else_the_framework_refuses_is_a_problem_too(on_sqlite: TestClient) -> None:
    answer = on_http(request_for(on_sqlite.app), HTTPException(418, "pydantic says: <b>"))
    problem = json.loads(bytes(answer.body))
    assert (answer.status_code, problem["type"]) == (400, "/problems/refused")
    assert "pydantic" not in str(problem)


def test_what_nobody_foresaw_shows_nothing_of_our_inside(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    def broken_clock() -> datetime:
        raise RuntimeError("the secret is 4711")

    app = create_app(Settings(), engine=open_database(sqlite_url), clock=broken_clock)
    answer = TestClient(app, raise_server_exceptions=False).get("/v1/openings")
    assert (answer.status_code, answer.json()["type"]) == (500, "/problems/internal-error")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "4711" not in answer.text
    with pytest.raises(RuntimeError, match="4711"):
        TestClient(app).get("/v1/openings")
    app.state.engine.dispose()
    assert not caplog.records


ASKED = ("/v1/openings", "/v1/openings/aaaaaaaaaa", "/v1/cities", "/v1/professions", "/v1/sources")


def assert_unavailable(app: FastAPI) -> None:
    client = TestClient(app, raise_server_exceptions=False)
    for path in (*ASKED, "/readyz"):
        answer = client.get(path)
        assert (answer.status_code, answer.json()["type"]) == (503, "/problems/unavailable")
        assert int(answer.headers["retry-after"]) > 0
        assert answer.headers["cache-control"] == "no-store"
    assert client.get("/healthz").status_code == 200
    assert client.get("/docs").status_code == 200


def test_without_a_database_server_everything_else_goes_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    nowhere = open_database("postgresql://nobody:geheim@127.0.0.1:1/stellenbund")
    with caplog.at_level(logging.ERROR):
        assert_unavailable(create_app(Settings(), engine=nowhere, clock=lambda: NOW))
    assert {record.getMessage() for record in caplog.records} == {
        "the database did not answer: OperationalError"
    }


def test_a_database_without_tables_is_not_ready(tmp_path: Path) -> None:
    empty = open_database(f"sqlite:///{tmp_path / 'empty.db'}")
    assert_unavailable(create_app(Settings(), engine=empty, clock=lambda: NOW))
    empty.dispose()


def test_a_postgresql_database_without_tables_is_not_ready(postgresql_url: str) -> None:
    engine = open_database(postgresql_url)
    drop_all(engine)
    assert_unavailable(create_app(Settings(), engine=engine, clock=lambda: NOW))
    engine.dispose()


@pytest.mark.parametrize("revision", ["0000", "9999"])
def test_a_database_of_another_version_is_not_ready(engine: Engine, revision: str) -> None:
    client = client_of(engine)
    assert client.get("/readyz").status_code == 200
    with writing(engine) as session:
        session.execute(text("UPDATE alembic_version SET version_num = :no"), {"no": revision})
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["type"]) == (503, "/problems/unavailable")
    assert "stellenbund migrate" in answer.json()["detail_de"]


def drop_all(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
