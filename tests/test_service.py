"""Service: the API and the pages for HR, each below its own addresses, on one database."""

import os
import subprocess
import sys

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


PROGRAM = """
import sys
from starlette.testclient import TestClient
from stellenbund.commands.serve import served

with TestClient(served()) as client:
    for address in ("/v1/openings", "/v1/openings?sort=newest", "/v1/cities", "/readyz"):
        assert client.get(address).status_code == 200, address
print(*sys.modules, sep="\\n")
"""
"""Serves, answers and says what is in memory then."""

SELDOM_NEEDED = {
    *("alembic", "argon2", "authlib", "bs4", "jinja2", "lxml", "phonenumbers", "rapidfuzz"),
    *("xlsxwriter", "sqlalchemy.dialects.postgresql"),
    *("stellenbund.api.rest", "stellenbund.api.sandbox_place", "stellenbund.catalogue.lexicon"),
    *("stellenbund.domain.normalisers.records", "stellenbund.scraping", "stellenbund.site"),
}
"""What takes long to import, or much memory, and is no part of reading openings."""


def test_a_worker_that_only_answers_who_reads_holds_nothing_that_it_does_not_need(
    sqlite_url: str,
) -> None:
    told = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM],
        env=os.environ | {"STELLENBUND_DATABASE_URL": sqlite_url},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert not SELDOM_NEEDED & set(told.stdout.split())
