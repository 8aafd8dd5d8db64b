"""Letters read in the wrong encoding are read as they are meant, and right ones stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.normalisers.mojibake import mended

GERMAN = "äöüÄÖÜß§°«»€–—„“”‚‘’…•é"
DRAWN = st.text(st.sampled_from("abc ()/.," + GERMAN))


@given(DRAWN)
def test_what_is_right_stays(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
@pytest.mark.parametrize("letter", GERMAN)
def test_utf_8_that_was_read_otherwise_is_read_again(letter: str, wrong: str) -> None:
    try:
        spoilt = f"a{letter}b".encode().decode(wrong)
    except UnicodeDecodeError:
        return
    assert mended(spoilt) == f"a{letter}b"


def test_what_went_wrong_twice_is_read_twice() -> None:
    assert mended("Gärtner".encode().decode("cp1252").encode().decode("cp1252")) == "Gärtner"


@given(st.text())
def test_any_text_is_read_and_once_is_enough_for_what_is_right(text: str) -> None:
    assert isinstance(mended(text), str)


@pytest.mark.parametrize("text", ["São Paulo", "Âge", "CHÂTEAU", "Ã", "â€", "MENÜ“"])
def test_letters_of_other_languages_stay(text: str) -> None:
    assert mended(text) == text
