"""Pay: exact amounts by year, no bonus among them, and the tariff only as a hint."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.pay import read_pay, say_pay, tariff_amounts
from stellenbund.domain.statements import Pay, PayYear
from stellenbund.domain.vocabulary import Tariff

AMOUNTS = st.decimals("200", "4500", places=2)
BITS = st.sampled_from(
    [
        *("1.368,26", "1,368.26", "1,368", "400,--", "6,65", "920,00", "1 368,26", " €", " Euro"),
        *("1. Ausbildungsjahr ", "im ersten ", "2. Jahr: ", "/", " und ", ", ", "\n", "(", ")"),
        *("ab 1. Mai 2026: ", "Prämie ", "TVAöD ", "Anwärterbezüge ", "pro Stunde", "bis ", "1 "),
    ]
)


def amounts(text: str, starts_on: date | None = None) -> dict[int | None, str]:
    pay = read_pay(text, starts_on=starts_on)
    return {each.year: str(each.amount) for each in pay.amounts}


def attempt(text: str) -> Pay | UnreadableTextError:
    try:
        return read_pay(text, starts_on=date(2027, 8, 1))
    except UnreadableTextError as error:
        return error


def refusal(text: str) -> str:
    with pytest.raises(UnreadableTextError) as caught:
        read_pay(text, starts_on=None)
    return caught.value.rule


@given(st.text(max_size=60) | st.lists(BITS, max_size=10).map("".join))
def test_no_text_raises_anything_but_the_error_for_unreadable_texts(text: str) -> None:
    outcome = attempt(text)
    if isinstance(outcome, UnreadableTextError):
        assert outcome.rule.startswith("pay.")
        assert outcome.message.endswith(".")
    else:
        assert outcome.amounts or outcome.tariff
        assert len({each.year for each in outcome.amounts}) == len(outcome.amounts)


@given(
    years=st.lists(AMOUNTS, min_size=1, max_size=5),
    is_one=st.booleans(),
    tariff=st.none() | st.sampled_from(Tariff),
    since=st.none() | st.dates(date(2017, 1, 1), date(2029, 12, 31)),
)
def test_pay_that_was_printed_reads_as_the_same_pay(
    *, years: list[Decimal], is_one: bool, tariff: Tariff | None, since: date | None
) -> None:
    numbered = tuple(PayYear(year=year, amount=each) for year, each in enumerate(years, start=1))
    stated = (PayYear(amount=years[0]),) if is_one else numbered
    pay = Pay(amounts=stated, tariff=tariff, valid_from=since)
    read = read_pay(say_pay(pay), starts_on=None)
    assert read == pay.model_copy(update={"text": say_pay(pay)})


@pytest.mark.parametrize(
    ("pay", "words"),
    [
        ({"amounts": [{"amount": "1368.26"}]}, "1.368,26 €"),
        (
            {"amounts": [{"year": 1, "amount": "968.26"}, {"year": 2, "amount": "1018.20"}]},
            "1. Ausbildungsjahr: 968,26 €; 2. Ausbildungsjahr: 1.018,20 €",
        ),
        (
            {"amounts": [{"amount": "1368.26"}], "valid_from": "2026-05-01"},
            "ab 1. Mai 2026: 1.368,26 €",
        ),
        ({"tariff": "tvaoed_bbig"}, "nach TVAöD-BBiG"),
        (
            {"amounts": [{"amount": "1368.26"}], "tariff": "tvaoed_bbig"},
            "1.368,26 € nach TVAöD-BBiG",
        ),
    ],
)
def test_pay_is_said_in_german(pay: dict[str, object], words: str) -> None:
    assert say_pay(Pay.model_validate(pay)) == words


@given(AMOUNTS)
def test_german_and_english_notation_are_the_same_exact_amount(amount: Decimal) -> None:
    english = f"{amount:,.2f}"
    german = english.translate(str.maketrans(",.", ".,"))
    for text in (f"{german} €", f"{amount} EUR", f"EUR {english}", german.replace(".", "") + "€"):
        assert read_pay(text, starts_on=None).amounts == (PayYear(amount=amount),)


@pytest.mark.parametrize("text", ["1,368 €", "1.368.26 €", "1.368,2 €", "1368,2 Euro"])
def test_a_damaged_number_is_refused_and_never_misread(text: str) -> None:
    assert refusal(text) == "pay.damaged_number"


@pytest.mark.parametrize(
    "text",
    [
        "1. Ausbildungsjahr: 1.368,26 €\n2. Ausbildungsjahr: 1.418,20 €\n3. Jahr: 1.464,02 €",
        "1. Ausbildungsjahr 2. Ausbildungsjahr 3. Ausbildungsjahr 1.368,26 € 1.418,20 € 1.464,02 €",
        "1.368,26 € im 1., 1.418,20 € im 2. und 1.464,02 € im 3. Ausbildungsjahr",
        "1.368,26 € (1. Jahr), 1.418,20 € (2. Jahr), 1.464,02 € (3. Jahr)",
        "1.368,26 Euro / 1.418,20 Euro / 1.464,02 Euro",
        "1./2./3. Ausbildungsjahr: 1.368,26/1.418,20/1.464,02 €",
        "Ausbildungsjahr brutto 1 1.368,26 € 2 1.418,20 € 3 1.464,02 €",
        "Ausbildungsjahr 1: 1368.26, Ausbildungsjahr 2: 1418.20, Ausbildungsjahr 3: 1464.02",
    ],
)
def test_lists_tables_and_sentences_give_the_same_years(text: str) -> None:
    assert amounts(text) == {1: "1368.26", 2: "1418.20", 3: "1464.02"}


def test_one_amount_for_several_years_holds_in_each() -> None:
    assert amounts("1. bis 3. Ausbildungsjahr: 1.400 €") == dict.fromkeys((1, 2, 3), "1400.00")


def test_a_first_amount_is_not_taken_for_the_year_that_names_the_next() -> None:
    text = "Du startest mit 1.368,26 Euro und verdienst im dritten Jahr 1.464,02 Euro."
    amounts = read_pay(text, starts_on=None).amounts
    assert [(each.year, str(each.amount)) for each in amounts] == [(3, "1464.02")]


def test_every_amount_has_its_cents() -> None:
    assert str(read_pay("ca. 1.368 €", starts_on=None).amounts[0].amount) == "1368.00"


def test_an_amount_without_year_holds_in_all() -> None:
    pay = read_pay("Anwärterbezüge in Höhe von rund 1.500 €", starts_on=None)
    assert pay.amounts == (PayYear(amount=Decimal(1500)),)
    assert pay.tariff is Tariff.ANWAERTERBEZUEGE


@pytest.mark.parametrize(
    ("starts_on", "amount", "since"),
    [
        (date(2018, 9, 1), "968.26", None),
        (date(2019, 9, 1), "1018.26", date(2019, 3, 1)),
        (None, "1018.26", date(2019, 3, 1)),
    ],
)
def test_of_dated_amounts_the_one_counts_that_holds_at_the_start(
    starts_on: date | None, amount: str, since: date | None
) -> None:
    pay = read_pay("968,26 Euro (ab 1. März 2019: 1018,26 Euro)", starts_on=starts_on)
    assert (str(pay.amounts[0].amount), pay.valid_from) == (amount, since)


def test_a_day_behind_the_amounts_holds_for_all_of_them() -> None:
    pay = read_pay("1. Jahr 1.368,26 €, 2. Jahr 1.418,20 € (Stand: 01.05.2026)", starts_on=None)
    assert (len(pay.amounts), pay.valid_from) == (2, date(2026, 5, 1))


@pytest.mark.parametrize(
    "extra",
    [
        "zzgl. 400 € Abschlussprämie",
        "sowie vermögenswirksame Leistungen 6,65 €",
        "und eine Abschlussprämie von 400 €",
        "Abschlussprämie 400 €",
        ", Führerscheinzuschuss 1.500 €",
    ],
)
def test_a_bonus_beside_the_pay_is_no_pay(extra: str) -> None:
    assert amounts(f"1. Ausbildungsjahr 1.368,26 € {extra}") == {1: "1368.26"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "pay.empty"),
        ("attraktive Vergütung", "pay.no_amount"),
        ("vermögenswirksame Leistungen 6,65 €", "pay.no_amount"),
        ("Abschlussprämie 400 €", "pay.no_amount"),
        ("A13", "pay.grade"),
        ("EG 5 TVöD", "pay.grade"),
        ("1.200 bis 1.400 €", "pay.range"),
        ("bis zu 1.500 €", "pay.range"),
        ("12,50 € pro Stunde", "pay.hourly"),
        ("16.419,12 € im Jahr", "pay.yearly"),
        ("1.500 CHF", "pay.currency"),
        ("1.368,26 € und 1.509,93 €", "pay.conflict"),
    ],
)
def test_what_states_no_monthly_pay_is_refused_by_its_rule(text: str, rule: str) -> None:
    assert refusal(text) == rule


def test_a_tariff_alone_gives_a_hint_for_the_start_and_no_amount() -> None:
    pay = read_pay("nach § 8 TVAöD", starts_on=date(2025, 9, 1))
    assert pay.amounts == ()
    assert str(pay.hint[0].amount) == "1293.26"
    assert pay.hint_valid_from == date(2025, 4, 1)


def test_without_a_start_or_without_a_tariff_there_is_no_hint() -> None:
    assert read_pay("nach TVAöD", starts_on=None).hint == ()
    assert read_pay("1.368,26 €", starts_on=date(2027, 8, 1)).hint == ()


def test_the_garden_needs_care_and_not_the_tariff_for_carers() -> None:
    pay = read_pay("TVAöD, 30 Tage Urlaub, Pflege von Grünflächen", starts_on=None)
    assert pay.tariff is Tariff.TVAOED_BBIG


def test_a_table_says_nothing_about_the_time_before_it() -> None:
    assert tariff_amounts(Tariff.TVAOED_BBIG, date(2017, 1, 31)) is None
    assert tariff_amounts(Tariff.TVSOED, date(2027, 8, 1)) is None
