"""The application puts most of its routes together when somebody first asks for one of them."""

from fastapi import FastAPI
from sqlalchemy import Engine
from starlette.testclient import TestClient

from stellenbund.api.app import AROUND, READ, create_app
from stellenbund.api.application import Application
from stellenbund.settings import Settings


def test_who_reads_openings_meets_the_first_routes_only(engine: Engine) -> None:
    app = create_app(Settings(), engine=engine)
    client = TestClient(app)
    for address in ("/v1/openings", "/v1/cities", "/readyz", "/problems"):
        assert client.get(address).status_code == 200
    assert not app.rest.routes
    assert client.get("/v1/sources").status_code == 200
    assert app.rest.routes


def test_what_the_first_routes_do_not_take_is_answered_as_if_all_had_been_there(
    engine: Engine,
) -> None:
    for method, address, status in (
        ("GET", "/v1/nowhere", 404),
        ("DELETE", "/v1/openings", 405),
        ("GET", "/v1/audit", 401),
        ("OPTIONS", "/v1/runs", 204),
        ("HEAD", "/v1/sources", 200),
    ):
        app = create_app(Settings(), engine=engine)
        first, later = (TestClient(app).request(method, address) for _ in range(2))
        assert first.status_code == later.status_code == status
        assert (first.content, first.headers.get("Allow")) == (
            later.content,
            later.headers.get("Allow"),
        )


def test_no_address_has_some_of_its_methods_among_the_first_routes_and_others_later() -> None:
    """Else one of the first would refuse a method that a later one takes."""
    first = Application(title="first", version="1")
    first.state.contact = "mailto:a@b.example"
    for module in (*READ, *AROUND):
        first.include_router(module.router)
    first.add_rest = lambda: None  # type: ignore[method-assign]
    told = FastAPI.openapi(first)["paths"]
    whole = create_app(Settings()).openapi()["paths"]
    assert {path: set(told[path]) for path in told} == {path: set(whole[path]) for path in told}
