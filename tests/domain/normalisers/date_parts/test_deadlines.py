"""Deadlines: which date of a text is one, and how a deadline is said."""

from datetime import date

import pytest

from stellenbund.domain.normalisers.date_parts.deadlines import Deadline, say_deadline
from stellenbund.domain.normalisers.dates import read_deadline
from stellenbund.domain.vocabulary import DeadlineKind

TODAY = date(2026, 11, 24)
DECEMBER, JANUARY = date(2026, 12, 1), date(2027, 1, 15)


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        ({"kind": "fixed", "on": JANUARY}, "bis zum 15. Januar 2027"),
        (
            {"kind": "fixed", "on": JANUARY, "opens_on": DECEMBER},
            "ab dem 1. Dezember 2026 bis zum 15. Januar 2027",
        ),
        ({"kind": "rolling"}, "laufend"),
        ({"kind": "rolling", "opens_on": DECEMBER}, "ab dem 1. Dezember 2026 laufend"),
        ({"kind": "unknown"}, "keine Angabe"),
        ({"kind": "unknown", "opens_on": DECEMBER}, "ab dem 1. Dezember 2026"),
    ],
)
def test_a_deadline_is_said_in_german(deadline: dict[str, object], words: str) -> None:
    assert say_deadline(Deadline.model_validate({"rule": "x", "text": "x", **deadline})) == words


@pytest.mark.parametrize(
    ("text", "opens_on", "on", "rule"),
    [
        ("15.1.2027", None, JANUARY, "date.day"),
        ("1.12.2026 bis 15.1.2027", DECEMBER, JANUARY, "date.period"),
        ("zwischen dem 1.12.2026 und dem 15.1.2027", DECEMBER, JANUARY, "date.period"),
        ("Bewerbung ab 1.12.2026, bis 15.1.2027 möglich", DECEMBER, JANUARY, "date.period"),
        (
            "Bewerbungsstart 1.12.2026, Bewerbungsschluss 15.1.2027",
            DECEMBER,
            JANUARY,
            "date.period",
        ),
        ("15.1.2027, Beginn 1.8.2027", None, JANUARY, "date.day"),
        ("Infotag 1.12.2026, Bewerbung 15.1.2027", None, JANUARY, "date.day"),
        ("spätestens 15.1.2027, besser 1.12.2026", None, JANUARY, "date.day"),
        ("statt 1.12.2026 jetzt 15.1.2027", None, JANUARY, "date.extended"),
        ("1.11.2026 – 1.12.2026 (verlängert bis 15.1.2027)", None, JANUARY, "date.extended"),
        ("verlängert bis 15.1.2027", None, JANUARY, "date.extended"),
        ("bis 15.1.2027, Einsicht ab 1.2.2027", None, JANUARY, "date.day"),
    ],
)
def test_the_last_day_is_told_from_the_other_dates(
    text: str, opens_on: date | None, on: date, rule: str
) -> None:
    read = read_deadline(text, today=TODAY)
    assert (read.opens_on, read.on, read.rule) == (opens_on, on, rule)
    assert read.kind is DeadlineKind.FIXED


@pytest.mark.parametrize(
    ("text", "kind", "opens_on", "rule"),
    [
        ("ab 1.12.2026", DeadlineKind.UNKNOWN, DECEMBER, "date.opens_only"),
        ("ab 1.12.2026 und ab 15.1.2027", DeadlineKind.UNKNOWN, DECEMBER, "date.opens_only"),
        ("Bewerbungen ab 1.12.2026 laufend", DeadlineKind.ROLLING, DECEMBER, "date.rolling"),
        ("Frist 15.1.2027 aufgehoben", DeadlineKind.ROLLING, None, "date.lifted"),
        ("laufend, ab sofort", DeadlineKind.ROLLING, None, "date.rolling"),
        ("ab sofort", DeadlineKind.ROLLING, None, "date.soon"),
        ("Beginn 1.8.2027, laufend", DeadlineKind.ROLLING, None, "date.rolling"),
        ("Frist Mitte Januar 2027", DeadlineKind.UNKNOWN, None, "date.vague"),
        ("00.00.0000", DeadlineKind.UNKNOWN, None, "date.placeholder"),
        ("keine Angabe", DeadlineKind.UNKNOWN, None, "date.not_stated"),
    ],
)
def test_without_a_last_day_the_words_decide(
    text: str, kind: DeadlineKind, opens_on: date | None, rule: str
) -> None:
    read = read_deadline(text, today=TODAY)
    assert (read.kind, read.opens_on, read.on, read.rule) == (kind, opens_on, None, rule)
