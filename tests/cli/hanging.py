"""A city on a server of this machine that holds its pages back when it is told to."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest

from stellenbund.commands import scrape
from tests.cli.federation import declare
from tests.cli.loopback import loopback_pages
from tests.house.checkout import ROOT
from tests.scraping.bad_host import Behaviour, answer, page, serving

CITY = '''
"""Neustadt: a site of cards, and the same again."""

from stellenbund.domain.city import City
from stellenbund.scraping.readers.html_cards import html_cards
from stellenbund.scraping.scraper import Scraper, Site
from stellenbund.scraping.selectors import attribute, text

READ = html_cards(
    card="article.stelle", reference=attribute("data-kennziffer"), title=text("h3")
)
SCRAPER = Scraper(
    city=City(slug="neustadt", name="Neustadt", ags="05998000", website="https://neustadt.example"),
    sources=(
        Site(start="http://karriere.neustadt.test:PORT/stellen", read=READ),
        Site(start="http://karriere.neustadt.test:PORT/mehr", read=READ, key="mehr"),
    ),
)
'''


@dataclass
class Hanging:
    """A server that answers until it is told to hang: then it holds every page it is asked for."""

    behave: Behaviour = field(default_factory=lambda: answer(page(1, 2)))
    is_asked: Event = field(default_factory=Event)
    may_go: Event = field(default_factory=Event)

    def hang(self) -> None:
        """Let the next page be the one that never comes."""

        def hold(*_: object) -> None:
            self.is_asked.set()
            self.may_go.wait(120)

        self.behave = hold


@pytest.fixture
def hanging(
    empty_federation: Path, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hanging]:
    """A city on a server of this machine, on both databases."""
    monkeypatch.setenv("STELLENBUND_DATABASE_URL", database_url)
    monkeypatch.setattr(scrape, "live_pages", loopback_pages)
    server = Hanging()

    def behave(connection: socket.socket, path: str) -> None:
        server.behave(connection, path)

    with serving(behave) as port:
        declare(empty_federation, "neustadt", CITY.lstrip().replace("PORT", str(port)))
        yield server
        server.may_go.set()


@contextmanager
def calling(folder: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    """Call the command line as a process of its own, for the cities declared below *folder*."""
    path = os.pathsep.join(map(str, (ROOT, ROOT / "src", folder)))
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "tests.cli.loopback", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": path},
    ) as process:
        try:
            yield process
        finally:
            process.kill()
