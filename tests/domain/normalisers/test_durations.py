"""Durations: lengths of a training in months."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.durations import read_duration


def attempt(text: str) -> int | UnreadableTextError:
    try:
        return read_duration(text)
    except UnreadableTextError as error:
        return error


@given(st.text(max_size=60) | st.text(alphabet="123 ½,-/.jahremont+und bis", max_size=40))
def test_no_text_raises_anything_but_the_error_for_unreadable_texts(text: str) -> None:
    outcome = attempt(text)
    if isinstance(outcome, UnreadableTextError):
        assert outcome.rule.startswith("duration.")
    else:
        assert 1 <= outcome <= 72


@given(st.integers(1, 72))
def test_months_are_read_as_they_are_written(months: int) -> None:
    assert read_duration(f"{months} Monate") == months
    assert read_duration(f"P{months}M") == months


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("viereinhalbjährige", 54),
        ("3 ½ Jahre", 42),
        ("3½ Jahre", 42),
        ("21 Monate Theorie + 15 Monate Praxis", 36),
        ("2 Jahre und 6 Monate", 30),
        ("3 Jahre (36 Monate)", 36),
        ("7 Semester (3,5 Jahre)", 42),
        ("ein halbes Jahr", 6),
        ("zwei und ein halbes Jahr", 30),
        ("drei Jahre, in Teilzeit vier Jahre", 36),
        ("3 Jahre, davon 6 Monate Praktikum", 36),
        ("3 Jahre (Verkürzung auf 2 Jahre möglich)", 36),
        ("Probezeit 4 Monate; Ausbildung 36 Monate", 36),
        ("6 Monate Praktikum und 3 Jahre Ausbildung", 36),
        ("anderthalb Jahre", 18),
        ("anderthalb Semester", 9),
        ("2 Semester", 12),
        ("P3Y6M", 42),
        ("P3Y", 36),
    ],
)
def test_the_length_of_the_training_itself_is_read(text: str, months: int) -> None:
    assert read_duration(text) == months


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (" ", "duration.empty"),
        ("36", "duration.unreadable"),
        ("3 Wochen", "duration.unreadable"),
        ("im 3. Jahr", "duration.unreadable"),
        ("2-3 Jahre", "duration.range"),
        ("6 bis 12 Monate", "duration.range"),
        ("mindestens sechs Monate", "duration.range"),
        ("24 Monate; 36 Monate", "duration.several"),
        ("7 Jahre", "duration.out_of_range"),
    ],
)
def test_a_span_a_limit_or_a_bare_number_is_refused(text: str, rule: str) -> None:
    with pytest.raises(UnreadableTextError) as caught:
        read_duration(text)
    assert caught.value.rule == rule
