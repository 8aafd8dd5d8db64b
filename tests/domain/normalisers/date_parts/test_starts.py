"""Starts: which date of a text is one, and how a start is said."""

from datetime import date

import pytest

from stellenbund.domain.normalisers.date_parts.starts import Start, say_start
from stellenbund.domain.normalisers.dates import read_start
from stellenbund.domain.vocabulary import StartKind

TODAY = date(2026, 11, 24)
AUGUST, SEPTEMBER = date(2027, 8, 1), date(2027, 9, 1)


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ({"kind": "day", "on": AUGUST}, "1. August 2027"),
        (
            {"kind": "day", "on": SEPTEMBER, "others": (AUGUST,)},
            "1. August 2027 und 1. September 2027",
        ),
        (
            {"kind": "month", "on": AUGUST, "others": (SEPTEMBER,)},
            "August 2027 und September 2027",
        ),
        ({"kind": "season", "season": "Herbst", "training_year": 2027}, "Herbst 2027"),
        ({"kind": "year", "training_year": 2027}, "Ausbildungsjahr 2027"),
        ({"kind": "as_soon_as_possible"}, "so bald wie möglich"),
        ({"kind": "unknown"}, "keine Angabe"),
    ],
)
def test_a_start_is_said_in_german(start: dict[str, object], words: str) -> None:
    assert say_start(Start.model_validate({"rule": "x", "text": "x", **start})) == words


@pytest.mark.parametrize(
    ("text", "on", "others"),
    [
        ("Bewerbung bis 1.8.2027, Beginn 1.9.2027", SEPTEMBER, ()),
        ("Infotag 1.8.2027, Beginn 1.9.2027", SEPTEMBER, ()),
        ("1.8.2027, Ausbildungsbeginn: 1.9.2027", SEPTEMBER, ()),
        ("1.8.2027 bis 31.7.2030", AUGUST, ()),
        ("zum ersten September 2027", SEPTEMBER, ()),
        ("August 2027, genauer am 1.9.2027", SEPTEMBER, ()),
        ("1.8.2026, 1.8.2027 und 1.9.2027", AUGUST, (date(2026, 8, 1), SEPTEMBER)),
        ("1.8.2025 und 1.8.2026", date(2026, 8, 1), (date(2025, 8, 1),)),
        ("24.11.2026 und 1.8.2027", TODAY, (AUGUST,)),
    ],
)
def test_of_several_dates_the_next_start_is_read(
    text: str, on: date, others: tuple[date, ...]
) -> None:
    start = read_start(text, today=TODAY)
    assert (start.on, start.others) == (on, others)
    assert start.kind is StartKind.DAY


@pytest.mark.parametrize(
    ("text", "kind", "rule"),
    [
        ("ab sofort, laufend", StartKind.AS_SOON_AS_POSSIBLE, "date.soon"),
        ("jederzeit", StartKind.UNKNOWN, "date.rolling"),
        ("00.00.0000", StartKind.UNKNOWN, "date.placeholder"),
        ("Beginn nach Absprache", StartKind.UNKNOWN, "date.not_stated"),
        ("Beginn zum Jahresanfang", StartKind.UNKNOWN, "date.vague"),
        ("Ausbildungsjahr 2027/2028", StartKind.YEAR, "date.training_year"),
        ("Herbst 2027", StartKind.SEASON, "date.season"),
        ("August 2027", StartKind.MONTH, "date.month"),
        ("Mitte August 2027", StartKind.MONTH, "date.vague"),
        ("08/2027", StartKind.MONTH, "date.month"),
        ("2027-08-01T10:00Z", StartKind.DAY, "date.instant"),
        ("2027-08-01", StartKind.DAY, "date.iso"),
        ("1.8.27", StartKind.DAY, "date.two_digit_year"),
        ("August oder September 2027", StartKind.MONTH, "date.several"),
    ],
)
def test_the_rule_says_by_what_a_start_was_read(text: str, kind: StartKind, rule: str) -> None:
    start = read_start(text, today=TODAY)
    assert (start.kind, start.rule) == (kind, rule)
