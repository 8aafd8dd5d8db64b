"""Service: the API and the pages for HR, each below its own addresses, on one database."""

import pytest
from starlette.testclient import TestClient

from stellenbund.service import create_service
from stellenbund.settings import Settings


@pytest.mark.parametrize(
    ("address", "status", "content_type"),
    [
        ("/healthz", 200, "application/json"),
        ("/readyz", 200, "application/json"),
        ("/hr/anmelden", 200, "text/html; charset=utf-8"),
        ("/hr/nirgendwo", 404, "text/html; charset=utf-8"),
        ("/hrx", 404, "application/problem+json"),
        ("/nirgendwo", 404, "application/problem+json"),
    ],
)
def test_each_address_is_answered_by_the_one_it_belongs_to(
    sqlite_url: str, address: str, status: int, content_type: str
) -> None:
    with TestClient(create_service(Settings(database_url=sqlite_url))) as client:
        answer = client.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (status, content_type)


def test_the_bare_address_leads_to_the_pages(sqlite_url: str) -> None:
    service = create_service(Settings(database_url=sqlite_url))
    with TestClient(service, follow_redirects=False) as client:
        assert client.get("/hr").headers["location"] == "/hr/"
        assert client.get("/hr/").headers["location"] == "/hr/anmelden?weiter=%2Fhr%2F"
