"""Dates: each shape read with its precision, and nothing guessed."""

from datetime import date, timedelta
from typing import Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.dates import (
    DateKind,
    Deadline,
    Start,
    read_date,
    read_day,
    read_deadline,
    read_start,
    say_deadline,
    say_start,
)
from stellenbund.domain.vocabulary import DeadlineKind, StartKind

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(2000, 1, 1), date(2036, 12, 31))
BITS = st.sampled_from(
    [
        *("1.", "31.", "9.", "09", "2027", "2027/28", "'27", "00.00.0000", "2026-08-05", "t10:00z"),
        *(
            "september",
            "märz",
            "bis ",
            "ab ",
            "vom ",
            "zum ",
            "-",
            "–",
            "/",
            " und ",
            " ",
            ",",
            "(",
        ),
        *(")", "sofort", "laufend", "aufgehoben", "verlängert", "frist", "beginn", "mitte ", "kw "),
        *("24:00 uhr", "/date(", "1789077600", "herbst ", "jährlich ", "\n", "\u00a0", "¹", "٣"),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(BITS, max_size=9).map("".join))


class Reader(Protocol):
    """One of the four readers."""

    def __call__(self, text: str, *, today: date) -> object:
        """Read *text*."""


def attempt(read: Reader, text: str) -> UnreadableTextError | None:
    try:
        read(text, today=TODAY)
    except UnreadableTextError as error:
        return error
    return None


def refusal(text: str, read: Reader = read_date) -> str:
    error = attempt(read, text)
    assert error is not None
    return error.rule


@given(TEXTS)
def test_no_text_raises_anything_but_the_error_for_unreadable_texts(text: str) -> None:
    for read in (read_date, read_start, read_deadline, read_day):
        error = attempt(read, text)
        if error:
            assert error.rule.startswith("date.")
            assert error.message.endswith(".")


@given(TEXTS, st.dates(date(2016, 1, 1), date(2035, 12, 31)))
def test_what_is_read_is_a_value_of_its_kind(text: str, today: date) -> None:
    try:
        start = read_start(text, today=today)
    except UnreadableTextError:
        return
    has_day = start.kind in {StartKind.DAY, StartKind.MONTH}
    assert has_day == (start.on is not None)
    assert (start.training_year is None) == (
        start.kind in {StartKind.UNKNOWN, StartKind.AS_SOON_AS_POSSIBLE}
    )


def starts() -> st.SearchStrategy[Start]:
    """Return every sort of start that a text can state."""
    several = st.lists(DAYS, min_size=1, max_size=3, unique=True).map(sorted)
    months = several.map(lambda days: sorted({day.replace(day=1) for day in days}))
    years = st.integers(2000, 2036)
    seasons = st.sampled_from(["Frühjahr", "Wintersemester", "Schuljahresbeginn", "3. Quartal"])
    return st.one_of(
        several.map(lambda days: _start(StartKind.DAY, days)),
        months.map(lambda days: _start(StartKind.MONTH, days)),
        st.builds(lambda year, season: _start(StartKind.SEASON, [], year, season), years, seasons),
        years.map(lambda year: _start(StartKind.YEAR, [], year)),
        st.sampled_from([StartKind.AS_SOON_AS_POSSIBLE, StartKind.UNKNOWN]).map(
            lambda kind: _start(kind, [])
        ),
    )


def _start(
    kind: StartKind, days: list[date], year: int | None = None, season: str | None = None
) -> Start:
    on = min((day for day in days if day >= TODAY), default=max(days, default=None))
    others = tuple(day for day in days if day != on)
    year = on.year if on else year
    return Start(
        kind=kind, rule="x", text="x", on=on, others=others, training_year=year, season=season
    )


@given(starts())
def test_a_start_that_was_printed_reads_as_the_same_start(start: Start) -> None:
    read = read_start(say_start(start), today=TODAY)
    assert read == start.model_copy(update={"rule": read.rule, "text": say_start(start)})
    assert read_start(say_start(read), today=TODAY) == read


@given(
    kind=st.sampled_from(DeadlineKind),
    on=DAYS,
    open_for=st.none() | st.integers(0, 400),
)
def test_a_deadline_that_was_printed_reads_as_the_same_deadline(
    kind: DeadlineKind, on: date, open_for: int | None
) -> None:
    opens_on = None if open_for is None else max(on - timedelta(open_for), date(2000, 1, 1))
    is_fixed = kind is DeadlineKind.FIXED
    deadline = Deadline(
        kind=kind, rule="x", text="x", on=on if is_fixed else None, opens_on=opens_on
    )
    read = read_deadline(say_deadline(deadline), today=TODAY)
    assert read == deadline.model_copy(update={"rule": read.rule, "text": say_deadline(deadline)})


@given(DAYS)
def test_a_written_day_is_the_same_day_in_every_role(day: date) -> None:
    for text in (f"{day:%d.%m.%Y}", f"{day.day}. {day.month}. {day.year}", day.isoformat()):
        assert read_day(text, today=TODAY) == day
        assert read_start(text, today=TODAY).on == day
        assert read_deadline(text, today=TODAY).on == day


@given(st.dates(TODAY, TODAY + timedelta(364)))
def test_a_deadline_without_year_is_the_next_such_day_or_none(day: date) -> None:
    text = f"bis {day.day}.{day.month}."
    if day - TODAY > timedelta(183):
        assert refusal(text, read_deadline) == "date.year_missing"
    else:
        read = read_deadline(text, today=TODAY)
        assert (read.on, read.rule) == (day, "date.year_inferred")


def test_a_start_without_year_is_the_next_one_unless_it_has_just_passed() -> None:
    assert read_start("1. September", today=TODAY).on == date(2027, 9, 1)
    assert read_start("1. September", today=TODAY).rule == "date.year_inferred"
    assert refusal("1. November", read_start) == "date.year_missing"


def test_the_day_of_an_exact_role_is_never_inferred() -> None:
    assert refusal("31. Januar", read_day) == "date.year_missing"
    assert refusal("1.-15.9.2026", read_day) == "date.several"
    assert refusal("September 2027", read_day) == "date.no_day"
    assert refusal("00.00.0000", read_day) == "date.placeholder"


def test_an_extended_deadline_is_the_later_one() -> None:
    read = read_deadline("30.09.2026 (verlängert bis 31.10.2026)", today=TODAY)
    assert (read.on, read.rule) == (date(2026, 10, 31), "date.extended")


def test_a_lifted_deadline_leaves_no_day_behind() -> None:
    read = read_deadline("Bewerbungsfrist 30.09.2026 aufgehoben", today=TODAY)
    assert (read.kind, read.on) == (DeadlineKind.ROLLING, None)


def test_the_first_day_of_a_period_opens_and_its_last_day_closes() -> None:
    read = read_deadline("01.11.–15.01.2027", today=TODAY)
    assert (read.opens_on, read.on) == (date(2026, 11, 1), date(2027, 1, 15))
    assert read_start("01.09.2027 – 31.08.2030", today=TODAY).on == date(2027, 9, 1)


def test_the_day_from_which_one_may_apply_is_no_deadline() -> None:
    read = read_deadline("Bewerbungen sind ab 01.08.2026 möglich", today=TODAY)
    assert (read.kind, read.on) == (DeadlineKind.UNKNOWN, None)
    assert (read.opens_on, read.rule) == (date(2026, 8, 1), "date.opens_only")


def test_start_and_deadline_in_one_sentence_are_not_mixed_up() -> None:
    text = "Bewirb dich bis 15. Januar 2027 für die Ausbildung zum 1. September 2027!"
    assert read_start(text, today=TODAY).on == date(2027, 9, 1)
    assert read_deadline(text, today=TODAY).on == date(2027, 1, 15)


def test_a_year_between_a_label_and_its_day_does_not_part_them() -> None:
    text = "Bewerbungsschluss für das Ausbildungsjahr 2027 ist der 31.12.2026"
    assert read_deadline(text, today=TODAY).on == date(2026, 12, 31)
    with pytest.raises(UnreadableTextError) as caught:
        read_start("Bewerbungsschluss für 2027 ist der 31.12.2026", today=TODAY)
    assert caught.value.rule == "date.wrong_role"


@pytest.mark.parametrize("text", ["ab 08/27", "ab August 27"])
def test_a_short_year_behind_a_month_counts_where_a_beginning_is_meant(text: str) -> None:
    assert read_start(text, today=TODAY).on == date(2027, 8, 1)


def test_a_label_may_also_follow_its_date_in_brackets() -> None:
    text = "01.09.2027 (Beginn), 31.01.2027 (Bewerbungsschluss)"
    assert read_start(text, today=TODAY).on == date(2027, 9, 1)
    assert read_deadline(text, today=TODAY).on == date(2027, 1, 31)


def test_a_start_is_no_deadline_and_a_deadline_no_start() -> None:
    assert refusal("Ausbildungsbeginn 01.09.2027", read_deadline) == "date.wrong_role"
    assert refusal("Bewerbungsschluss 31.01.2027", read_start) == "date.wrong_role"


def test_two_starts_are_the_next_one_and_the_others() -> None:
    start = read_start("1.4. und 1.10.2027", today=date(2027, 6, 1))
    assert (start.on, start.others) == (date(2027, 10, 1), (date(2027, 4, 1),))


def test_two_deadlines_are_refused() -> None:
    assert refusal("30.09.2026 und 31.01.2027", read_deadline) == "date.several"


@pytest.mark.parametrize(
    "text", ["Mitte September", "zum Monatsende", "Ende Januar 2027", "Herbst 2026", "Oktober 2026"]
)
def test_what_is_no_day_never_becomes_a_fixed_deadline(text: str) -> None:
    read = read_deadline(text, today=TODAY)
    assert (read.kind, read.on, read.rule) == (DeadlineKind.UNKNOWN, None, "date.vague")


def test_the_middle_of_a_month_is_that_month() -> None:
    read = read_date("Mitte September 2027", today=TODAY)
    assert (read.kind, read.on, read.rule) == (DateKind.MONTH, date(2027, 9, 1), "date.vague")


@pytest.mark.parametrize(
    "text",
    ["00.00.0000", "01.01.1900", "31. Dezember 2100", "31.12.2065", "9999-12-31", "4102444800"],
)
def test_a_placeholder_is_no_date(text: str) -> None:
    read = read_deadline(text, today=TODAY)
    assert (read.kind, read.rule) == (DeadlineKind.UNKNOWN, "date.placeholder")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "date.empty"),
        ("30.02.2027", "date.impossible"),
        ("31.11.", "date.impossible"),
        ("29.2.27", "date.impossible"),
        ("09/01/2027", "date.ambiguous_order"),
        ("1/9/27", "date.ambiguous_order"),
        ("2027/2030", "date.ambiguous_years"),
        ("31.12.65", "date.two_digit_year"),
        ("46326", "date.serial_number"),
        ("KW 36/2027", "date.calendar_week"),
        ("2027-W36", "date.calendar_week"),
        ("14 Tage nach Veröffentlichung", "date.relative"),
        ("1. September nächsten Jahres", "date.relative"),
        ("Herbst", "date.year_missing"),
        ("1. Ausbildungsjahr", "date.unreadable"),
        ("bis 12 Uhr", "date.unreadable"),
        ("31.01.20271", "date.unreadable"),
    ],
)
def test_what_is_ambiguous_or_impossible_is_refused_by_its_rule(text: str, rule: str) -> None:
    assert refusal(text) == rule


def test_an_order_that_only_one_reading_allows_is_read() -> None:
    assert read_day("31/01/2027", today=TODAY) == date(2027, 1, 31)
    assert read_day("12/31/2026", today=TODAY) == date(2026, 12, 31)
    assert read_day("09/09/2027", today=TODAY) == date(2027, 9, 9)


def test_a_footnote_mark_is_no_digit() -> None:
    assert read_day("31.01.2027¹", today=TODAY) == date(2027, 1, 31)


def test_the_error_quotes_the_text_that_was_found() -> None:
    with pytest.raises(UnreadableTextError) as caught:
        read_date("Frist:  30.02.2027", today=TODAY)
    assert caught.value.text == "Frist: 30.02.2027"
