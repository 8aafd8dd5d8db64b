"""Tariffs: their tables by day, and their names in texts."""

from datetime import date
from decimal import Decimal

import pytest

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.pay import read_pay
from stellenbund.domain.normalisers.pay_parts.tariffs import named_tariff, tariff_amounts
from stellenbund.domain.statements import PayYear
from stellenbund.domain.vocabulary import Tariff


def test_a_table_holds_from_its_first_day_until_the_next_one() -> None:
    years = (
        PayYear(year=1, amount=Decimal("1368.26")),
        PayYear(year=2, amount=Decimal("1418.20")),
        PayYear(year=3, amount=Decimal("1464.02")),
        PayYear(year=4, amount=Decimal("1527.59")),
    )
    since = date(2026, 5, 1)
    assert tariff_amounts(Tariff.TVAOED_BBIG, since) == (since, years)
    before = tariff_amounts(Tariff.TVAOED_BBIG, date(2026, 4, 30))
    assert before is not None
    assert before[0] == date(2025, 4, 1)


def test_a_table_that_is_not_known_for_a_day_says_nothing_about_it() -> None:
    assert tariff_amounts(Tariff.TVAOED_PFLEGE, date(2024, 3, 1)) is not None
    assert tariff_amounts(Tariff.TVAOED_PFLEGE, date(2025, 4, 1)) is None
    assert tariff_amounts(Tariff.TVPOED, date(2026, 5, 1)) is None


@pytest.mark.parametrize(
    ("text", "tariff"),
    [
        ("nach dem tvaoed-bbig", Tariff.TVAOED_BBIG),
        ("tvaoed (pflege)", Tariff.TVAOED_PFLEGE),
        ("tvsoed", Tariff.TVSOED),
        ("tvpoed", Tariff.TVPOED),
        ("anwaerterbezuege", Tariff.ANWAERTERBEZUEGE),
        ("tvaoed oder tvsoed", None),
        ("nach tarif", None),
    ],
)
def test_a_text_names_one_tariff_or_none(text: str, tariff: Tariff | None) -> None:
    assert named_tariff(text) is tariff


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("1.500 CHF nach TVAöD", "pay.currency"),
        ("1.368,2 € nach TVAöD", "pay.damaged_number"),
        ("1.368,26 € oder 1.509,93 € nach TVAöD", "pay.conflict"),
    ],
)
def test_a_tariff_does_not_hide_an_amount_that_cannot_be_read(text: str, rule: str) -> None:
    with pytest.raises(UnreadableTextError) as caught:
        read_pay(text, starts_on=None)
    assert caught.value.rule == rule


@pytest.mark.parametrize("text", ["bis zu 1.500 € nach TVAöD", "EG 5, TVAöD", "TVAöD, je Stunde"])
def test_a_tariff_stands_where_the_amount_is_only_a_limit(text: str) -> None:
    pay = read_pay(text, starts_on=None)
    assert (pay.amounts, pay.tariff) == ((), Tariff.TVAOED_BBIG)
