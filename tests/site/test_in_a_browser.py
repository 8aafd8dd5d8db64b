"""A real browser: by keyboard, without scripts, on narrow screens, and with axe on every page."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize
from sqlalchemy import Engine

from stellenbund.settings import Settings
from stellenbund.site.app import create_site
from stellenbund.store.database import open_database
from tests.api.serving import served
from tests.browsers import PATIENCE
from tests.builders import NOW, harvest
from tests.flows.deciding import FEW, MANY
from tests.flows.inviting import CHEAP, PASSWORD, accepted, invited
from tests.stocking import ids, open_store, settled

pytestmark = pytest.mark.browser

CITY = "/hr/stadt/musterstadt"
EMAIL, CHIEF = "petra@musterstadt.example", "chefin@betreiber.example"
FILE = "Kennziffer;Stellenbezeichnung;Beginn\nA-1;Ausbildung Gärtner/in;Sommer\n"
WIDE, NARROW = ViewportSize(width=1280, height=900), ViewportSize(width=360, height=740)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@dataclass(frozen=True)
class Town:
    """The pages on a real server, with an invitation and a doubted run that wait."""

    root: str
    engine: Engine
    invitation: str
    run: int


@pytest.fixture(scope="module")
def town(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Musterstadt, where Petra has an account."""
    path = tmp_path_factory.mktemp("site") / "stellenbund.db"
    shutil.copy(migrated_file, path)
    engine = open_database(f"sqlite:///{path}")
    open_store(engine)
    accepted(engine)
    accepted(engine, None, email=CHIEF)
    settled(engine, harvest(*MANY))
    run = settled(engine, harvest(*FEW))
    invitation = invited(engine, email="otto@musterstadt.example")
    app = create_site(
        Settings(plain_http=True),
        engine=engine,
        clock=lambda: NOW,
        new_id=ids("browser"),
        passwords=CHEAP,
    )
    with served(app) as root:
        yield Town(root, engine, invitation.ticket, run.id)
    engine.dispose()


@contextmanager
def opened(browser: Browser, town: Town, *, scripts: bool = True) -> Iterator[Page]:
    """Open a browser window, and fail if anything leaves this machine or breaks our policy."""
    context: BrowserContext = browser.new_context(
        base_url=town.root, viewport=WIDE, java_script_enabled=scripts
    )
    context.set_default_timeout(PATIENCE)
    asked: list[str] = []
    complaints: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda told: complaints.append(told.text))
    yield page
    context.close()
    assert [each for each in asked if not each.startswith((town.root, "data:"))] == []
    assert [each for each in complaints if "status of 4" not in each] == []


def typed(page: Page, label: str, text: str) -> None:
    """Go on with the tabulator until a field has the focus, and type into it."""
    reached(page, label)
    page.keyboard.type(text)


def reached(page: Page, label: str) -> None:
    """Go on with the tabulator until the focus is on what is called so."""
    for _ in range(80):
        page.keyboard.press("Tab")
        name = page.evaluate(
            "(document.activeElement.labels?.[0] || document.activeElement).innerText.trim()"
        )
        if name == label:
            return
    pytest.fail(f"the tabulator never reaches {label}")


def pressed(page: Page, label: str) -> None:
    """Press a button or follow a link by keyboard, and wait for where it leads."""
    reached(page, label)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def file(folder: Path, *rows: str) -> Path:
    path = folder / "Stellen.csv"
    path.write_text(FILE + "".join(rows), encoding="cp1252")
    return path


def test_from_signing_in_to_taking_back_by_keyboard_alone(
    browser: Browser, town: Town, tmp_path: Path
) -> None:
    with opened(browser, town) as page:
        page.goto(f"{CITY}/hochladen")
        typed(page, "E-Mail-Adresse", EMAIL)
        typed(page, "Passwort", PASSWORD)
        pressed(page, "Anmelden")
        assert page.url.endswith(f"{CITY}/hochladen")
        reached(page, "Ihre Datei")
        with page.expect_file_chooser() as chooser:
            page.keyboard.press("Space")
        chooser.value.set_files(file(tmp_path))
        pressed(page, "Hochladen und ansehen")
        assert page.get_by_text("Noch ist nichts veröffentlicht").is_visible()
        assert page.locator("#zusammenfassung").inner_text().startswith("Aus 1 Zeile wird 1 Stelle")
        pressed(page, "Übernehmen")
        assert page.get_by_text("Sie können es zurücknehmen").is_visible()
        assert Axe().run(page, options=RULES).violations_count == 0
        pressed(page, "Zurücknehmen")
        assert page.get_by_text("Es ist wieder so wie vor dieser Datei").is_visible()
        pressed(page, "Abmelden")
        assert page.get_by_role("heading", name="Anmelden").is_visible()


def test_without_scripts_it_all_works_too(browser: Browser, town: Town, tmp_path: Path) -> None:
    with opened(browser, town, scripts=False) as page:
        page.goto(f"/hr/einladung/{town.invitation}")
        page.get_by_label("Passwort", exact=True).fill(PASSWORD)
        page.get_by_label("Passwort noch einmal").fill(PASSWORD)
        page.get_by_role("button", name="Passwort setzen").click()
        page.get_by_role("navigation", name="Musterstadt").get_by_text("Datei hochladen").click()
        assert not page.get_by_text("hierher ziehen").is_visible()
        page.get_by_label("Ihre Datei").set_input_files(file(tmp_path, "A-2;Koch/Köchin;2027\n"))
        page.get_by_label("Nur Änderungen").check()
        page.get_by_role("button", name="Hochladen und ansehen").click()
        page.get_by_role("button", name="Übernehmen").click()
        assert page.get_by_text("Sie können es zurücknehmen").is_visible()
        page.get_by_role("button", name="Zurücknehmen").click()
        assert page.get_by_text("Es ist wieder so wie vor dieser Datei").is_visible()


def test_a_file_is_dropped_and_what_is_wrong_with_it_is_said_at_once(
    browser: Browser, town: Town
) -> None:
    drop = """([name, size]) => {
        const files = new DataTransfer();
        files.items.add(new File([new Uint8Array(size)], name));
        const dropped = new DragEvent("drop", { dataTransfer: files, cancelable: true });
        document.getElementById("ablage").dispatchEvent(dropped);
    }"""
    with opened(browser, town) as page:
        signed_in(page, f"{CITY}/hochladen")
        send = page.get_by_role("button", name="Hochladen und ansehen")
        page.evaluate(drop, ["groß.csv", 20_000_001])
        send.click()
        page.get_by_role("alert").get_by_text("Diese Datei ist größer als 20 MB").wait_for()
        page.evaluate(drop, ["kaputt.xlsx", 10])
        send.click()
        page.get_by_text("Diese Datei konnten wir nicht lesen").wait_for()
        assert page.url.endswith(f"{CITY}/hochladen")
        assert not page.locator("#fortschritt").is_visible()


def signed_in(page: Page, address: str, email: str = EMAIL) -> None:
    page.goto(address)
    page.get_by_label("E-Mail-Adresse").fill(email)
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Anmelden").click()


def test_every_page_is_open_to_everybody_on_wide_and_on_narrow_screens(
    browser: Browser, town: Town, tmp_path: Path
) -> None:
    axe = Axe()
    with opened(browser, town) as page:
        for address in every_page(page, town, tmp_path):
            page.set_viewport_size(WIDE)
            page.goto(address)
            assert is_within(page), f"{address} is too wide at 1280 px"
            found = axe.run(page, options=RULES)
            assert found.violations_count == 0, f"{address}: {found.generate_report()}"
            page.set_viewport_size(NARROW)
            assert is_within(page), f"{address} is too wide at 360 px"
            assert shows_whole_tables(page), f"{address} hides columns at 360 px"


def every_page(page: Page, town: Town, folder: Path) -> Iterator[str]:
    """Yield the address of each page: those before signing in, then all others."""
    yield from ("/hr/anmelden", "/hr/nirgendwo", "/hr/einladung/falsch")
    signed_in(page, f"{CITY}/hochladen")
    page.get_by_label("Ihre Datei").set_input_files(file(folder, "A-3;Sachbearbeitung;2027\n"))
    page.get_by_role("button", name="Hochladen und ansehen").click()
    page.get_by_role("button", name="Übernehmen").wait_for()
    yield page.url
    yield from (CITY, "/hr/konto")
    for name in ("stellen", "fragen", "hochladen", "verlauf", "dateien", "zugaenge", "protokoll"):
        yield f"{CITY}/{name}"
    yield f"{CITY}/fragen/lauf/{town.run}"
    page.goto(f"{CITY}/stellen")
    opening = re.search(rf"{CITY}/stellen/\w{{10}}", page.content())
    assert opening is not None
    yield opening[0]
    for key in ("kind", "description", "start"):
        yield f"{opening[0]}/{key}"
    page.get_by_role("button", name="Abmelden").click()
    signed_in(page, "/hr/staedte", CHIEF)
    yield "/hr/staedte"


def shows_whole_tables(page: Page) -> bool:
    """Say whether no table has to be scrolled to the side to be read."""
    too_wide = "tables => tables.filter(each => each.scrollWidth > each.clientWidth).length"
    found: int = page.locator(".kern-table-responsive").evaluate_all(too_wide)
    return found == 0


def is_within(page: Page) -> bool:
    """Say whether nothing of a page lies beside the screen."""
    width: int = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return width <= 0
