"""A real browser opens the pages of the docs, and nothing it does leaves this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Page
from starlette.testclient import TestClient

from tests.api.serving import served
from tests.browsers import PATIENCE

pytestmark = pytest.mark.browser

OPERATIONS = ("Search the openings", "Read one opening in full", "List the cities")


@dataclass
class Visit:
    """An opened page, everything it asked for, and everything it complained of."""

    page: Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def root(on_sqlite: TestClient) -> Iterator[str]:
    """The address of the application on a real server."""
    assert isinstance(on_sqlite.app, FastAPI)
    with served(on_sqlite.app) as address:
        yield address


@contextmanager
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Open a page and fail if anything leaves this machine or breaks the page's own policy."""
    page = browser.new_page()
    opened = Visit(page)
    page.on("request", lambda request: opened.asked.append(request.url))
    page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    page.on("console", lambda told: opened.complaints.append(told.text))
    page.goto(address, wait_until="networkidle", timeout=PATIENCE)
    yield opened
    page.close()
    root = "/".join(address.split("/")[:3])
    foreign = [
        each for each in opened.asked if not each.startswith((root, f"blob:{root}", "data:"))
    ]
    assert foreign == []
    assert opened.complaints == []


def test_swagger_ui_shows_the_operations_and_tries_one(browser: Browser, root: str) -> None:
    with visit(browser, f"{root}/docs") as opened:
        for operation in OPERATIONS:
            opened.page.get_by_text(operation, exact=True).first.wait_for(timeout=PATIENCE)
        block = opened.page.locator("#operations-Openings-listOpenings")
        block.locator(".opblock-summary").click()
        block.get_by_text("/problems/unknown-parameter").first.wait_for(timeout=PATIENCE)
        block.get_by_role("button", name="Execute").click()
        block.locator(".live-responses-table tbody .response-col_status").wait_for(timeout=PATIENCE)
        answer = block.locator(".live-responses-table").inner_text()
        assert "Verwaltungsfachangestellte/r" in answer
        assert any(each.startswith(f"{root}/v1/openings?") for each in opened.asked)


def test_redoc_shows_the_operations_and_searches(browser: Browser, root: str) -> None:
    with visit(browser, f"{root}/redoc") as opened:
        for operation in OPERATIONS:
            heading = opened.page.get_by_role("heading", name=operation)
            heading.first.wait_for(timeout=PATIENCE)
        opened.page.get_by_placeholder("Search...").fill("professions")
        found = opened.page.locator('[data-role="search:results"]')
        found.get_by_text("List the professions").wait_for(timeout=PATIENCE)


def test_the_pages_about_problems_are_styled(browser: Browser, root: str) -> None:
    with visit(browser, f"{root}/problems/unknown-value") as opened:
        assert opened.page.get_by_role("heading", name="Unbekannter Wert").is_visible()
        assert f"{root}/static/pages.css" in opened.asked
        width = opened.page.evaluate("getComputedStyle(document.body).maxWidth")
        assert width.endswith("px")
