"""Doubting that the dates of many openings jump at once."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from stellenbund.domain.diff import compare
from stellenbund.domain.plausibility_parts.shifts import doubt_shifts
from tests.builders import harvest, notice

TODAY = date(2026, 11, 24)


def doubts(
    before: dict[str, Any], after: dict[str, Any], *, jumping: int = 4, of: int = 4
) -> Sequence[str]:
    """Change *jumping* of so many openings from *before* to *after*."""
    names = [str(number) for number in range(of)]
    stored = {name: notice(name, **before) for name in names}
    found = harvest(*(notice(name, **(after if int(name) < jumping else before)) for name in names))
    return list(doubt_shifts(compare(stored, found), found, TODAY))


def start(day: str) -> dict[str, Any]:
    return {"starts_on": day, "training_year": int(day[:4])}


def year(number: int) -> dict[str, Any]:
    return {"start_kind": "year", "starts_on": None, "training_year": number}


NO_START: dict[str, Any] = {"start_kind": "unknown", "starts_on": None, "training_year": None}


def deadline(day: str) -> dict[str, Any]:
    return {"deadline_kind": "fixed", "deadline_on": day}


@pytest.mark.parametrize(
    ("before", "after", "is_doubted"),
    [
        (start("2027-09-01"), start("2025-09-01"), True),
        (start("2027-09-01"), start("2028-09-01"), True),
        (start("2027-09-01"), start("2027-08-01"), False),
        (start("2027-09-01"), start("2028-06-26"), False),
        (start("2027-09-01"), start("2028-06-27"), True),
        (start("2028-06-27"), start("2027-09-01"), True),
        (start("2026-11-24"), start("2026-11-23"), True),
        (start("2026-11-24"), start("2026-11-25"), False),
        (start("2026-11-23"), start("2026-11-22"), False),
        (start("2027-01-01"), start("2026-11-24"), False),
        (start("2026-09-01"), start("2027-09-01"), False),
        (start("2027-03-23"), start("2028-03-23"), False),
        (start("2027-03-24"), start("2028-03-24"), True),
        (start("2026-09-01"), start("2025-09-01"), True),
        (year(2027), year(2026), True),
        (year(2027), start("2027-08-01"), False),
        (year(2027), start("2026-08-01"), True),
        (year(2026), year(2027), False),
        (start("2027-09-01"), NO_START, False),
        (NO_START, start("2025-09-01"), False),
    ],
)
def test_starts_that_jump_by_a_season_are_doubted_unless_their_own_is_nearly_over(
    before: dict[str, Any], after: dict[str, Any], *, is_doubted: bool
) -> None:
    assert bool(doubts(before, after)) is is_doubted


@pytest.mark.parametrize(
    ("before", "after", "is_doubted"),
    [
        (deadline("2027-01-31"), deadline("2026-01-31"), True),
        (deadline("2027-01-31"), deadline("2026-11-23"), True),
        (deadline("2027-01-31"), deadline("2026-11-24"), False),
        (deadline("2027-01-31"), deadline("2027-04-30"), False),
        (deadline("2027-01-31"), deadline("2028-01-31"), True),
        (deadline("2026-11-24"), deadline("2027-11-24"), True),
        (deadline("2026-11-23"), deadline("2027-11-23"), False),
        (deadline("2026-10-31"), deadline("2027-10-31"), False),
        (deadline("2027-01-31"), {}, False),
        ({}, deadline("2025-01-31"), False),
    ],
)
def test_deadlines_that_jump_are_doubted_unless_they_were_over(
    before: dict[str, Any], after: dict[str, Any], *, is_doubted: bool
) -> None:
    assert bool(doubts(before, after)) is is_doubted


@pytest.mark.parametrize(
    ("jumping", "of", "is_doubted"),
    [(3, 3, False), (4, 4, True), (4, 13, True), (30, 100, False), (31, 100, True)],
)
def test_a_few_openings_may_change_their_year(jumping: int, of: int, *, is_doubted: bool) -> None:
    told = doubts(start("2027-09-01"), start("2025-09-01"), jumping=jumping, of=of)
    assert bool(told) is is_doubted


def test_openings_that_appear_or_vanish_jump_nowhere() -> None:
    stored = {name: notice(name, **start("2027-09-01")) for name in "abcdexyz"}
    found = harvest(*(notice(name, **start("2025-09-01")) for name in "uvwxyz"))
    assert list(doubt_shifts(compare(stored, found), found, TODAY)) == []
    found = harvest(*(notice(name, **start("2025-09-01")) for name in "tuvwexyz"))
    (told,) = doubt_shifts(compare(stored, found), found, TODAY)
    assert told.startswith("Bei 4 von 8")


def test_the_example_is_the_first_that_jumps() -> None:
    years = dict(zip("abcd", (2025, 2024, 2023, 2022), strict=True))
    stored = {name: notice(name, **start("2027-09-01")) for name in years}
    found = harvest(*(notice(name, **start(f"{told}-09-01")) for name, told in years.items()))
    (told,) = doubt_shifts(compare(stored, found), found, TODAY)
    assert "auf den 01.09.2025" in told


def test_the_sentence_names_field_numbers_example_and_what_to_do() -> None:
    told = doubts(
        start("2027-09-01") | deadline("2027-01-31"),
        start("2025-09-01") | deadline("2025-01-31"),
        jumping=4,
        of=5,
    )
    said = (
        "Bei 4 von 5 Ausschreibungen springt {} auf einmal um ein Jahr oder in die Vergangenheit, "
        "zum Beispiel vom {} auf den {}. Bitte prüfen, ob die Quelle die Jahre der richtigen "
        "Saison zeigt."
    )
    assert told == [
        said.format("die Bewerbungsfrist", "31.01.2027", "31.01.2025"),
        said.format("der Beginn", "01.09.2027", "01.09.2025"),
    ]
