"""Years that a date leaves out: taken from a neighbour, from today, or left open."""

from datetime import date

import pytest

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.dates import read_deadline, read_start

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1.4. und 1.10.2027", ["2027-04-01", "2027-10-01"]),
        ("1.10. und 1.4.2028", ["2027-10-01", "2028-04-01"]),
        ("20.9. und 1.9.2028", ["2027-09-20", "2028-09-01"]),
        ("1.3.2027 und 1.9.", ["2027-03-01", "2027-09-01"]),
        ("1.9.2027 und 1.3.", ["2027-09-01", "2028-03-01"]),
        ("20.9.2027 und 1.9.", ["2027-09-20", "2028-09-01"]),
        ("1. und 15.9.2027", ["2027-09-01", "2027-09-15"]),
        ("März 2027, August", ["2027-03-01", "2027-08-01"]),
        ("September 2027 und März", ["2027-09-01", "2028-03-01"]),
    ],
)
def test_a_date_has_the_year_of_its_neighbour_or_the_one_beside_it(
    text: str, days: list[str]
) -> None:
    start = read_start(text, today=TODAY)
    assert [str(day) for day in (start.on, *start.others)] == days
    assert start.rule == "date.several"


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Ausbildungsjahr 2028, ab 1. August", date(2028, 8, 1)),
        ("Ausbildungsjahr 2028, Frist 1.12., Beginn 1. August", date(2028, 8, 1)),
        ("Ausbildungsjahr 2028, Beginn 1. August 2027", date(2027, 8, 1)),
    ],
)
def test_a_start_has_its_own_year_or_the_one_that_stands_alone_beside_it(
    text: str, on: date
) -> None:
    assert read_start(text, today=TODAY).on == on


def test_a_year_beside_a_deadline_is_not_its_own() -> None:
    text = "Ausbildungsjahr 2027: Bewerbung bis 31. Januar"
    assert read_deadline(text, today=date(2026, 9, 1)).on == date(2027, 1, 31)
    assert read_deadline(text, today=date(2025, 12, 1)).on == date(2026, 1, 31)


@pytest.mark.parametrize(
    ("text", "today", "on"),
    [
        ("1. September", TODAY, date(2027, 9, 1)),
        ("24. November", TODAY, date(2026, 11, 24)),
        ("23. Oktober", TODAY, date(2027, 10, 23)),
        ("jeweils zum 1. November", TODAY, date(2027, 11, 1)),
        ("29. Februar", TODAY, date(2028, 2, 29)),
        ("29. Februar", date(2025, 6, 1), date(2028, 2, 29)),
        ("August", TODAY, date(2027, 8, 1)),
        ("Mitte August", TODAY, date(2027, 8, 1)),
        ("vom 1.9. bis 30.9.", TODAY, date(2027, 9, 1)),
    ],
)
def test_a_start_without_year_is_the_next_one_unless_it_passed_within_a_month(
    text: str, today: date, on: date
) -> None:
    start = read_start(text, today=today)
    assert (start.on, start.rule) == (on, "date.year_inferred")


@pytest.mark.parametrize("text", ["24. Oktober", "23. November", "Ende November"])
def test_a_start_without_year_that_passed_within_a_month_stays_open(text: str) -> None:
    with pytest.raises(UnreadableTextError) as caught:
        read_start(text, today=TODAY)
    assert caught.value.rule == "date.year_missing"


@pytest.mark.parametrize(
    ("text", "opens_on", "on"),
    [
        ("1.12. bis 15.1.", date(2026, 12, 1), date(2027, 1, 15)),
        ("15.1. bis 1.3.", date(2027, 1, 15), date(2027, 3, 1)),
        ("1.12.2026 bis 15.1.", date(2026, 12, 1), date(2027, 1, 15)),
        ("jährlich bis 30.6.", None, date(2027, 6, 30)),
        ("bis 26.5.", None, date(2027, 5, 26)),
    ],
)
def test_a_deadline_without_year_takes_its_opening_day_along(
    text: str, opens_on: date | None, on: date
) -> None:
    deadline = read_deadline(text, today=TODAY)
    assert (deadline.opens_on, deadline.on) == (opens_on, on)


@pytest.mark.parametrize(
    ("near", "far"), [("31.12.16", "31.12.15"), ("31.12.30", "31.12.31"), ("1.1.26", "1.1.65")]
)
def test_a_short_year_is_read_up_to_ten_years_back_and_four_ahead(near: str, far: str) -> None:
    on = read_deadline(near, today=TODAY).on
    assert on is not None
    assert on.year == 2000 + int(near[-2:])
    with pytest.raises(UnreadableTextError) as caught:
        read_deadline(far, today=TODAY)
    assert caught.value.rule == "date.two_digit_year"
