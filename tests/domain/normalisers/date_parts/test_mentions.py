"""Mentions: the forms of a date, each read as it is written."""

import pytest

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.date_parts.mentions import Mention, find_mentions


@pytest.mark.parametrize(
    ("text", "rule", "parts"),
    [
        ("2027-09-01", "iso", (1, 9, 2027)),
        ("2027/9/1", "iso", (1, 9, 2027)),
        ("31/01/2027", "slashes", (31, 1, 2027)),
        ("12/31/2026", "slashes", (31, 12, 2026)),
        ("09/09/2027", "slashes", (9, 9, 2027)),
        ("1.9.2027", "day", (1, 9, 2027)),
        ("1. 9. 2027", "day", (1, 9, 2027)),
        ("1.9.", "day", (1, 9, None)),
        ("1. september", "day", (1, 9, None)),
        ("1. september 2027", "day", (1, 9, 2027)),
        ("september 1st, 2027", "day", (1, 9, 2027)),
        ("september 2027", "month", (None, 9, 2027)),
        ("09/2027", "month", (None, 9, 2027)),
        ("2027-09", "month", (None, 9, 2027)),
        ("september", "month", (None, 9, None)),
        ("herbst 2027", "season", (None, None, 2027)),
        ("herbst", "season", (None, None, None)),
        ("2027/2028", "training_year", (None, None, 2027)),
        ("2027/28", "training_year", (None, None, 2027)),
        ("2027", "year", (None, None, 2027)),
    ],
)
def test_a_date_is_found_as_it_is_written(
    text: str, rule: str, parts: tuple[int | None, int | None, int | None]
) -> None:
    (found,), rest = find_mentions(f"x {text} y")
    assert (found.rule, (found.day, found.month, found.year)) == (f"date.{rule}", parts)
    assert (found.begin, found.end, found.is_short_year) == (2, 2 + len(text), False)
    assert rest.replace("\0", "") == "x  y"


@pytest.mark.parametrize(
    ("text", "rule", "parts"),
    [
        ("1.9.27", "two_digit_year", (1, 9, 27)),
        ("1. september '27", "two_digit_year", (1, 9, 27)),
        ("september '27", "two_digit_year", (None, 9, 27)),
        ("ab 09/27", "two_digit_year", (None, 9, 27)),
        ("wintersemester 27/28", "two_digit_year", (None, None, 27)),
        ("ausbildungsjahr 27/28", "training_year", (None, None, 27)),
    ],
)
def test_a_short_year_stays_short_and_shows(
    text: str, rule: str, parts: tuple[int | None, int | None, int]
) -> None:
    (found,), _ = find_mentions(text)
    assert (found.rule, (found.day, found.month, found.year)) == (f"date.{rule}", parts)
    assert found.is_short_year


def test_dates_are_found_in_their_order() -> None:
    found, _ = find_mentions("herbst 2027, 1.9.2028, august 2026")
    assert [each.year for each in found] == [2027, 2028, 2026]
    assert [each.season for each in found] == ["Herbst", None, None]


def test_a_day_is_more_exact_than_a_month_and_that_than_a_season_and_that_than_a_year() -> None:
    found, _ = find_mentions("1.9.2027 september 2027 herbst 2027 2027")
    assert [each.rank for each in found] == [3, 2, 1, 0]
    assert Mention(rule="x", begin=0, end=0, day=0).rank == 3


@pytest.mark.parametrize(
    ("text", "rule", "quoted"),
    [
        ("am 09/01/2027", "date.ambiguous_order", "09/01/2027"),
        ("jahr 2027/2030", "date.ambiguous_years", "2027/2030"),
        ("jahr 2027/29", "date.ambiguous_years", "2027/29"),
        ("jahr 27/29", "date.ambiguous_years", "27/29"),
    ],
)
def test_what_may_be_another_date_is_refused(text: str, rule: str, quoted: str) -> None:
    with pytest.raises(UnreadableTextError) as caught:
        find_mentions(text)
    assert (caught.value.rule, caught.value.text) == (rule, quoted)
