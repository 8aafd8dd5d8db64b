"""cities, runs and show: looking at what is stored."""

import json
from pathlib import Path

import pytest

from stellenbund.commands.surroundings import looking, now
from tests.cli.calling import Shell
from tests.reading import openings_in


@pytest.fixture
def opening_id(federation_on_both: Path, stellenbund: Shell) -> str:
    assert stellenbund("scrape", "--saved").code == 0
    assert federation_on_both.exists()
    with looking() as session:
        found = openings_in(session, now=now())
    return next(each.id for each in found if "Verwaltungsfachangestellte" in each.title)


@pytest.mark.usefixtures("opening_id")
def test_cities_are_listed_with_their_openings(stellenbund: Shell) -> None:
    (city,) = json.loads(stellenbund("cities", "--json").out)
    assert (city["slug"], city["ags"], city["openings"]) == ("musterstadt", "05999000", 3)
    assert "Musterstadt" in stellenbund("cities").out


@pytest.mark.usefixtures("opening_id")
def test_runs_are_listed_and_one_is_shown_with_its_findings(stellenbund: Shell) -> None:
    (run,) = json.loads(stellenbund("runs", "--json").out)
    assert (run["city"], run["outcome"], run["new"]) == ("musterstadt", "applied", 3)
    (one,) = json.loads(stellenbund("runs", "--number", str(run["id"]), "--json").out)
    assert one["id"] == run["id"]
    assert " saved " in stellenbund("runs", "musterstadt").out


@pytest.mark.usefixtures("opening_id")
def test_it_can_be_asked_whether_a_run_ended_lately(stellenbund: Shell) -> None:
    assert stellenbund("runs", "--within", "1").code == 0
    late = stellenbund("runs", "--within", "0")
    assert late.code == 1
    assert late.err == "No run ended within the last 0 hours.\n"


@pytest.mark.usefixtures("opening_id")
def test_the_runs_of_an_unknown_city_are_wrong_use(stellenbund: Shell) -> None:
    answer = stellenbund("runs", "musterstad")
    assert answer.code == 2
    assert answer.err == "No city is called musterstad; did you mean musterstadt?\n"


@pytest.mark.usefixtures("federation")
def test_without_any_run_none_ended_lately(stellenbund: Shell) -> None:
    assert stellenbund("runs", "--within", "24").code == 1


def test_an_opening_is_shown_with_origins_and_history(opening_id: str, stellenbund: Shell) -> None:
    document = json.loads(stellenbund("show", opening_id, "--json").out)
    assert document["opening"]["title"] == "Verwaltungsfachangestellte/r"
    assert document["opening"]["sample"] is True
    assert document["opening"]["origins"]["title"]["source"] == "site"
    assert [step["status"] for step in document["history"]] == ["published"]
    shown = stellenbund("show", opening_id).out
    assert "2027-08-01" in shown
    assert "History" in shown
    assert "not_stated" not in shown


@pytest.mark.usefixtures("federation")
def test_an_opening_that_never_was_is_one_sentence(stellenbund: Shell) -> None:
    answer = stellenbund("show", "aaaaaaaaaa")
    assert answer.code == 1
    assert answer.err == "There is no opening aaaaaaaaaa.\n"
