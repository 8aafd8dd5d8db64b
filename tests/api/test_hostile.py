"""Hostile requests: each gets a civil answer, and the same one from both databases.

Civil: no error of ours, every refusal is a problem in both languages that shows nothing of our
inside and of the request no more than a clipped value; and the next request is answered.
"""

import json
from typing import Any
from urllib.parse import quote, unquote

import pytest
from httpx2 import Response
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from tests.api.naughty import BODIES, HEADERS, NAUGHTY, PARAMETERS, RAW

INSIDES = ("Traceback", "sqlalchemy", "psycopg", "sqlite", "pydantic", "SELECT", ".py", "/home/")


def assert_civil(answer: Response) -> None:
    """Fail unless *answer* is a success or a civil refusal."""
    assert answer.status_code < 500, (answer.request.url, answer.text)
    assert answer.headers["x-content-type-options"] == "nosniff"
    if answer.status_code < 400:
        return
    assert answer.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = json.loads(answer.content.decode("utf-8", errors="strict"))
    assert problem["status"] == answer.status_code
    for member in ("type", "title", "title_de", "detail", "detail_de", "instance"):
        assert isinstance(problem[member], str)
        assert 1 <= len(problem[member]) < 700
    for error in problem["errors"]:
        assert len(error["value"] or "") < 700
        assert (error["value"] or "x").isprintable()
    said = answer.text.replace("\\", "")
    theirs = unquote(str(answer.request.url), errors="replace")
    assert not [word for word in INSIDES if word in said and word not in theirs], problem
    assert b"<" not in answer.content


def assert_same(one: Response, other: Response) -> None:
    """Fail unless both answers are the same in status, headers and every byte."""
    assert one.status_code == other.status_code, (one.text, other.text)
    assert one.headers == other.headers
    assert one.content == other.content


def ask_both(
    on_sqlite: TestClient,
    on_postgresql: TestClient,
    address: str,
    headers: dict[str, str] | None = None,
) -> Response:
    """Return the answer to a question, once it has proved civil and the same from both."""
    named = {"X-Request-Id": "the-same", **(headers or {})}
    one, other = (client.get(address, headers=named) for client in (on_sqlite, on_postgresql))
    assert_civil(one)
    assert_same(one, other)
    return one


def test_there_are_enough_of_them() -> None:
    assert len(set(NAUGHTY)) >= 90
    assert len(set(RAW)) >= 50


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_naughty_values_are_answered_civilly_and_alike(
    on_sqlite: TestClient, on_postgresql: TestClient, parameter: str
) -> None:
    for value in NAUGHTY:
        address = f"/v1/openings?{parameter}={quote(value, safe='')}"
        ask_both(on_sqlite, on_postgresql, address)
    assert on_sqlite.get("/v1/openings").json()["total"] == 18
    assert on_postgresql.get("/v1/openings").json()["total"] == 18


def test_naughty_ids_are_answered_civilly_and_alike(
    on_sqlite: TestClient, on_postgresql: TestClient
) -> None:
    for value in NAUGHTY:
        address = f"/v1/openings/{quote(value, safe='')}"
        answer = ask_both(on_sqlite, on_postgresql, address)
        assert answer.status_code in {404, 422} or not value


def test_naughty_questions_about_records_and_runs_are_answered_civilly_and_alike(
    on_sqlite: TestClient, on_postgresql: TestClient
) -> None:
    for value in NAUGHTY:
        naughty = quote(value, safe="")
        for address in (
            f"/v1/why?source=musterstadt/site&reference={naughty}",
            f"/v1/why?source={naughty}&reference=garten",
            f"/v1/runs?source={naughty}",
            f"/v1/runs/{naughty}",
        ):
            answer = ask_both(on_sqlite, on_postgresql, address)
            assert answer.status_code in {404, 422} or not value


@pytest.mark.parametrize("address", RAW)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_odd_addresses_are_answered_civilly_and_alike(
    on_sqlite: TestClient, on_postgresql: TestClient, address: str, method: str
) -> None:
    if method == "GET":
        ask_both(on_sqlite, on_postgresql, address)
    else:
        answer = on_sqlite.head(address)
        assert (answer.status_code, answer.content) == (on_sqlite.get(address).status_code, b"")


@pytest.mark.parametrize("headers", HEADERS)
def test_odd_headers_change_nothing(
    on_sqlite: TestClient, on_postgresql: TestClient, headers: dict[str, str]
) -> None:
    plain = on_sqlite.get("/v1/openings?limit=2", headers={"X-Request-Id": "the-same"})
    answer = ask_both(on_sqlite, on_postgresql, "/v1/openings?limit=2", headers=headers)
    assert_same(answer, plain)


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
def test_bodies_are_not_even_looked_at(on_sqlite: TestClient, body: bytes, method: str) -> None:
    answer = on_sqlite.request(
        method, "/v1/openings", content=body, headers={"Content-Type": "application/json"}
    )
    assert_civil(answer)
    assert answer.status_code == (200 if method == "GET" else 405)


def test_words_are_searched_for_and_nothing_else(on_sqlite: TestClient) -> None:
    def total(words: str) -> int:
        found: int = on_sqlite.get(f"/v1/openings?q={quote(words)}").json()["total"]
        return found

    found = total("amt")
    assert 3 < found < 18
    assert [total(each) for each in ("%amt%", "amt' OR '1'='1", "(?i)AMT", "amt--")] == [found] * 4


questions = st.lists(
    st.tuples(st.sampled_from([*PARAMETERS, "x", ""]), st.text(st.characters()) | st.binary()),
    max_size=6,
)


def as_bytes(value: str | bytes) -> bytes:
    return value if isinstance(value, bytes) else value.encode(errors="surrogatepass")


@given(questions)
def test_no_question_is_too_odd(
    on_sqlite: TestClient, pairs: list[tuple[str, str | bytes]]
) -> None:
    query = "&".join(f"{name}={quote(as_bytes(value), safe='')}" for name, value in pairs)
    assert_civil(on_sqlite.get(f"/v1/openings?{query}"))
