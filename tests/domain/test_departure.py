"""Why a notice is no longer there."""

import pytest

from stellenbund.domain.departure import Departure, departures
from stellenbund.domain.diff import compare
from tests.builders import harvest, notice

PAGE = "https://musterstadt.example/ausbildung/17"


def test_what_vanishes_is_sorted_by_what_speaks_for_it() -> None:
    stored = {
        name: notice(name, source_url=f"https://musterstadt.example/{name}") for name in "abcd"
    }
    found = harvest(
        stored["d"],
        left_out=frozenset("a"),
        gone=frozenset({"https://musterstadt.example/b", "https://musterstadt.example/d"}),
    )
    assert departures(compare(stored, found), found) == {
        Departure.CLOSED: {"a"},
        Departure.GONE: {"b"},
        Departure.MISSING: {"c"},
    }


def test_a_page_that_the_checks_of_links_found_dead_speaks_for_itself() -> None:
    found = harvest(notice("18", source_url=f"{PAGE}8"))
    diff = compare({"17": notice("17", source_url=PAGE)}, found)
    assert departures(diff, found, dead=[f"{PAGE}#top"])[Departure.GONE] == {"17"}


@pytest.mark.parametrize("said", ["dead", "gone"])
def test_an_address_that_is_shown_for_another_opening_says_nothing(said: str) -> None:
    found = harvest(notice("18", source_url=PAGE), gone=frozenset({PAGE} if said == "gone" else ()))
    diff = compare({"17": notice("17", source_url=PAGE)}, found)
    dead = [PAGE] if said == "dead" else []
    assert departures(diff, found, dead=dead)[Departure.MISSING] == {"17"}


@pytest.mark.parametrize(
    "gone",
    [PAGE, f"{PAGE}?utm_source=x", f"{PAGE}#top", "https://MUSTERSTADT.example:443/ausbildung/17"],
)
@pytest.mark.parametrize(
    ("reference", "url"), [("17", PAGE), (PAGE, None), ("17", f"{PAGE}#unten")]
)
def test_a_page_that_is_gone_is_known_by_its_address(
    gone: str, reference: str, url: str | None
) -> None:
    found = harvest(gone=frozenset({gone}))
    diff = compare({reference: notice(reference, source_url=url)}, found)
    assert departures(diff, found)[Departure.GONE] == {reference}


def test_another_page_that_is_gone_proves_nothing() -> None:
    found = harvest(gone=frozenset({f"{PAGE}8"}))
    diff = compare({"17": notice("17", source_url=PAGE), "18": notice("18")}, found)
    assert departures(diff, found)[Departure.MISSING] == {"17", "18"}


def test_only_absence_needs_patience() -> None:
    assert [each for each in Departure if not each.is_certain] == [Departure.MISSING]
