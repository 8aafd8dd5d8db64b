"""approve: what the saved pages give, written down for a person to read and a test to hold."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import Shell


def approved(folder: Path) -> dict[str, Any]:
    text = (folder / "saved" / "musterstadt" / "openings.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def test_the_first_time_the_openings_are_shown_and_written(
    federation: Path, stellenbund: Shell
) -> None:
    answer = stellenbund("approve", "musterstadt", "--today", "2026-11-24")
    assert answer.code == 0
    assert "Verwaltungsfachangestellte/r" in answer.out
    assert "site: 3 notices" in answer.err
    document = approved(federation)
    assert document["as_of"] == "2026-11-24"
    assert [opening["kind"] for opening in document["openings"]] == [
        "dual_apprenticeship",
        "dual_study",
        "dual_apprenticeship",
    ]


def test_a_second_time_nothing_differs(federation: Path, stellenbund: Shell) -> None:
    stellenbund("approve", "musterstadt", "--today", "2026-11-24")
    before = approved(federation)
    answer = stellenbund("approve", "musterstadt")
    assert "Nothing differs" in answer.out
    assert approved(federation) == before


def test_what_differs_is_shown_before_it_is_written(federation: Path, stellenbund: Shell) -> None:
    stellenbund("approve", "musterstadt", "--today", "2026-11-24")
    page = federation / "saved" / "musterstadt" / "pages" / "ausbildung.html"
    page.write_text(page.read_text("utf-8").replace("31.01.2027", "28.02.2027"), "utf-8")
    answer = stellenbund("approve", "musterstadt")
    lines = answer.out.splitlines()
    assert any(line.startswith("-") and '"2027-01-31"' in line for line in lines)
    assert any(line.startswith("+") and '"2027-02-28"' in line for line in lines)
    deadlines = {opening.get("deadline_on") for opening in approved(federation)["openings"]}
    assert "2027-02-28" in deadlines


def test_a_city_without_a_source_has_nothing_to_approve(
    federation: Path, stellenbund: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STELLENBUND_SCRAPERS", "scrapers")
    answer = stellenbund("approve", "herne")
    assert answer.code == 2
    assert answer.err == "Herne declares no source that could be read.\n"
    assert not (federation / "saved" / "herne").exists()


@pytest.mark.usefixtures("federation")
def test_an_unknown_city_is_wrong_use(stellenbund: Shell) -> None:
    assert stellenbund("approve", "nirgendwo").code == 2
