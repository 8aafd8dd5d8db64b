"""Times of a record that nobody can have meant are not shown, and are pointed out."""

from datetime import date

import pytest

from stellenbund.domain.finding import Severity
from stellenbund.domain.normalisers.record_parts.believable import Times
from stellenbund.domain.normalisers.record_parts.notebook import Notebook
from stellenbund.domain.normalisers.record_parts.times import read_times
from stellenbund.domain.record import RawRecord
from stellenbund.domain.vocabulary import DeadlineKind, StartKind

TODAY = date(2026, 11, 25)


def read(
    start: str | None = None, deadline: str | None = None, title: str | None = None
) -> tuple[Times, list[str]]:
    notebook = Notebook()
    record = RawRecord(page="https://musterstadt.example/", start=start, deadline=deadline)
    times = read_times(record, title_start=title, today=TODAY, notebook=notebook)
    return times, [finding.rule for finding in notebook.findings]


@pytest.mark.parametrize(
    "text",
    ["1801263599", "1801263599000", " 1801263599 ", "1801263599.0", "'1801263599'",
     "1801263599,00", "1.801263599E9", "/Date(1801263599000)/"],
)  # fmt: skip
def test_a_stamp_gives_its_day_but_is_no_word_to_show(text: str) -> None:
    times, rules = read(deadline=text)
    assert (times.deadline_kind, times.deadline_on) == (DeadlineKind.FIXED, date(2027, 1, 29))
    assert (times.deadline_text, rules) == (None, ["deadline.stamp"])


def test_a_start_that_is_a_stamp_gives_its_day_but_is_no_word_to_show() -> None:
    times, rules = read(start="1819749600")
    assert (times.start_kind, times.starts_on) == (StartKind.DAY, date(2027, 9, 1))
    assert (times.start_text, rules) == (None, ["start.stamp"])


def test_a_stamp_that_means_a_past_day_is_pointed_out_twice() -> None:
    times, rules = read(deadline="1600000000")
    assert (times.deadline_on, times.deadline_text) == (date(2020, 9, 13), None)
    assert rules == ["deadline.long_past", "deadline.stamp"]


@pytest.mark.parametrize("text", ["31.01.2027", "2027-01-31", "2027-01-31T00:00:00Z"])
def test_a_date_is_no_stamp(text: str) -> None:
    times, rules = read(deadline=text)
    assert (times.deadline_on, times.deadline_text, rules) == (date(2027, 1, 31), text, [])


def test_a_date_in_digits_is_read_but_is_no_word_to_show() -> None:
    times, rules = read(deadline="20270131")
    assert (times.deadline_on, times.deadline_text, rules) == (date(2027, 1, 31), None, [])
    assert read(start="2027")[0].start_text == "2027"


@pytest.mark.parametrize(
    "text",
    ["00.00.0000", "0000-00-00", "0001-01-01T00:00:00", "0", "1.1.1970", "01.01.1900",
     "31.12.2100", "31.12.9999", "bis 31.12.2099", "-62135596800000", "/Date(-62135596800000)/"],
)  # fmt: skip
@pytest.mark.parametrize("place", ["deadline", "start"])
def test_a_placeholder_is_not_shown_but_pointed_out(place: str, text: str) -> None:
    times, rules = read(**{place: text})
    assert times == Times()
    assert rules == [f"{place}.placeholder"]


@pytest.mark.parametrize(
    "text",
    ["E9a", "A 13 Z", "nach TVöD", "bis E9a", "9999", "46000", "03/04/2027", "Bochum", "true",
     "39 Stunden", "1.368,26 €", "31.02.2027", "31.02.2027, EG 9b", "12345", "4711-A"],
)  # fmt: skip
@pytest.mark.parametrize("place", ["deadline", "start"])
def test_what_cannot_be_read_is_not_shown_unless_its_words_are_about_time(
    place: str, text: str
) -> None:
    times, rules = read(**{place: text})
    assert times == Times()
    assert [rule.partition(".")[0] for rule in rules] == ["date"]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("15. Oktober", ["date.year_missing"]),
        ("zwei Wochen nach Veröffentlichung", ["date.relative"]),
        ("31.01.2027 und 31.03.2027", ["date.several"]),
        ("Mitte September", ["deadline.vague"]),
        ("Ende Februar", ["deadline.vague"]),
        ("Monatsende", ["deadline.vague"]),
        ("nach Vereinbarung", []),
        ("siehe Ausschreibung", []),
        ("laufend", []),
        ("bis 31.12.2099 oder bis zur Besetzung", []),
    ],
)
def test_words_about_time_are_shown_even_where_they_name_no_day(
    text: str, rules: list[str]
) -> None:
    times, found = read(deadline=text)
    assert (times.deadline_on, times.deadline_text, found) == (None, text, rules)


@pytest.mark.parametrize("text", ["k. A.", "-", "null", "none", "n/a", "---"])
def test_what_says_nothing_is_no_word_to_show(text: str) -> None:
    assert read(deadline=text) == (Times(), [])


def test_an_unreadable_start_hides_nothing_of_the_title() -> None:
    times, rules = read(start="E9a", title="2027")
    assert (times.training_year, times.start_text, rules) == (2027, "2027", ["date.unreadable"])


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("26.11.2028", []),
        ("27.11.2028", ["deadline.far"]),
        ("31.01.2032", ["deadline.far"]),
        ("25.11.2026", []),
        ("24.11.2026", ["deadline.past"]),
        ("23.11.2024", ["deadline.past"]),
        ("22.11.2024", ["deadline.long_past"]),
        ("31.01.2017", ["deadline.long_past"]),
    ],
)
def test_a_deadline_lies_within_two_years(text: str, rules: list[str]) -> None:
    times, found = read(deadline=text)
    assert found == rules
    shown = (times.deadline_kind, times.deadline_on is not None, times.deadline_text)
    if rules == ["deadline.far"]:
        assert shown == (DeadlineKind.UNKNOWN, False, None)
    else:
        assert shown == (DeadlineKind.FIXED, True, text)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("01.09.2027", []),
        ("27.11.2029", []),
        ("28.11.2029", ["start.far"]),
        ("01.09.2032", ["start.far"]),
        ("Ausbildungsjahr 2029", []),
        ("Ausbildungsjahr 2030", ["start.far"]),
        ("Ausbildungsjahr 2024", []),
        ("Ausbildungsjahr 2023", ["start.long_past"]),
        ("23.11.2024", []),
        ("22.11.2024", ["start.long_past"]),
    ],
)
def test_a_start_lies_within_two_years_back_and_three_ahead(text: str, rules: list[str]) -> None:
    times, found = read(start=text)
    assert found == rules
    shown = (times.start_kind is not StartKind.UNKNOWN, times.training_year, times.start_text)
    if rules == ["start.far"]:
        assert shown == (False, None, None)
        assert times.starts_on is None
    else:
        assert shown == (True, int(text[-4:]), text)


def test_a_deadline_that_is_not_shown_is_not_compared_with_the_start() -> None:
    assert read("01.09.2027", "31.12.2032")[1] == ["deadline.far"]
    assert read("01.09.2027", "31.12.2027")[1] == ["deadline.after_start"]
    assert read("01.09.2027", "01.09.2027")[1] == []


def test_what_a_finding_names_is_the_text_as_it_stood() -> None:
    notebook = Notebook()
    record = RawRecord(page="https://musterstadt.example/", start="2032", deadline="1801263599")
    read_times(record, title_start=None, today=TODAY, notebook=notebook)
    told = [(each.place, each.value, each.severity) for each in notebook.findings]
    assert told == [
        ("start", "2032", Severity.WARNING),
        ("deadline", "1801263599", Severity.WARNING),
    ]


def test_where_no_time_is_stated_nothing_is_odd() -> None:
    assert read() == (Times(), [])
