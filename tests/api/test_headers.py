"""Headers: what every answer says to browsers, caches and other origins."""

import pytest
from starlette.testclient import TestClient

from stellenbund.api.assets import NAMES

PATHS = (
    *("/", "/v1/openings", "/v1/cities", "/v1/professions", "/v1/sources", "/v1/openings/x"),
    *("/v1/runs", "/v1/runs/1", "/v1/why?source=musterstadt/site&reference=garten"),
    *("/healthz", "/readyz", "/openapi.json", "/docs", "/redoc", "/problems", "/problems/refused"),
    *("/nothing", "/v1/openings?x=1", *(f"/static/{name}" for name in NAMES)),
)


def policy(client: TestClient, path: str) -> dict[str, list[str]]:
    parts = client.get(path).headers["content-security-policy"].split("; ")
    return {name: values for name, *values in (part.split() for part in parts)}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST"])
def test_every_answer_is_open_to_readers_and_shut_to_mischief(
    on_sqlite: TestClient, path: str, method: str
) -> None:
    headers = on_sqlite.request(method, path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in headers
    assert "set-cookie" not in headers
    for part in ("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
        assert part in headers["content-security-policy"]


@pytest.mark.parametrize("path", PATHS)
def test_no_page_runs_scripts_but_ours(on_sqlite: TestClient, path: str) -> None:
    for source in policy(on_sqlite, path).get("script-src", []):
        assert source == "'self'" or source.startswith("'sha256-")


@pytest.mark.parametrize("path", PATHS)
def test_a_browser_may_ask_from_any_origin(on_sqlite: TestClient, path: str) -> None:
    if path == "/nothing":
        return
    asking = {
        "Origin": "https://kampagne.example",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "if-none-match",
    }
    answer = on_sqlite.options(path, headers=asking)
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert answer.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    assert answer.headers["access-control-allow-headers"] == "*"


def test_a_script_may_read_the_headers_that_matter(on_sqlite: TestClient) -> None:
    headers = on_sqlite.get("/v1/openings", headers={"Origin": "https://a.example"}).headers
    exposed = headers["access-control-expose-headers"].split(", ")
    assert {"ETag", "Link", "RateLimit", "Retry-After", "X-Request-Id"} <= set(exposed)


def test_the_answer_is_the_same_for_every_origin(on_sqlite: TestClient) -> None:
    named = {"Accept-Encoding": "identity", "X-Request-Id": "a"}
    plain = on_sqlite.get("/v1/openings", headers=named)
    other = on_sqlite.get("/v1/openings", headers={**named, "Origin": "https://a.example"})
    assert (plain.headers, plain.content) == (other.headers, other.content)


def test_a_refusal_is_never_kept(on_sqlite: TestClient) -> None:
    for path in ("/nothing", "/v1/openings?x=1", "/v1/openings/aaaaaaaaaa"):
        answer = on_sqlite.get(path)
        assert answer.headers["cache-control"] == "no-store"
        assert "etag" not in answer.headers
