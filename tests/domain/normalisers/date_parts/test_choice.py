"""Choice: of the dates and phrases of a text, those that count when any time is asked for."""

from datetime import date

import pytest

from stellenbund.domain.normalisers.dates import DateReading, read_date

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "30.09.2026 (verlängert bis 31.10.2026)",
            {
                "kind": "day",
                "rule": "date.extended",
                "on": date(2026, 10, 31),
                "others": (date(2026, 9, 30),),
                "year": 2026,
            },
        ),
        (
            "1.4. und 1.10.2027",
            {
                "kind": "day",
                "rule": "date.several",
                "on": date(2027, 4, 1),
                "others": (date(2027, 10, 1),),
                "year": 2027,
            },
        ),
        (
            "1.8. bis 15.9.2027",
            {
                "kind": "period",
                "rule": "date.period",
                "on": date(2027, 9, 15),
                "opens_on": date(2027, 8, 1),
                "year": 2027,
            },
        ),
        (
            "verlängert: 1.8. bis 15.9.2027",
            {
                "kind": "day",
                "rule": "date.extended",
                "on": date(2027, 9, 15),
                "others": (date(2027, 8, 1),),
                "year": 2027,
            },
        ),
        (
            "Januar bis März 2027",
            {
                "kind": "month",
                "rule": "date.several",
                "on": date(2027, 1, 1),
                "others": (date(2027, 3, 1),),
                "year": 2027,
            },
        ),
        (
            "Infotag am 12.1.2027, Beginn 1.9.2027",
            {"kind": "day", "rule": "date.day", "on": date(2027, 9, 1), "year": 2027},
        ),
        (
            "Infotag am 12.1.2027",
            {"kind": "day", "rule": "date.day", "on": date(2027, 1, 12), "year": 2027},
        ),
        (
            "2026-08-05T10:00Z",
            {"kind": "day", "rule": "date.instant", "on": date(2026, 8, 5), "year": 2026},
        ),
        (
            "Beginn 1.9.2027, erstellt 2026-08-05T10:00Z",
            {
                "kind": "day",
                "rule": "date.several",
                "on": date(2027, 9, 1),
                "others": (date(2026, 8, 5),),
                "year": 2027,
            },
        ),
        (
            "5.8.27",
            {"kind": "day", "rule": "date.two_digit_year", "on": date(2027, 8, 5), "year": 2027},
        ),
        (
            "Herbst 2027",
            {"kind": "season", "rule": "date.season", "year": 2027, "season": "Herbst"},
        ),
        ("Ausbildungsjahr 2027", {"kind": "year", "rule": "date.year", "year": 2027}),
        ("laufend, Frist 30.09.2026 aufgehoben", {"kind": "rolling", "rule": "date.lifted"}),
        ("ab sofort, laufend", {"kind": "as_soon_as_possible", "rule": "date.soon"}),
        ("jederzeit", {"kind": "rolling", "rule": "date.rolling"}),
        ("keine Angabe", {"kind": "unknown", "rule": "date.not_stated"}),
    ],
)
def test_a_text_is_read_with_all_that_it_says(text: str, reading: dict[str, object]) -> None:
    assert read_date(text, today=TODAY) == DateReading.model_validate(reading | {"text": text})
