"""Sighting: placeholders, days that do not exist, and times that hang on others."""

from datetime import date

import pytest

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.date_parts.sighting import Sighting, sight
from stellenbund.domain.normalisers.date_parts.time_phrases import Phrase
from stellenbund.domain.normalisers.date_parts.years import Role

TODAY = date(2026, 11, 24)


def seen(text: str, role: Role = Role.ANY) -> Sighting:
    return sight(text, today=TODAY, role=role)


@pytest.mark.parametrize("text", ["31.12.1999", "1.1.2037", "00.00.0000", "1.1.1900"])
def test_a_year_before_2000_or_more_than_ten_ahead_is_a_placeholder(text: str) -> None:
    assert seen(text).dates == ()
    assert seen(text).phrases == {Phrase.PLACEHOLDER}


@pytest.mark.parametrize("text", ["1.1.2000", "31.12.2036", "31.12.26"])
def test_a_year_within_them_is_a_date(text: str) -> None:
    assert len(seen(text).dates) == 1
    assert seen(text).phrases == frozenset()


def test_a_placeholder_beside_a_date_leaves_the_date() -> None:
    both = seen("1.9.2027, 00.00.0000")
    assert [each.year for each in both.dates] == [2027]
    assert Phrase.PLACEHOLDER in both.phrases


@pytest.mark.parametrize(
    "text",
    ["30.2.2027", "29.2.2027", "31.4.", "0.9.2027", "1.13.2027", "30.2.27", "29.2. und 2027"],
)
def test_a_day_that_is_in_no_calendar_is_impossible(text: str) -> None:
    with pytest.raises(UnreadableTextError) as caught:
        seen(text, Role.START)
    assert (caught.value.rule, caught.value.text) == ("date.impossible", text)


def test_the_29th_of_february_may_be_meant_without_a_year() -> None:
    assert seen("29.2.", Role.EXACT).dates[0].day == 29
    assert seen("29.2.2028").dates[0].year == 2028


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("innerhalb von 2 Wochen", "date.relative"),
        ("im August nächsten Jahres", "date.relative"),
        ("1. September kommendes Jahr", "date.relative"),
        ("zwei Wochen vor dem 1.9.2027", "date.relative"),
        ("36. KW", "date.calendar_week"),
        ("KW 36 im September 2027", "date.calendar_week"),
    ],
)
def test_what_hangs_on_another_day_or_is_a_week_is_refused(text: str, rule: str) -> None:
    with pytest.raises(UnreadableTextError) as caught:
        seen(text, Role.START)
    assert (caught.value.rule, caught.value.text) == (rule, text)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [("ab heute bis 1.9.2027", Phrase.RELATIVE), ("KW 35, 1.9.2027", Phrase.WEEK)],
)
def test_beside_a_full_date_such_words_do_no_harm(text: str, phrase: Phrase) -> None:
    both = seen(text)
    assert phrase in both.phrases
    assert [each.day for each in both.dates] == [1]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("2027-09-01", "date.iso"),
        ("2027-09-01T10:00Z", "date.instant"),
        ("20270901", "date.instant"),
        ("1.9.2027 (2027-09-01T10:00Z)", "date.day"),
    ],
)
def test_a_day_that_a_program_wrote_as_an_instant_says_so(text: str, rule: str) -> None:
    assert seen(text).dates[0].rule == rule


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("2027", 1),
        ("ab dem Jahr 2027", 1),
        ("Raum 2027", 0),
        ("Herbst 2027 in Raum 5", 1),
        ("Herbst in Raum 5", 0),
        ("August in Raum 5", 0),
        ("August 2027 in Raum 5", 1),
        ("1. August in Raum 5", 1),
    ],
)
def test_a_bare_month_season_or_year_counts_only_among_words_about_a_start(
    text: str, count: int
) -> None:
    assert len(seen(text, Role.START).dates) == count


@pytest.mark.parametrize("text", ["", " \n ", "\"'", "&nbsp;"])
def test_a_text_without_letters_is_empty(text: str) -> None:
    with pytest.raises(UnreadableTextError) as caught:
        seen(text)
    assert caught.value.rule == "date.empty"


def test_the_text_is_kept_on_one_line_as_it_was_written() -> None:
    assert seen("Beginn:\n 1.9.2027").text == "Beginn: 1.9.2027"
    assert seen("Raum 2027").refusal("x", "Satz.").text == "Raum 2027"
