"""Languages: BCP 47 tags from what sources write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.languages import read_language


@pytest.mark.parametrize(
    ("text", "tag"),
    [("de", "de"), ("DE", "de"), ("de_DE", "de-DE"), ("Deutsch", "de"), ("en-GB", "en-GB")],
)
def test_a_language_is_a_tag(text: str, tag: str) -> None:
    assert read_language(text) == tag


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UnreadableTextError) as refused:
        read_language("Plattdeutsch und Englisch")
    assert refused.value.rule == "language.unreadable"


@given(st.text())
def test_any_text_is_a_tag_or_refused(text: str) -> None:
    try:
        tag = read_language(text)
    except UnreadableTextError:
        return
    assert tag.isascii()
    assert read_language(tag) == tag
