"""Spelling: one way to write what pages write in many."""

from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.normalisers.spelling import any_of, shown, spelled


@given(st.text(max_size=80))
def test_a_spelled_text_holds_no_control_but_the_line_break(text: str) -> None:
    plain = spelled(text, longest=80)
    assert all(letter == "\n" or letter >= " " for letter in plain)


def test_footnote_marks_do_not_become_digits() -> None:
    assert spelled("1.368,26¹ €", longest=40) == "1.368,26 €"


def test_lines_stay_lines() -> None:
    assert spelled("Größe\u00a0–\r\nMärz", longest=40) == "groesse -\nmaerz"


def test_the_earlier_alternative_wins() -> None:
    assert any_of("ab", "a") == "(?:ab|a)"


def test_what_is_shown_is_one_short_line() -> None:
    assert shown("a\n b" + "c" * 2_000).startswith("a bc")
    assert len(shown("x" * 2_000)) == 300
