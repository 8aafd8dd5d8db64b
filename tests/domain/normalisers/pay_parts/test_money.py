"""Money: numbers as adverts write them, and the numbers that are none."""

from decimal import Decimal

import pytest

from stellenbund.domain.normalisers.pay import read_pay
from stellenbund.domain.normalisers.pay_parts.money import Sort, closed_up, find_pieces


@pytest.mark.parametrize(
    ("number", "amount"),
    [
        ("1.368,26", "1368.26"),
        ("1,368.26", "1368.26"),
        ("1368.26", "1368.26"),
        ("1'368.26", "1368.26"),
        ("1'368", "1368"),
        ("1.368", "1368"),
        ("400,--", "400"),
        ("400,-", "400"),
        ("968", "968"),
    ],
)
def test_a_number_is_exact_in_every_notation(number: str, amount: str) -> None:
    (piece,) = find_pieces(f"{number} €")
    assert (piece.sort, piece.amount) == (Sort.AMOUNT, Decimal(amount))


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("1 368,26 €", "1368,26 €"),
        ("ca. 1 368 eur i. h. v.", "ca 1368 eur i h v"),
        ("ausbildungsjahr 1 968,26 €", "ausbildungsjahr 1 968,26 €"),
        ("1 968,26 € 2 1.018,20 €", "1 968,26 € 2 1.018,20 €"),
        ("2 968,26 € 1 018,20 €", "2968,26 € 1018,20 €"),
    ],
)
def test_a_blank_within_a_number_goes_and_one_after_the_number_of_a_year_stays(
    text: str, closed: str
) -> None:
    assert closed_up(text) == closed


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Vergütung: 1 968,26 € 2 1.018,20 €", [1, 2]),
        ("Vergütung:\n1. 968,26 €\n2. 1.018,20 €\n3. 1.068,20 €", [1, 2, 3]),
        ("Vergütung: 1) 1.368,26 €", [None]),
        ("Vergütung: 2) 1.368,26 €", [None]),
        ("Vergütung: 3) 1.368,26 € 4) 1.368,26 €", [None]),
    ],
)
def test_numbers_before_amounts_are_years_only_as_the_rows_of_a_table(
    text: str, years: list[int | None]
) -> None:
    assert [each.year for each in read_pay(text, starts_on=None).amounts] == years
