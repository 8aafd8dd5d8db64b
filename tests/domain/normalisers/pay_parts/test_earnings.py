"""Earnings: which amount is for which year, and since when."""

from datetime import date

import pytest

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.pay import read_pay

FIRST, SECOND, THIRD = "1368.26", "1418.20", "1464.02"


def amounts(text: str, starts_on: date | None = None) -> dict[int | None, str]:
    pay = read_pay(text, starts_on=starts_on)
    return {each.year: str(each.amount) for each in pay.amounts}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. und 3. Ausbildungsjahr: 1.368,26 €", {1: FIRST, 3: FIRST}),
        ("1., 2. bis 4. Ausbildungsjahr: 1.368,26 €", dict.fromkeys((1, 2, 3, 4), FIRST)),
        ("im I. Jahr 1.368,26 €, im III. Jahr 1.464,02 €", {1: FIRST, 3: THIRD}),
        ("1.368,26 € im 1. und 2. Jahr, 1.464,02 € im 3. Jahr", {1: FIRST, 2: FIRST, 3: THIRD}),
        ("1.368,26 € im 1. Jahr, 1.464,02 € im 2. und 3. Jahr", {1: FIRST, 2: THIRD, 3: THIRD}),
        ("1.368,26 € / 1.418,20 € im 1./2. Jahr", {1: FIRST, 2: SECOND}),
        ("1. Ausbildungsjahr: 1.368,26 € und 500 €", {1: FIRST}),
        ("1. Jahr, 2. Jahr: 1.368,26 €, 1.418,20 €, 500 €", {1: FIRST, 2: SECOND}),
        ("1. Jahr: 1.368,26 € und 500 €, 2. Jahr: 1.418,20 €", {1: FIRST, 2: SECOND}),
        ("2. Jahr 1.418,20 €; 1. Jahr 1.368,26 €", {1: FIRST, 2: SECOND}),
        ("1. Jahr 1.368,26 €, im 1. Jahr 1.368,26 €", {1: FIRST}),
    ],
)
def test_an_amount_is_for_the_years_that_stand_beside_it(
    text: str, expected: dict[int | None, str]
) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1. Ausbildungsjahr: 1.368,26 € 500 €",
        "1. Jahr 2. Jahr 3. Jahr: 1.368,26 € 1.418,20 €",
        "1. Jahr 1.368,26 €, 1. Jahr 1.418,20 €",
        "1.368,26 € / 1.368,26 € / 1.464,02 €",
        "1.464,02 € / 1.418,20 € / 1.368,26 €",
        "1.000 € / 1.100 € / 1.200 € / 1.300 € / 1.400 € / 1.500 €",
        "1.368,26 € oder 1.418,20 €",
    ],
)
def test_amounts_that_may_belong_to_other_years_are_a_conflict(text: str) -> None:
    with pytest.raises(UnreadableTextError) as caught:
        read_pay(text, starts_on=None)
    assert caught.value.rule == "pay.conflict"


def test_rising_amounts_are_the_years_in_their_order_up_to_five() -> None:
    assert amounts("1.000 € / 1.100 € / 1.200 € / 1.300 € / 1.400 €") == {
        1: "1000.00",
        2: "1100.00",
        3: "1200.00",
        4: "1300.00",
        5: "1400.00",
    }


@pytest.mark.parametrize(
    ("starts_on", "first", "since"),
    [
        (date(2024, 8, 1), "1293.26", date(2025, 4, 1)),
        (date(2025, 4, 1), "1293.26", date(2025, 4, 1)),
        (date(2026, 4, 30), "1293.26", date(2025, 4, 1)),
        (date(2026, 5, 1), FIRST, date(2026, 5, 1)),
        (None, FIRST, date(2026, 5, 1)),
    ],
)
def test_of_two_tables_the_one_counts_that_holds_at_the_start(
    starts_on: date | None, first: str, since: date
) -> None:
    text = "ab 01.04.2025: 1.293,26 € / 1.343,20 €; ab 01.05.2026: 1.368,26 € / 1.418,20 €"
    pay = read_pay(text, starts_on=starts_on)
    assert [each.year for each in pay.amounts] == [1, 2]
    assert (str(pay.amounts[0].amount), pay.valid_from) == (first, since)


@pytest.mark.parametrize(
    "text",
    [
        "ab 1. Mai 2026: 1.368,26 € (1. Jahr), 1.418,20 € (2. Jahr)",
        "1. Jahr: 1.368,26 €, 2. Jahr: 1.418,20 € (ab 1. Mai 2026)",
        "1. Jahr 1.368,26 € (ab 1. Mai 2026), 2. Jahr 1.418,20 € (ab 1. Mai 2026)",
    ],
)
def test_a_day_holds_beyond_the_brackets_that_follow_it_or_for_all_before_it(text: str) -> None:
    pay = read_pay(text, starts_on=date(2027, 8, 1))
    assert {each.year: str(each.amount) for each in pay.amounts} == {1: FIRST, 2: SECOND}
    assert pay.valid_from == date(2026, 5, 1)
