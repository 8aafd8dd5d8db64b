"""Words: one form for all spellings, genders and alphabets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.catalogue.words import words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gärtner", "Gaertnerinnen"),
        ("Gärtner", "gartner"),
        ("Straße", "strase"),
        ("Schwimmmeister", "Schwimeister"),
        ("Kauffrau für Büromanagement", "KAUFLEUTE BUEROMANAGEMENT"),
        ("Fachangestellte:r", "Fachangestellter"),
        ("İtfaiye", "ITFAIYE"),
        ("şoförü", "soforu"),
        ("yazılımcı", "yazilimci"),
        ("strażak", "STRAZAK"),
        ("комп'ютер", "комп’ютер"),
        ("шофёр", "шофер"),
        ("المكتبة", "مكتبه"),
        ("أطفال", "اطفال"),
        ("doctor's", "doctor"),
    ],
)
def test_two_spellings_are_one_word(one: str, other: str) -> None:
    assert words_of(one) == words_of(other) != ()


@pytest.mark.parametrize(("one", "other"), [("Koch", "Kuchen"), ("44787", "4787"), ("Zoo", "Zo")])
def test_two_words_stay_two(one: str, other: str) -> None:
    assert words_of(one) != words_of(other)


@given(st.text(max_size=60))
def test_any_text_has_words_without_blanks(text: str) -> None:
    assert all(word and word == word.strip() and " " not in word for word in words_of(text))
