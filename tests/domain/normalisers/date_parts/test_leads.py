"""Leads: what the words around a date call it, and what ties it to the one before."""

import pytest

from stellenbund.domain.normalisers.date_parts.leads import led_to, without_clock
from stellenbund.domain.normalisers.date_parts.mentions import Label, Link, find_mentions


def leads(text: str) -> list[tuple[Label | None, Link | None]]:
    mentions, rest = find_mentions(without_clock(text))
    return [(each.label, each.link) for each in led_to(mentions, rest)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("1.9.2027", None),
        ("bis 1.9.2027", Label.UNTIL),
        ("spaetestens 1.9.2027", Label.LATEST),
        ("ab 1.9.2027", Label.FROM),
        ("bewerbungsschluss: 1.9.2027", Label.CLOSES),
        ("bewerbungsstart 1.9.2027", Label.OPENS),
        ("bewerbung ab 1.9.2027", Label.OPENS),
        ("bewerbungsfrist ab 1.9.2027", Label.OPENS),
        ("bewerbungszeitraum bis 1.9.2027", Label.CLOSES),
        ("bewerbungszeitraum spaetestens 1.9.2027", Label.CLOSES),
        ("ausbildungsbeginn ab 1.9.2027", Label.STARTS),
        ("infoveranstaltung am 1.9.2027", Label.ASIDE),
        ("bewerbungsschluss. beginn am 1.9.2027", Label.STARTS),
        ("beginn nach der bewerbungsfrist 1.9.2027", Label.CLOSES),
        ("die frist ist vorbei! 1.9.2027", None),
        ("1.9.2027 (beginn)", Label.STARTS),
        ("frist 1.9.2027 (beginn)", Label.STARTS),
        ("frist 1.9.2027 (montag)", Label.CLOSES),
    ],
)
def test_the_last_sentence_before_a_date_or_a_bracket_behind_it_calls_it(
    text: str, label: Label | None
) -> None:
    assert leads(text) == [(label, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ab 1.8. und 1.9.2027", [(Label.FROM, None), (Label.FROM, Link.LIST)]),
        ("beginn 1.8., 1.9.2027", [(Label.STARTS, None), (Label.STARTS, Link.LIST)]),
        ("1.8.2027 oder (im norden) 1.9.2027", [(None, None), (None, Link.LIST)]),
        ("1.8. - 1.9.2027", [(None, None), (None, Link.PERIOD)]),
        ("1.8. bis zum 1.9.2027", [(None, None), (None, Link.PERIOD)]),
        ("zwischen dem 1.8. und dem 1.9.2027", [(Label.FROM, None), (Label.FROM, Link.PERIOD)]),
        (
            "bewerbung ab 1.8.2027, moeglich bis 1.9.2027",
            [(Label.OPENS, None), (Label.UNTIL, Link.PERIOD)],
        ),
        (
            "ab 1.8.2027 geht es mit allen neuen auszubildenden los, zimmer bis 1.9.2027",
            [(Label.FROM, None), (Label.UNTIL, None)],
        ),
        ("frist 1.8.2027, zimmer bis 1.9.2027", [(Label.CLOSES, None), (Label.UNTIL, None)]),
        (
            "1.8.2027 (beginn), 1.2.2027 (bewerbungsschluss)",
            [(Label.STARTS, None), (Label.CLOSES, Link.LIST)],
        ),
    ],
)
def test_dates_that_belong_together_are_tied(
    text: str, expected: list[tuple[Label | None, Link | None]]
) -> None:
    assert leads(text) == expected


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("bewerbungsschluss fuer 2027 ist der 31.12.2026", Label.CLOSES),
        ("bewerbungsfrist zum beginn 2027: 31.12.2026", Label.CLOSES),
        ("bewerbungen bis 2027: 31.12.2026", Label.UNTIL),
        ("bewerbungsschluss fuer 2027 oder frueher 31.12.2026", None),
        ("bewerbungsschluss fuer august 2027: 31.12.2026", None),
    ],
)
def test_a_year_between_a_name_and_its_date_does_not_part_them(
    text: str, label: Label | None
) -> None:
    assert leads(text)[-1][0] is label


@pytest.mark.parametrize(
    ("text", "is_part"),
    [
        ("mitte september 2027", True),
        ("zu beginn september 2027", True),
        ("zweite haelfte september 2027", True),
        ("september 2027", False),
        ("anfang des jahres, im september 2027", False),
    ],
)
def test_a_part_of_a_month_is_none_exactly(text: str, *, is_part: bool) -> None:
    mentions, rest = find_mentions(without_clock(text))
    assert [each.is_part for each in led_to(mentions, rest)] == [is_part]
