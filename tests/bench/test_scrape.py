"""Scrape bench: it measures every reader, and its tables say which goals are missed."""

import json
from dataclasses import replace

import pytest

from bench.bare_parse import Peer, bare_parse, peer_of
from bench.fetching import BARE, FETCHED, WHOLE, Trial, measure
from bench.reading import Cost, cost
from bench.scrape import Measured, as_json, is_good, wanted
from bench.scrape_tables import costs_table, is_fast, is_flat, memory_table, trials_table
from bench.sources import cases
from stellenbund.scraping.page import Page
from stellenbund.scraping.registry import READERS

COST = Cost("html_cards", "musterstadt", Peer.TREE, 3, 80.0, 28, 5.0, 4.0, 10.0)
PAGE = Page(url="https://www.musterstadt.example/", text="<h1>Ausbildung</h1>")
JSON_LD = '<script type="application/ld+json">{"@type": "JobPosting"}</script>'


def trial(contestant: str, *, seconds: float, pages: int = 20, peak_mib: float = 100) -> Trial:
    return Trial(contestant, 2, pages * 2, seconds, cpu_seconds=seconds / 2, peak_mib=peak_mib)


def test_every_reader_is_measured() -> None:
    assert {case.site.reader_name for case in cases()} >= set(READERS)


def test_named_readers_and_sources_are_measured_alone() -> None:
    assert {case.site.reader_name for case in wanted(["rexx"])} == {"rexx"}
    assert {case.name for case in wanted(["bochum"])} == {"bochum"}
    with pytest.raises(SystemExit, match="no such reader or source: sparrow"):
        wanted(["sparrow"])


def test_what_is_measured_is_what_was_read() -> None:
    (case,) = wanted(["service_bund"])
    found = cost(case, seconds=0)
    assert found.openings > 0
    assert found.peer is Peer.TREE
    assert min(found.reading, found.normalising, found.parsing) > 0


@pytest.mark.parametrize(
    ("page", "peer"),
    [
        (PAGE, Peer.TREE),
        (replace(PAGE, text=JSON_LD), Peer.JSON_LD),
        (replace(PAGE, text='{"text": "<p>Koch</p>"}'), Peer.JSON),
        (replace(PAGE, text="", body=b"%PDF-"), Peer.PDF),
    ],
)
def test_pages_are_held_against_a_parse_of_their_own_sort(page: Page, peer: Peer) -> None:
    assert peer_of([page]) is peer
    bare_parse([page])


def test_a_ratio_over_its_goal_is_marked_unless_the_pages_are_too_small_to_say_anything() -> None:
    assert COST.is_good
    slow = COST._replace(reading=12.0)
    assert (slow.ratio, slow.is_good) == (1.6, False)
    assert slow._replace(kb=2.0).is_good
    assert slow._replace(peer=Peer.JSON).goal is None
    assert not COST._replace(peer=Peer.JSON_LD).is_good
    marked = [line for line in costs_table([COST, slow]).splitlines() if "misses" in line]
    assert len(marked) == 1
    assert "1.60" in marked[0]


def test_our_door_is_held_against_bare_httpx() -> None:
    trials = [
        trial(BARE, seconds=1),
        trial(FETCHED, seconds=1.25),
        trial(WHOLE, seconds=4),
    ]
    assert is_fast(trials)
    assert "misses" not in trials_table(trials)
    slow = [trials[0], trial(FETCHED, seconds=1.5), trials[2]]
    assert not is_fast(slow)
    assert trials_table(slow).count("misses") == 1


def test_memory_may_grow_by_a_quarter_when_pages_do_fivefold() -> None:
    few, many = trial(WHOLE, seconds=1), trial(WHOLE, seconds=5, pages=100, peak_mib=125)
    assert is_flat([few, many])
    grown = [few, many._replace(peak_mib=130)]
    assert not is_flat(grown)
    assert "misses" in memory_table(grown)


def test_what_was_not_measured_misses_nothing_and_shows_nothing() -> None:
    assert is_good(Measured())
    assert (costs_table([]), trials_table([]), memory_table([])) == ("", "", "")


def test_programs_get_all_figures() -> None:
    told = json.loads(as_json(Measured([COST], [trial(BARE, seconds=1)])))
    assert told["costs"][0]["ratio"] == pytest.approx(0.9)
    assert told["trials"][0]["contestant"] == BARE


@pytest.mark.parametrize("contestant", [BARE, FETCHED, WHOLE])
def test_every_contestant_brings_all_pages_home(contestant: str) -> None:
    found = measure(contestant, sources=2, pages=3)
    assert found.pages == 6
    assert found.peak_mib > 0
