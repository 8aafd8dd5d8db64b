"""probe: a career site looked at, and the lines to declare it."""

import json
from pathlib import Path
from typing import Any

import pytest

from stellenbund.scraping.courier import Courier
from stellenbund.scraping.registry import load_scrapers
from tests.cli.calling import Shell
from tests.cli.federation import PACKAGE, URL, declare, keep_page
from tests.scraping.readers.pairs import FIXTURES

CARDS = "https://karriere.musterstadt.example/angebote"


def document(shell: Shell, *words: str) -> dict[str, Any]:
    answer = shell("probe", *words, "--json")
    assert answer.code == 0, answer.err
    return dict(json.loads(answer.out))


@pytest.mark.usefixtures("federation")
def test_people_see_the_hosts_wishes_the_clues_the_fields_and_the_lines(stellenbund: Shell) -> None:
    answer = stellenbund("probe", CARDS, "--saved", str(FIXTURES / "html_cards"))
    assert answer.code == 0, answer.err
    shown = " ".join(answer.out.split())
    for part in (
        "https://karriere.musterstadt.example none",
        "html_cards likely 2 cards",
        "html_cards: 4 openings read, 1 of them training places, 1 unreadable.",
        "The source counts 5.",
        "deadline_on 67%",
        "Never stated:",
        "from stellenbund.scraping.readers.html_cards import html_cards",
        'deadline=labelled("Bewerbungsfrist"),',
    ):
        assert part in shown, part
    assert "SCRAPER" not in answer.out


def test_the_file_of_a_new_city_can_be_used_as_it_is_printed(
    empty_federation: Path, stellenbund: Shell
) -> None:
    declare(empty_federation, "musterstadt", "")
    (empty_federation / PACKAGE / "musterstadt.py").unlink()
    folder = keep_page(empty_federation, "neuss")
    found = document(stellenbund, URL, "--city", "neuss", "--saved", str(folder))
    assert found["reader"] == "html_cards"
    declare(empty_federation, "neuss", found["declaration"])
    scraper = load_scrapers(PACKAGE)["neuss"]
    assert scraper.city.name == "Neuss"
    assert [site.reader_name for site in scraper.sources] == ["html_cards", "jobsuche"]
    assert stellenbund("approve", "neuss").code == 0
    approved = json.loads((folder / "openings.json").read_text(encoding="utf-8"))
    assert len(approved["openings"]) == found["training_places"] == 3


@pytest.mark.usefixtures("federation")
def test_a_city_that_has_a_file_gets_the_lines_alone(stellenbund: Shell) -> None:
    saved = str(FIXTURES / "karriere_nrw")
    found = document(
        stellenbund, "https://karriere.nrw/", "--city", "musterstadt", "--saved", saved
    )
    assert found["declaration"] == (
        "from stellenbund.scraping.readers.karriere_nrw import karriere_nrw\n\n"
        '        karriere_nrw(authority="Stadt Musterstadt"),\n'
    )
    assert (found["openings"], found["stated_total"]) == (3, 13)
    assert found["completeness"]["title"] == 1


@pytest.mark.usefixtures("federation")
def test_the_name_on_shared_portals_can_be_told(stellenbund: Shell) -> None:
    saved = ("--saved", str(FIXTURES / "karriere_nrw"))
    found = document(stellenbund, "https://karriere.nrw/", "--employer", "Stadt Beispiel", *saved)
    assert 'authority="Stadt Beispiel"' in found["declaration"]
    assert found["openings"] == 0


@pytest.mark.usefixtures("federation")
def test_what_is_missing_for_a_declaration_is_said(stellenbund: Shell) -> None:
    url = "https://jobs.b-ite.com/jobposting/1"
    answer = stellenbund("probe", url, "--saved", str(FIXTURES / "bite"))
    assert answer.code == 0
    assert "bite reads this site, but its declaration needs more than was found" in answer.out
    assert f"Not had: {url}" in answer.out


@pytest.mark.usefixtures("federation")
def test_a_site_that_no_reader_fits_is_said_with_what_to_try(stellenbund: Shell) -> None:
    url = "https://www.musterstadt.example/"
    answer = stellenbund("probe", url, "--saved", str(FIXTURES / "bite"))
    assert answer.code == 1
    assert answer.err.startswith(f"Nothing on {url} speaks for any reader.")
    assert "stellenbund save" in answer.err


@pytest.mark.usefixtures("federation")
@pytest.mark.parametrize(
    ("robots", "code", "told"),
    [
        ("User-agent: *\nCrawl-delay: 7\n", 0, "allowed 7"),
        ("User-agent: *\nDisallow: /\n", 1, f"robots.txt erlaubt den Abruf nicht: {URL}"),
    ],
)
def test_robots_txt_is_shown_and_obeyed(
    stellenbund: Shell, tmp_path: Path, robots: str, code: int, told: str
) -> None:
    folder = keep_page(tmp_path, "anderswo")
    (folder / "robots.txt").write_text(robots, encoding="utf-8")
    listing = json.loads((folder / "pages.json").read_text(encoding="utf-8"))
    url = "https://karriere.musterstadt.example/robots.txt"
    listing["pages"].append({"url": url, "file": "robots.txt", "content_type": "text/plain"})
    (folder / "pages.json").write_text(json.dumps(listing), encoding="utf-8")
    answer = stellenbund("probe", URL, "--saved", str(folder))
    assert answer.code == code, answer.err
    assert told in " ".join(answer.out.split())


@pytest.mark.usefixtures("federation")
def test_a_city_that_is_no_slug_is_refused_before_anything_is_fetched(
    stellenbund: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Courier, "follow", refuse)
    assert stellenbund("probe", URL, "--city", "Neuss am Rhein").code == 2
