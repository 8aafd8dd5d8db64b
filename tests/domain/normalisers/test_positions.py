"""Positions: a number of training places that is exact, or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.positions import read_positions


@pytest.mark.parametrize(
    ("text", "number"),
    [("1", 1), ("25 Plätze", 25), ("Anzahl der Stellen: 3", 3), ("zwei Ausbildungsplätze", 2)],
)
def test_a_number_is_read(text: str, number: int) -> None:
    assert read_positions(text) == number


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("bis zu 25", "positions.inexact"),
        ("ca. 10", "positions.inexact"),
        ("2 - 3", "positions.inexact"),
        ("mehrere", "positions.inexact"),
        ("3 für 2027 und 4 für 2028", "positions.several"),
        ("Plätze frei", "positions.unreadable"),
        ("", "positions.unreadable"),
        ("0", "positions.out_of_range"),
        ("1000", "positions.out_of_range"),
    ],
)
def test_what_is_not_exact_is_refused(text: str, rule: str) -> None:
    with pytest.raises(UnreadableTextError) as refused:
        read_positions(text)
    assert refused.value.rule == rule


@given(st.one_of(st.text(), st.integers().map(str)))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        number = read_positions(text)
    except UnreadableTextError:
        return
    assert 1 <= number <= 999
    assert read_positions(str(number)) == number
