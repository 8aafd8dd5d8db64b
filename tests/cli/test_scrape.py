"""scrape: from saved pages, from the live web, and what the exit code says."""

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from stellenbund.commands import scrape
from stellenbund.commands.pages import FetchFor
from stellenbund.commands.surroundings import looking, now
from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Page, Request
from stellenbund.settings import Settings
from tests.cli.calling import Shell
from tests.cli.federation import URL
from tests.reading import openings_in

REASON = "Der Name ist nicht zu finden."


@contextmanager
def without_network(_: Settings) -> Iterator[FetchFor]:
    def refuse(_: Request) -> Page:
        raise FetchError(Outcome.FAILED, REASON)

    yield lambda _scraper, _site, _memory: refuse


def openings() -> list[dict[str, object]]:
    """Return everything that is stored of openings but when they were last seen."""
    with looking() as session:
        found = openings_in(session, now=now())
    return [opening.model_dump(exclude={"last_seen_at"}) for opening in found]


@pytest.mark.usefixtures("federation_on_both")
def test_saved_pages_become_openings_and_a_second_time_nothing_is_new(stellenbund: Shell) -> None:
    first = json.loads(stellenbund("scrape", "--saved", "--json").out)
    before = openings()
    second = json.loads(stellenbund("scrape", "--saved", "--json").out)
    assert [(run["outcome"], run["new"]) for run in first["runs"]] == [("applied", 3)]
    assert [(run["outcome"], run["new"], run["unchanged"]) for run in second["runs"]] == [
        ("unchanged", 0, 3)
    ]
    assert openings() == before
    assert len(before) == 3


@pytest.mark.usefixtures("federation_on_both")
def test_the_screen_says_that_all_of_it_is_a_sample(stellenbund: Shell) -> None:
    answer = stellenbund("scrape", "--saved")
    assert answer.code == 0
    assert "saved sample pages" in answer.out
    assert "saved sample pages" in answer.err
    assert "musterstadt · site: applied, 3 found" in answer.err


@pytest.mark.usefixtures("federation_on_both")
def test_without_a_network_each_run_fails_with_its_reason_and_nothing_changes(
    stellenbund: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    stellenbund("scrape", "--saved")
    before = openings()
    monkeypatch.setattr(scrape, "live_pages", without_network)
    answer = stellenbund("scrape", "musterstadt")
    assert answer.code == 1
    assert REASON in answer.out
    assert "sample" not in answer.out
    assert openings() == before
    (last, *_) = json.loads(stellenbund("runs", "musterstadt", "--json").out)
    assert (last["outcome"], last["sample"]) == ("failed", False)
    assert REASON in last["reason"]


def test_a_city_without_saved_pages_is_a_failed_run(
    federation_on_both: Path, stellenbund: Shell
) -> None:
    (federation_on_both / "saved" / "musterstadt" / "pages.json").unlink()
    answer = stellenbund("scrape", "--saved")
    assert answer.code == 1
    assert "hat keine gespeicherten Seiten" in answer.out


@pytest.mark.usefixtures("federation_on_both")
def test_an_unknown_city_is_wrong_use_and_the_near_one_is_named(stellenbund: Shell) -> None:
    answer = stellenbund("scrape", "mustrstadt", "--saved")
    assert answer.code == 2
    assert answer.err == "No city is called mustrstadt; did you mean musterstadt?\n"
    assert openings() == []


@pytest.mark.usefixtures("federation_on_both")
def test_ctrl_c_leaves_with_a_sentence_and_what_was_stored_before(
    stellenbund: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: Sequence[object], *__: object, **___: object) -> None:
        raise KeyboardInterrupt

    stellenbund("scrape", "--saved")
    before = openings()
    monkeypatch.setattr(scrape, "go_round", interrupted)
    answer = stellenbund("scrape", "--saved")
    assert answer.code == 130
    assert "Stopped" in answer.err
    assert openings() == before


@pytest.mark.usefixtures("federation")
def test_a_city_that_is_named_twice_is_read_once(stellenbund: Shell) -> None:
    answer = stellenbund("scrape", "musterstadt", "musterstadt", "--saved", "--json")
    assert [run["source"] for run in json.loads(answer.out)["runs"]] == ["site"]


@pytest.mark.usefixtures("federation_on_both")
def test_on_a_schedule_it_goes_round_again_and_again(
    stellenbund: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(time, "sleep", sleep)
    answer = stellenbund("scrape", "--saved", "--every", "6")
    assert answer.code == 130
    assert pauses == [21_600, 21_600]
    assert answer.out.count("1 source ") == 2
    assert len(openings()) == 3


def test_a_page_that_broke_changes_nothing(federation_on_both: Path, stellenbund: Shell) -> None:
    stellenbund("scrape", "--saved")
    before = openings()
    page = federation_on_both / "saved" / "musterstadt" / "pages" / "ausbildung.html"
    page.write_text("<html><body><h1>Wartungsarbeiten</h1></body></html>")
    answer = stellenbund("scrape", "--saved", "--json")
    (run,) = json.loads(answer.out)["runs"]
    assert answer.code == 1
    assert run["outcome"] not in {"applied", "unchanged"}
    assert URL in run["reason"]
    assert openings() == before
