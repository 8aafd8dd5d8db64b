"""Monthly pay: told from bonuses, limits and what is paid by the hour or the year."""

import pytest

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.pay import read_pay


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("200 €", "200.00"),
        ("4.500 €", "4500.00"),
        ("Abschlussprämie möglich, 1.368,26 €", "1368.26"),
        ("Zuschüsse nach den Regeln aller Tarifverträge im Lande 1.368,26 €", "1368.26"),
        ("1.368,26 € / 400 € Prämie", "1368.26"),
        ("1.368,26 € und Jahresticket 400 €", "1368.26"),
        ("1.368,26 € Abschlussprämie 400 €", "1368.26"),
        ("1.368,26 € mit allem, was sonst noch stündlich anfällt", "1368.26"),
    ],
)
def test_what_stands_apart_from_an_amount_does_not_make_it_something_else(
    text: str, amount: str
) -> None:
    pay = read_pay(text, starts_on=None)
    assert [str(each.amount) for each in pay.amounts] == [amount]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("199,99 €", "pay.no_amount"),
        ("4.500,01 €", "pay.no_amount"),
        ("bis zu 200 €", "pay.range"),
        ("bis zu 199 €", "pay.no_amount"),
        ("bis zu 4.500 €", "pay.range"),
        ("bis zu 4.501 €", "pay.no_amount"),
        ("ab 1.368,26 €", "pay.range"),
        ("1.368,26 €/Jahr", "pay.yearly"),
        ("1.368,26 € netto", "pay.no_amount"),
        ("Büchergeld von 400 €", "pay.no_amount"),
        ("400 € Büchergeld", "pay.no_amount"),
        ("nach Entgeltgruppe 5, monatlich netto 1.368,26 €", "pay.no_amount"),
    ],
)
def test_what_is_no_monthly_pay_is_refused_by_its_rule(text: str, rule: str) -> None:
    with pytest.raises(UnreadableTextError) as caught:
        read_pay(text, starts_on=None)
    assert caught.value.rule == rule
