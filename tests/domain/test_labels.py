"""Labels: every code has one in every language, and no two of a field have the same."""

import re

import pytest

from stellenbund.domain.labels import LABELLED, label
from stellenbund.domain.language import Language
from stellenbund.domain.vocabulary import Status

SCRIPTS = {
    Language.ARABIC: re.compile("[\u0600-\u06ff]"),
    Language.UKRAINIAN: re.compile("[\u0400-\u04ff]"),
    Language.RUSSIAN: re.compile("[\u0400-\u04ff]"),
}
CODES = [
    (field, code)
    for field, vocabulary in LABELLED.items()
    for code in vocabulary
    if code is not Status.HELD
]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("field", "code"), CODES)
def test_every_public_code_has_a_label(field: str, code: str, language: Language) -> None:
    text = label(field, code, language)
    assert text
    assert text == text.strip()
    if script := SCRIPTS.get(language):
        assert script.search(text) or "Fachhochschulreife" in text


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("field", LABELLED)
def test_labels_of_a_field_differ(field: str, language: Language) -> None:
    texts = [label(field, code, language) for name, code in CODES if name == field]
    assert len(set(texts)) == len(texts)


def test_what_is_nobodys_business_and_what_has_no_labels_have_none() -> None:
    assert label("status", Status.HELD, Language.GERMAN) is None
    assert label("title", "x", Language.GERMAN) is None
