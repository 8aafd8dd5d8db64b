"""Request ids: each answer has one, its client's own if that is harmless; the log has it, too."""

import logging

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from stellenbund.api.app import create_app
from stellenbund.api.request_id import chosen_id
from stellenbund.settings import Settings


@pytest.mark.parametrize("path", ["/v1/openings", "/nothing", "/v1/openings?x=1", "/healthz"])
def test_each_answer_bears_the_id_that_its_request_had(on_sqlite: TestClient, path: str) -> None:
    answer = on_sqlite.get(path, headers={"X-Request-Id": "kampagne-2026.17_a"})
    assert answer.headers["x-request-id"] == "kampagne-2026.17_a"


def test_no_two_requests_without_an_id_get_the_same(on_sqlite: TestClient) -> None:
    ids = {on_sqlite.get("/healthz").headers["x-request-id"] for _ in range(20)}
    assert len(ids) == 20


@pytest.mark.parametrize("given", [b"", b"a b", b"a\x1b[2J", b"a\r\nb: c", b"\xe4", b"a" * 65])
def test_an_id_that_could_break_a_line_is_replaced(given: bytes) -> None:
    assert chosen_id(given) != given
    assert chosen_id(given).isalnum()


def test_who_is_told_of_an_error_can_ask_about_it(caplog: pytest.LogCaptureFixture) -> None:
    app = create_app(Settings())

    def broken() -> None:
        raise ZeroDivisionError

    app.add_api_route("/broken", broken)
    answer = asked(app, "/broken")
    assert "its number is kampagne-1." in answer["detail"]
    assert "seine Nummer ist kampagne-1." in answer["detail_de"]
    with pytest.raises(ZeroDivisionError) as raised:
        TestClient(app).get("/broken", headers={"X-Request-Id": "kampagne-2"})
    with caplog.at_level(logging.ERROR):
        logging.getLogger("uvicorn.error").error("as uvicorn does", exc_info=raised.value)
    assert "It was raised by request kampagne-2." in caplog.text


def asked(app: FastAPI, path: str) -> dict[str, str]:
    client = TestClient(app, raise_server_exceptions=False)
    problem: dict[str, str] = client.get(path, headers={"X-Request-Id": "kampagne-1"}).json()
    return problem
