"""Screenshots: the pages for HR as the documents show them, taken from the saved pages of a city.

Nothing but loopback is asked; the database and its account are thrown away at the end.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import uvicorn
from playwright.sync_api import Page, ViewportSize, sync_playwright

from stellenbund.domain.access import EVERYTHING, Caller, Grant, Verb
from stellenbund.domain.account import AccountTerms
from stellenbund.domain.harvest import Harvest
from stellenbund.flows.accounts import invite
from stellenbund.flows.chance import new_id, new_ticket
from stellenbund.flows.occasion import Occasion
from stellenbund.flows.settle import settle
from stellenbund.service import create_service
from stellenbund.settings import Settings
from stellenbund.store.database import Database, open_database, writing
from stellenbund.store.notices import live_notices
from stellenbund.store.sources import get_source, source_id

CITY, SOURCE = "bochum", "site"
ROOT = f"/hr/stadt/{CITY}"
WIDE, NARROW = ViewportSize(width=1280, height=900), ViewportSize(width=360, height=740)
_TO_THE_TOP = 'heading => heading.scrollIntoView({ behavior: "instant" })'
PASSWORD = "vier kleine Rehe rennen"  # noqa: S105 - of an account that lives as long as this run
FILE = """Kennziffer;Stellenbezeichnung;Beginn;Bewerbungsschluss;Plätze;Vermerk
2027-01;Ausbildung Verwaltungsfachangestellte/r (m/w/d);01.09.2027;31.01.2027;12;
2027-02;Ausbildung Gärtner/in (m/w/d);01.08.2027;28.02.2027;3;wie 2026
2027-03;Ausbildung Straßenwärter/in (m/w/d);Sommer;irgendwann;zwei;
2027-04;Sachbearbeitung Ordnungsamt;01.04.2027;;1;
"""


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--target", type=Path, default=Path("docs/images"), help="their folder")
    target = parser.parse_args().target
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        settings = Settings(database_url=f"sqlite:///{folder}/shown.db", plain_http=True)
        link = _prepared(settings)
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox"],
        )
        with _served(settings) as address:
            page = chromium.new_page(base_url=address, viewport=WIDE, locale="de-DE")
            for name in chain(_before(page, link), _files(page, Path(folder)), _after(page)):
                page.screenshot(
                    path=target / f"hr-{name}.png", full_page=page.viewport_size == WIDE
                )
                print(f"hr-{name}.png")
        chromium.close()


def _prepared(settings: Settings) -> str:
    """Read a city's saved pages, let a source look broken, and invite somebody; return the link."""
    program = Path(sys.executable).with_name("stellenbund")
    surroundings = {**os.environ, "STELLENBUND_DATABASE_URL": settings.database_url}
    subprocess.run([program, "migrate"], env=surroundings, check=True)  # noqa: S603 - our own
    subprocess.run([program, "scrape", "--saved", CITY], env=surroundings, check=False)  # noqa: S603
    engine = open_database(settings.database_url)
    _doubt(engine)
    grant = Grant(city=CITY, verbs=frozenset(Verb))
    terms = AccountTerms.of("p.muster@bochum.example", name="Petra Muster", grant=grant)
    by = Caller(name="Betreiberin", grant=EVERYTHING)
    with writing(engine) as session:
        invited = invite(session, terms, by=by, at=datetime.now(UTC), new_ticket=new_ticket)
    engine.dispose()
    return f"/hr/einladung/{invited.ticket}"


def _doubt(engine: Database) -> None:
    """Let the source show two of its openings only."""
    occasion = Occasion(
        trigger="schedule", sample=True, clock=lambda: datetime.now(UTC), new_id=new_id
    )
    with writing(engine) as session:
        source = get_source(session, CITY, SOURCE)
        held = live_notices(session, source_id(session, CITY, SOURCE), sample=True)
        few = Harvest(notices=tuple(held.values())[:2], pages=1)
        settle(session, source, few, occasion, started_at=datetime.now(UTC))


@contextmanager
def _served(settings: Settings) -> Iterator[str]:
    """Serve everything on a free port of loopback."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_service(settings), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()


def _before(page: Page, link: str) -> Iterator[str]:
    """Come in, look around, and yield the name of each page worth a picture."""
    page.goto(link)
    page.get_by_label("Passwort", exact=True).fill(PASSWORD)
    page.get_by_label("Passwort noch einmal").fill(PASSWORD)
    yield "invitation"
    page.get_by_role("button", name="Passwort setzen").click()
    yield "overview"
    page.goto(f"{ROOT}/fragen")
    page.get_by_role("link", name="Ansehen und entscheiden").first.click()
    yield "question"


def _files(page: Page, folder: Path) -> Iterator[str]:
    """Send a file and take it over."""
    page.goto(f"{ROOT}/hochladen")
    file = folder / "Ausbildung 2027.csv"
    file.write_text(FILE, encoding="cp1252")
    page.get_by_label("Ihre Datei").set_input_files(file)
    yield "upload"
    page.get_by_role("button", name="Hochladen und ansehen").click()
    page.get_by_role("button", name="Übernehmen").wait_for()
    yield "preview"
    page.get_by_role("button", name="Übernehmen").click()
    page.get_by_role("button", name="Zurücknehmen").wait_for()
    yield "committed"


def _after(page: Page) -> Iterator[str]:
    """Look at what it brought, in the end on a narrow screen."""
    page.goto(f"{ROOT}/stellen?stand=published")
    page.get_by_role("table").get_by_role("link").first.click()
    yield "opening"
    page.set_viewport_size(NARROW)
    page.goto(f"{ROOT}/verlauf")
    page.get_by_role("table").get_by_role("link").first.click()
    page.wait_for_url("**/verlauf/*")
    page.get_by_role("heading", name="Was wir gelesen haben").evaluate(_TO_THE_TOP)
    yield "committed-narrow"
    page.goto(ROOT)
    yield "overview-narrow"


if __name__ == "__main__":
    main()
