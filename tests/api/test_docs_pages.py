"""The pages: nothing in them or in their files comes from another host."""

import base64
import hashlib
import re

import pytest
from bs4 import BeautifulSoup
from starlette.testclient import TestClient

from stellenbund.api.assets import NAMES, asset

PAGES = ("/docs", "/redoc", "/problems", "/problems/unknown-value")
LOADED = re.compile(
    rb"""(?:src|href|srcset|poster|action|data)\s*[=:]\s*["'`](?:https?:)?//[^"'`]+"""
    rb"""|url\(\s*["']?(?:https?:)?//[^)]+"""
    rb"""|@import\s+["'](?:https?:)?//[^"']+"""
    rb"""|(?:importScripts|fetch|new Worker|new WebSocket|sendBeacon)"""
    rb"""\(\s*["'`](?:(?:https?|wss?):)?//[^"'`]+""",
)
"""What a browser would load, and not only show as a link."""

LINKS = {
    b'href:"https://redocly.com/redoc/',
    b'href:"https://swagger.io"',
    b'href:"https://redocly.com/docs/cli/',
}
"""What people may follow, but no browser does by itself."""


def loads(page: BeautifulSoup) -> list[str]:
    """Return the addresses of everything that a browser loads when it reads *page*."""
    tags = page.find_all(["script", "img", "iframe", "link"])
    found = [tag.get(name) for tag in tags for name in ("src", "href")]
    return [str(address) for address in found if address]


def scripts(page: BeautifulSoup) -> list[str]:
    """Return the scripts that stand in *page* itself."""
    return [str(tag.string) for tag in page.find_all("script") if not tag.get("src")]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_only_what_we_serve(on_sqlite: TestClient, path: str) -> None:
    answer = on_sqlite.get(path)
    assert "//" not in answer.text.replace("</", "").replace("<!", "")
    addresses = loads(BeautifulSoup(answer.text, "lxml"))
    assert "/static/favicon.svg" in addresses
    for address in addresses:
        assert on_sqlite.get(address).status_code == 200, address


@pytest.mark.parametrize("path", PAGES)
def test_a_page_runs_only_the_script_that_its_policy_names(
    on_sqlite: TestClient, path: str
) -> None:
    answer = on_sqlite.get(path)
    policy = answer.headers["content-security-policy"]
    page = BeautifulSoup(answer.text, "lxml")
    for tag in page.find_all():
        assert not [name for name in tag.attrs if name == "style" or name.startswith("on")]
    for script in scripts(page):
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    for source in re.findall(r"https?:|wss?:|\*", policy):
        pytest.fail(f"a foreign source is allowed: {source}")


@pytest.mark.parametrize("name", NAMES)
def test_a_file_calls_no_foreign_host(name: str) -> None:
    found = set(LOADED.findall(asset(name).content))
    assert {each for each in found if not any(each.startswith(link) for link in LINKS)} == set()


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_served_with_its_type(on_sqlite: TestClient, name: str) -> None:
    answer = on_sqlite.get(f"/static/{name}")
    assert answer.headers["content-type"].split(";")[0] == asset(name).media_type
    assert answer.content == asset(name).content


def test_the_picture_and_the_badge_of_the_viewers_are_gone() -> None:
    everything = b"".join(asset(name).content for name in NAMES)
    assert b"cdn.redoc.ly" not in everything
    assert b"validator.swagger.io" not in everything


def test_the_contract_is_served_as_it_is_kept(on_sqlite: TestClient) -> None:
    answer = on_sqlite.get("/openapi.json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == on_sqlite.app.openapi()  # type: ignore[attr-defined]
