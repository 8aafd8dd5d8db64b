"""Guesses: a slip is forgiven, another word is not made out of it."""

import pytest

from stellenbund.catalogue.guesses import meant
from stellenbund.catalogue.vocabulary import Vocabulary

KNOWN = Vocabulary(
    ["feuerwehr", "erzieher", "erziehung", "koch", "kita", "hort", "пожарныи", "kutuphane"]
)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("feuerwer", ["feuerwehr"]),
        ("euferwehr", ["feuerwehr"]),
        ("erzieer", ["erzieher"]),
        ("kuche", []),
        ("gita", []),
        ("ort", []),
        ("kindererzieher", ["erzieher"]),
        ("feuerwehrauto", ["feuerwehr"]),
        ("kutuphanecilik", ["kutuphane"]),
        ("пожарного", ["пожарныи"]),
        ("erziehungsberatung", ["erziehung"]),
        ("teamfahig", []),
    ],
)
def test_a_word_becomes_the_nearest_known_one_or_none(word: str, expected: list[str]) -> None:
    assert meant(word, KNOWN) == expected


def test_a_word_that_stands_in_texts_is_mistyped_by_one_letter_at_most() -> None:
    assert meant("feuerwr", KNOWN, is_known=True) == []
    assert meant("feuerwer", KNOWN, is_known=True) == ["feuerwehr"]
    assert meant("kindererzieher", KNOWN, is_known=True) == []
