"""Pay: from German text to what a training pays per month, with a hint from the named tariff."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.date_parts.calendar_words import month_in_words
from stellenbund.domain.normalisers.pay_parts.earnings import ConflictError, Earning, earnings_of
from stellenbund.domain.normalisers.pay_parts.money import closed_up, find_pieces
from stellenbund.domain.normalisers.pay_parts.monthly import monthly_amounts, why_none
from stellenbund.domain.normalisers.pay_parts.tariffs import NAMES, named_tariff, tariff_amounts
from stellenbund.domain.normalisers.persons import without_persons
from stellenbund.domain.normalisers.spelling import shown, spelled
from stellenbund.domain.normalisers.texts import read_text
from stellenbund.domain.statements import Pay, PayYear
from stellenbund.domain.vocabulary import Tariff

__all__ = ["read_pay", "say_pay", "tariff_amounts"]

_CENT = Decimal("0.01")

LONGEST = 5_000
"""Characters of a text that are read for pay."""

_NARROW_SPACE = re.compile("(?<=\\d)[\u00a0\u2009\u202f](?=\\d{3}(?!\\d))")
_REFUSALS = {
    "range": "Der Betrag ist nur als Spanne oder Grenze angegeben.",
    "hourly": "Der Betrag gilt je Stunde, Tag oder Woche, nicht je Monat.",
    "yearly": "Der Betrag gilt je Jahr, nicht je Monat.",
    "conflict": "Hier stehen mehrere Beträge; welcher für welches Jahr gilt, ist nicht gesagt.",
    "grade": "Hier steht nur eine Entgelt- oder Besoldungsgruppe, kein Betrag.",
    "no_amount": "Hier steht kein Betrag, der eine monatliche Vergütung sein kann.",
    "empty": "Hier steht nichts.",
}


def read_pay(text: str, *, starts_on: date | None) -> Pay:
    """Return what *text* states about pay: gross per month, exact, by year of training.

    Of amounts that hold since different days, those count that hold on *starts_on*; without one,
    the latest. The table of a tariff that is named becomes the hint, never an amount.

    >>> pay = read_pay("im 1. Ausbildungsjahr 1.368,26 € nach TVAöD", starts_on=date(2027, 8, 1))
    >>> str(pay.amounts[0].amount), str(pay.hint[2].amount)
    ('1368.26', '1464.02')

    Raises:
        UnreadableTextError: rules ``pay.empty``, ``pay.no_amount``, ``pay.grade``, ``pay.range``,
            ``pay.hourly``, ``pay.yearly``, ``pay.conflict``, ``pay.currency``,
            ``pay.damaged_number``; the first six only where no tariff is named.
    """
    clean = read_text(_NARROW_SPACE.sub("", text[:LONGEST]))
    if not clean:
        raise _refusal(text, "empty")
    plain = closed_up(spelled(clean, longest=LONGEST))
    tariff = named_tariff(plain)
    try:
        earnings = _earnings(plain)
    except UnreadableTextError as error:
        rule = error.rule.removeprefix("pay.")
        if tariff is None or rule in {"currency", "damaged_number", "conflict"}:
            raise UnreadableTextError(shown(text), error.rule, error.message) from error
        earnings = []
    return _pay(clean, _holding(earnings, starts_on), tariff, starts_on)


def _refusal(text: str, rule: str) -> UnreadableTextError:
    return UnreadableTextError(shown(text), f"pay.{rule}", _REFUSALS[rule])


def _earnings(plain: str) -> list[Earning]:
    pieces = find_pieces(plain)
    amounts = monthly_amounts(pieces, plain)
    if not amounts:
        raise _refusal(plain, why_none(pieces, plain))
    try:
        return earnings_of(plain, pieces, amounts)
    except ConflictError as error:
        raise _refusal(plain, "conflict") from error


def _holding(earnings: list[Earning], starts_on: date | None) -> list[Earning]:
    """Return those *earnings* that hold on *starts_on*, or last of all if it is not known."""
    days = sorted({earning.since for earning in earnings if earning.since is not None})
    undated = [earning for earning in earnings if earning.since is None]
    reached = [day for day in days if starts_on is None or day <= starts_on]
    if not days or (undated and not reached):
        return undated
    since = reached[-1] if reached else days[0]
    return [earning for earning in earnings if earning.since == since]


def _pay(
    text: str, earnings: Sequence[Earning], tariff: Tariff | None, starts_on: date | None
) -> Pay:
    table = tariff_amounts(tariff, starts_on) if tariff and starts_on else None
    return Pay(
        amounts=tuple(
            PayYear(year=each.year, amount=each.amount.quantize(_CENT)) for each in earnings
        ),
        tariff=tariff,
        valid_from=earnings[0].since if earnings else None,
        text=without_persons(text),
        hint=table[1] if table else (),
        hint_valid_from=table[0] if table else None,
    )


def say_pay(pay: Pay) -> str:
    """Return the stated pay in German words that ``read_pay`` reads as the same pay.

    >>> say_pay(Pay(amounts=(PayYear(year=1, amount=Decimal("1368.26")),)))
    '1. Ausbildungsjahr: 1.368,26 €'
    """
    amounts = "; ".join(
        f"{each.year}. Ausbildungsjahr: {_euros(each.amount)}" if each.year else _euros(each.amount)
        for each in pay.amounts
    )
    day = pay.valid_from
    since = f"ab {day.day}. {month_in_words(day)}: " if day else ""
    tariff = f"nach {NAMES[pay.tariff]}" if pay.tariff else ""
    return f"{since}{amounts} {tariff}".strip()


def _euros(amount: Decimal) -> str:
    return f"{amount:,.2f} €".translate(str.maketrans(",.", ".,"))
