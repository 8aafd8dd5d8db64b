"""Doubting a harvest that looks like a broken source."""

from datetime import date
from typing import Any

import pytest

from stellenbund.domain.diff import compare
from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.plausibility import doubt
from stellenbund.domain.run import Outcome
from tests.builders import harvest, notice
from tests.domain.pasts import good_run

TODAY = date(2026, 11, 24)
USUAL = tuple(good_run(9) for _ in range(3))


def _doubt(held: int, seen: int, *, past: tuple[int, ...] = ()) -> str | None:
    stored = {str(number): notice(str(number)) for number in range(held)}
    found = harvest(*(notice(str(number)) for number in range(seen)))
    return doubt(compare(stored, found), found, past=[*map(good_run, past)], today=TODAY)


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


def test_the_reason_says_what_is_missing_and_what_to_do() -> None:
    assert _doubt(12, 0) == (
        "12 von 12 Ausschreibungen dieser Quelle fehlen auf einmal. "
        "Bitte prüfen, ob sie wirklich weg sind. "
        "Bis dahin bleibt alles, wie es ist."
    )


@pytest.mark.parametrize(
    ("past", "is_doubted"),
    [
        ((), False),
        ((50, 50), False),
        ((50, 50, 50), True),
        ((14, 14, 50, 50, 14, 90, 90, 90), False),
        ((13, 13, 13), False),
        ((14, 14, 14), False),
        ((15, 15, 15), True),
    ],
)
def test_a_yield_far_below_the_usual_is_doubted(past: tuple[int, ...], *, is_doubted: bool) -> None:
    assert (_doubt(10, 10, past=past) is not None) is is_doubted


def test_a_small_yield_names_the_usual_one() -> None:
    assert _doubt(10, 10, past=(50, 51, 51, 50)) == (
        "Nur 10 Ausschreibungen gelesen, üblich sind 50.5. "
        "Bitte die Seite der Quelle ansehen. "
        "Bis dahin bleibt alles, wie es ist."
    )


def test_how_much_an_excerpt_shows_is_no_measure() -> None:
    stored = {each: notice(each) for each in "abcdefghi"}
    for is_excerpt in (False, True):
        found = harvest(notice("a"), is_excerpt=is_excerpt)
        reason = doubt(compare(stored, found), found, past=USUAL, today=TODAY)
        assert (reason is None) is is_excerpt


def test_what_is_there_but_unreadable_counts_for_the_yield() -> None:
    past = [good_run(20, unreadable=4, left_out=6) for _ in range(3)]
    for unreadable, is_doubted in (({"x", "y"}, False), ({"x"}, True)):
        found = harvest(*map(notice, "abcde"), unreadable=frozenset(unreadable))
        stored = {each.reference: each for each in found.notices}
        reason = doubt(compare(stored, found), found, past=past, today=TODAY)
        assert (reason is not None) is is_doubted


RICH: dict[str, Any] = {
    "weekly_hours": 39,
    "positions": 2,
    "duration_months": 36,
    "org_unit": "Bürgeramt",
    "description_text": "Du arbeitest im Bürgerbüro.",
}


@pytest.mark.parametrize(("poorer", "is_doubted"), [(0, False), (3, False), (4, True), (9, True)])
def test_pages_that_fall_silent_all_at_once_are_doubted(poorer: int, *, is_doubted: bool) -> None:
    names = [str(number) for number in range(9)]
    stored = {name: notice(name, **RICH) for name in names}
    found = harvest(
        *(notice(name, **RICH) for name in names[poorer:]), *map(notice, names[:poorer])
    )
    reason = doubt(compare(stored, found), found, past=USUAL, today=TODAY)
    assert (reason is not None) is is_doubted
    if reason:
        assert reason == (
            f"{poorer} von 9 Ausschreibungen dieser Quelle sagen auf einmal viel weniger als "
            "bisher. Vermutlich sind ihre Seiten anders aufgebaut; bitte die Seiten ansehen. "
            "Bis dahin bleibt alles, wie es ist."
        )


@pytest.mark.parametrize(("held", "silent", "is_doubted"), [(20, 6, False), (20, 7, True)])
def test_of_many_openings_more_may_fall_silent(held: int, silent: int, *, is_doubted: bool) -> None:
    stored = {str(number): notice(str(number), **RICH) for number in range(held)}
    found = harvest(*[*map(notice, list(stored)[:silent]), *list(stored.values())[silent:]])
    reason = doubt(compare(stored, found), found, past=(), today=TODAY)
    assert (reason is not None) is is_doubted


@pytest.mark.parametrize(
    ("names", "is_doubted"),
    [
        (("weekly_hours", "positions", "duration_months"), False),
        (("weekly_hours", "positions", "duration_months", "org_unit"), True),
    ],
)
def test_a_notice_is_silent_when_it_loses_more_than_three_tenths_of_its_fields(
    names: tuple[str, ...], *, is_doubted: bool
) -> None:
    stored = {str(number): notice(str(number), **RICH) for number in range(9)}  # 13 fields each
    found = harvest(*(notice(name, **(RICH | dict.fromkeys(names))) for name in stored))
    reason = doubt(compare(stored, found), found, past=(), today=TODAY)
    assert (reason is not None) is is_doubted


def test_exactly_three_tenths_are_not_much() -> None:
    told: dict[str, Any] = {"training_year": None, "tasks": "x", "profile": "y", "benefits": "z"}
    stored = {str(number): notice(str(number), **told) for number in range(9)}  # 10 fields each
    poorer = told | dict.fromkeys(("tasks", "profile", "benefits"))
    found = harvest(*(notice(name, **poorer) for name in stored))
    assert doubt(compare(stored, found), found, past=(), today=TODAY) is None


def test_what_appears_or_vanishes_falls_not_silent() -> None:
    stored = {name: notice(name, **RICH) for name in "abcdefghij"}
    found = harvest(*list(stored.values())[3:], *map(notice, "uvwxyz"))
    assert doubt(compare(stored, found), found, past=(), today=TODAY) is None


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
    assert doubt(compare(stored, found), found, past=(), today=TODAY) is not None


def test_a_field_that_is_no_longer_stated_is_news_while_nothing_is_usual_yet() -> None:
    stored = {str(number): notice(str(number), positions=2) for number in range(9)}
    found = harvest(*map(notice, stored))
    assert doubt(compare(stored, found), found, past=(), today=TODAY) is None


def test_an_incomplete_harvest_needs_no_doubt_about_what_it_lacks() -> None:
    found = harvest(trouble=Outcome.TRUNCATED)
    diff = compare({str(number): notice(str(number)) for number in range(9)}, found)
    assert doubt(diff, found, past=USUAL, today=TODAY) is None


def graded(count: int, **more: Any) -> Harvest:  # noqa: ANN401 - whatever a harvest has
    """Return a harvest in which all places are pay grades."""
    findings = tuple(
        Finding(
            severity=Severity.WARNING,
            rule="places.pay_grade",
            message="Kein Ort.",
            reference=str(number),
            place="places",
            value="EG 9b",
        )
        for number in range(count)
    )
    return harvest(*(notice(str(number)) for number in range(count)), findings=findings, **more)


@pytest.mark.parametrize("trouble", [None, Outcome.TRUNCATED])
def test_nonsense_is_doubted_in_a_list_that_was_cut_too(trouble: Outcome | None) -> None:
    found = graded(4, trouble=trouble)
    reason = doubt(compare({}, found), found, past=(), today=TODAY)
    assert reason is not None
    assert reason.startswith("4 von 4 Ausschreibungen mit Arbeitsort")


def test_every_reason_is_named_what_is_missing_first() -> None:
    stored = {str(number): notice(str(number), starts_on=TODAY) for number in range(20)}
    found = graded(5)
    past = [good_run(20, completeness={"positions": 1.0}) for _ in range(3)]
    reason = doubt(compare(stored, found), found, past=past, today=TODAY)
    assert reason is not None
    told = ("15 von 20", "Nur 5", "5 von 5 Ausschreibungen mit Arbeitsort", "„Zahl der Plätze“")
    assert [reason.index(each) for each in told] == sorted(reason.index(each) for each in told)
    assert reason.count("Bis dahin bleibt alles, wie es ist.") == 1
