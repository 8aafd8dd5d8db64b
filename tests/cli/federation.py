"""A small federation for the command line: the one city that CONTRIBUTING declares."""

import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.checkout import ROOT

PAGE = Path(__file__).with_name("musterstadt.html")
URL = "https://karriere.musterstadt.example/ausbildung"
PACKAGE = "musterland"


def declaration() -> str:
    """Return the city's file as CONTRIBUTING shows it: the whole of it, and nothing else."""
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```python\n(.*?)```", guide, re.DOTALL)
    return str(block)


def declare(folder: Path, slug: str, text: str) -> None:
    """Put a city's file into a package of its own below *folder*."""
    package = folder / PACKAGE
    package.mkdir(exist_ok=True)
    (package / "__init__.py").write_text('"""Cities of a test."""\n')
    (package / f"{slug}.py").write_text(text, encoding="utf-8")


def keep_page(folder: Path, slug: str) -> Path:
    """Put the city's saved page where the commands look for it."""
    kept = folder / "saved" / slug
    (kept / "pages").mkdir(parents=True)
    shutil.copy(PAGE, kept / "pages" / "ausbildung.html")
    page = {
        "url": URL,
        "file": "pages/ausbildung.html",
        "content_type": "text/html; charset=utf-8",
        "status": 200,
    }
    (kept / "pages.json").write_text(json.dumps({"note": "Samples.", "pages": [page]}))
    return kept


def _forget_package() -> None:
    for name in [each for each in sys.modules if each.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


@pytest.fixture
def empty_federation(
    tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A folder that the settings point to: a package of cities, saved pages, a database."""
    monkeypatch.setenv("STELLENBUND_SCRAPERS", PACKAGE)
    monkeypatch.setenv("STELLENBUND_SAVED_PAGES", str(tmp_path / "saved"))
    monkeypatch.setenv("STELLENBUND_DATABASE_URL", sqlite_url)
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    _forget_package()


@pytest.fixture
def federation(empty_federation: Path) -> Path:
    """The same with Musterstadt, declared and with its saved page."""
    declare(empty_federation, "musterstadt", declaration())
    keep_page(empty_federation, "musterstadt")
    return empty_federation


@pytest.fixture
def federation_on_both(
    federation: Path, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The same, once with SQLite and once with PostgreSQL."""
    monkeypatch.setenv("STELLENBUND_DATABASE_URL", database_url)
    return federation
