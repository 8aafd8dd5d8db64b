"""The tenth city, in the five steps of CONTRIBUTING, with the commands that stand there."""

import json
import re
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from stellenbund.commands import save
from stellenbund.scraping.page import Fetch, Page, Request
from stellenbund.scraping.registry import load_scrapers
from stellenbund.scraping.scraper import Site
from tests.cli.calling import Shell, stellenbund
from tests.cli.federation import PACKAGE, PAGE, declaration, declare, empty_federation
from tests.house.checkout import ROOT

__all__ = ["empty_federation", "stellenbund"]

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## The tenth city")[1]
STEPS = re.findall(r"^\*\*(\d)\. (.+?)\.?\*\*", GUIDE, re.MULTILINE)
COMMANDS = [
    shlex.split(line)
    for block in re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)
    for line in block.splitlines()
]


class OneSite:
    """A way to the web at whose end there is only the city's page."""

    def for_site(self, _: Site) -> Fetch:
        """Return how its pages are had."""

        def fetch(request: Request) -> Page:
            return Page(
                url=request.url, text=PAGE.read_text(encoding="utf-8"), content_type="text/html"
            )

        return fetch


@contextmanager
def one_site(_user_agent: str) -> Iterator[OneSite]:
    yield OneSite()


def command(word: str, folder: Path) -> list[str]:
    """Return the guide's command *word*, with its folder of saved pages in the place of ours."""
    (found,) = [words[2:] for words in COMMANDS if words[1:3] == ["stellenbund", word]]
    return [each.replace("tests/cities", str(folder / "saved")) for each in found]


def test_the_guide_has_five_steps() -> None:
    assert [int(number) for number, _ in STEPS] == [1, 2, 3, 4, 5]


def test_the_city_of_the_guide_is_a_small_file_without_a_function() -> None:
    text = declaration()
    assert len([line for line in text.splitlines() if line.strip()]) <= 40
    assert "def " not in text
    assert "class " not in text


def test_whoever_follows_the_steps_has_a_tenth_city(
    empty_federation: Path, monkeypatch: pytest.MonkeyPatch, stellenbund: Shell
) -> None:
    folder = empty_federation
    (folder / PACKAGE).mkdir()
    (folder / PACKAGE / "__init__.py").touch()

    # 1. Keep its page.
    monkeypatch.setattr(save, "open_fetcher", one_site)
    kept = stellenbund(*command("save", folder))
    assert kept.code == 0, kept.err

    # 2. Declare it.
    declare(folder, "musterstadt", declaration())

    # 3. Look at what it reads.
    read = stellenbund(*command("read", folder), "--json")
    assert read.code == 0, read.err
    assert len(json.loads(read.out)["notices"]) == 3

    # 4. Approve it.
    approved = stellenbund(*command("approve", folder))
    assert approved.code == 0, approved.err
    written = json.loads((folder / "saved/musterstadt/openings.json").read_text("utf-8"))
    assert len(written["openings"]) == 3

    # 5. It is there, because its file lies there.
    assert list(load_scrapers(PACKAGE)) == ["musterstadt"]
    assert stellenbund("scrape", "--saved").code == 0
    assert COMMANDS[-1] == ["./dev", "check"]
