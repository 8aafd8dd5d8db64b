"""Doubting a diff that looks like a broken source."""

from typing import Any

import pytest

from stellenbund.domain.diff import compare
from stellenbund.domain.plausibility import doubt
from stellenbund.domain.run import Outcome
from tests.builders import harvest, notice


def _doubt(held: int, seen: int, *, past: tuple[int, ...] = ()) -> str | None:
    stored = {str(number): notice(str(number)) for number in range(held)}
    found = harvest(*(notice(str(number)) for number in range(seen)))
    return doubt(compare(stored, found), found, good_yields=past)


@pytest.mark.parametrize(
    ("held", "seen", "is_doubted"),
    [
        (0, 0, False),
        (0, 12, False),
        (12, 12, False),
        (12, 9, False),
        (12, 8, True),
        (12, 0, True),
        (20, 14, False),
        (20, 13, True),
        (100, 70, False),
        (100, 69, True),
        (4, 2, False),
        (4, 1, True),
        (2, 1, False),
        (1, 0, True),
    ],
)
def test_a_large_removal_waits_for_a_person(held: int, seen: int, *, is_doubted: bool) -> None:
    assert (_doubt(held, seen) is not None) is is_doubted


def test_the_reason_says_how_many_are_missing() -> None:
    assert "12 von 12 Ausschreibungen" in (_doubt(12, 0) or "")


@pytest.mark.parametrize(
    ("past", "is_doubted"),
    [
        ((), False),
        ((50, 50), False),
        ((50, 50, 50), True),
        ((14, 14, 50, 50, 14, 90, 90, 90), False),
        ((13, 13, 13), False),
    ],
)
def test_a_yield_far_below_the_usual_is_doubted(past: tuple[int, ...], *, is_doubted: bool) -> None:
    assert (_doubt(10, 10, past=past) is not None) is is_doubted


@pytest.mark.parametrize(("poorer", "is_doubted"), [(0, False), (3, False), (4, True), (9, True)])
def test_pages_that_fall_silent_all_at_once_are_doubted(poorer: int, *, is_doubted: bool) -> None:
    names = [str(number) for number in range(9)]
    rich: dict[str, Any] = {
        "weekly_hours": 39,
        "positions": 2,
        "duration_months": 36,
        "org_unit": "Bürgeramt",
        "description_text": "Du arbeitest im Bürgerbüro.",
    }
    stored = {name: notice(name, **rich) for name in names}
    found = harvest(
        *(notice(name, **rich) for name in names[poorer:]), *map(notice, names[:poorer])
    )
    reason = doubt(compare(stored, found), found, good_yields=(9, 9, 9))
    assert (reason is not None) is is_doubted
    if reason:
        assert f"{poorer} von 9 Ausschreibungen" in reason


@pytest.mark.parametrize(
    "lost",
    [
        {"description_text": None},
        {"start_kind": "unknown", "starts_on": None, "training_year": None},
    ],
)
def test_openings_that_all_stop_to_say_what_or_when_are_doubted(lost: dict[str, Any]) -> None:
    told: dict[str, Any] = {"description_text": "Du arbeitest im Bürgerbüro."}
    stored = {str(number): notice(str(number), **told) for number in range(9)}
    found = harvest(*(notice(name, **(told | lost)) for name in stored))
    assert doubt(compare(stored, found), found, good_yields=()) is not None


def test_a_field_that_is_no_longer_stated_anywhere_is_news() -> None:
    stored = {str(number): notice(str(number), positions=2) for number in range(9)}
    found = harvest(*map(notice, stored))
    assert doubt(compare(stored, found), found, good_yields=()) is None


def test_an_incomplete_harvest_needs_no_doubt_because_nothing_vanishes() -> None:
    found = harvest(trouble=Outcome.TRUNCATED)
    diff = compare({str(number): notice(str(number)) for number in range(9)}, found)
    assert doubt(diff, found, good_yields=(9, 9, 9)) is None
