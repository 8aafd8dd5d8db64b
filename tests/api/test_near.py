"""Near matches: what was probably meant, and nothing where nobody can tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.api.near import near
from stellenbund.api.shown import LENGTH, shown

CITIES = (
    *("bielefeld", "bochum", "bottrop", "dortmund", "duesseldorf", "duisburg", "essen"),
    *("gelsenkirchen", "muelheim-an-der-ruhr"),
)
PARAMETERS = ("city", "profession", "kind", "certificate", "training_year", "status", "limit")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Bochum", "bochum"),
        ("bohcum", "bochum"),
        ("Düsseldorf", "duesseldorf"),
        ("dusseldorf", "duesseldorf"),
        ("Mülheim", "muelheim-an-der-ruhr"),
        ("muelheim_an_der_ruhr", "muelheim-an-der-ruhr"),
        ("ESSEN ", "essen"),
        ("Gelsenkirchn", "gelsenkirchen"),
    ],
)
def test_the_likeliest_city_comes_first(word: str, meant: str) -> None:
    assert near(word, CITIES)[0] == meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("citty", "city"),
        ("professions", "profession"),
        ("year", "training_year"),
        ("LIMIT", "limit"),
    ],
)
def test_the_likeliest_parameter_comes_first(word: str, meant: str) -> None:
    assert near(word, PARAMETERS)[0] == meant


@pytest.mark.parametrize("word", ["", "x", "%", "\x00", "köln", "page", "\ud800", "x" * 10_000])
def test_nothing_is_near_where_nobody_can_tell(word: str) -> None:
    assert near(word, (*CITIES, *PARAMETERS)) == ()


@given(st.text(st.characters()))
def test_no_text_is_too_odd_to_be_compared_or_shown(word: str) -> None:
    assert set(near(word, CITIES)) <= set(CITIES)
    assert shown(word).isprintable()
    assert len(shown(word)) <= 10 * (LENGTH + 1)


def test_what_is_shown_is_printable_and_short() -> None:
    assert shown("a" * 61) == "a" * 60 + "…"
    assert shown("a\x00\u202e\ud800") == "a\\x00\\u202e\\ud800"
    assert shown("Müller 👋") == "Müller 👋"
    assert (shown(b"\xff"), shown(float("nan")), shown(None)) == (
        "(bytes)",
        "(float)",
        "(NoneType)",
    )
