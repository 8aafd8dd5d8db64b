"""A file that reserves text and data mining is read as its specification says."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.scraping.reservations import Reservation, is_reserved, read_reservations

ALL = '[{"location": "/", "tdm-reservation": 1}]'


@pytest.mark.parametrize(
    ("location", "path", "matches"),
    [
        ("/", "/stellen/17", True),
        ("/stellen/", "/stellen/17", True),
        ("/stellen/", "/stelle", False),
        ("/stellen/*.pdf", "/stellen/2027/a.pdf?x", True),
        ("/stellen/*.pdf$", "/stellen/2027/a.pdf", True),
        ("/stellen/*.pdf$", "/stellen/a.pdf.html", False),
        ("/stellen$", "/stellen", True),
        ("/stellen$", "/stellen/17", False),
        ("*", "/was/immer", True),
        ("/a*b*c", "/a--c--b", False),
        ("/m%C3%BClheim", "/mülheim", True),
        ("/preis-%24", "/preis-$", True),
    ],
)
def test_a_pattern_matches_as_in_robots_txt(location: str, path: str, *, matches: bool) -> None:
    assert Reservation(location, is_reserved=True).matches(path) is matches


def test_the_first_pattern_that_matches_decides() -> None:
    rules = [
        {"location": "/stellen/", "tdm-reservation": 0},
        {"location": "/", "tdm-reservation": 1, "tdm-policy": "https://stadt.test/policy"},
    ]
    found = read_reservations(json.dumps(rules))
    assert not is_reserved(found, "https://stadt.test/stellen/17?seite=2")
    assert is_reserved(found, "https://stadt.test/presse")
    assert is_reserved(found, "https://stadt.test")


def test_where_nothing_matches_nothing_is_reserved() -> None:
    found = read_reservations('[{"location": "/presse/", "tdm-reservation": 1}]')
    assert not is_reserved(found, "https://stadt.test/stellen")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html>Startseite</html>",
        "{}",
        '{"location": "/", "tdm-reservation": 1}',
        "[1, null, []]",
        '[{"location": "/"}]',
        '[{"location": 1, "tdm-reservation": 1}]',
        '[{"location": "/", "tdm-reservation": 2}]',
        "[" * 100_000,
    ],
)
def test_what_is_no_such_file_reserves_nothing(text: str) -> None:
    assert read_reservations(text) == ()


@given(st.text(max_size=200) | st.sampled_from([ALL, ALL[:-1], ALL + ALL]), st.text(max_size=50))
def test_no_file_and_no_address_breaks_it(text: str, path: str) -> None:
    is_reserved(read_reservations(text), "https://stadt.test/" + path)


@given(st.text("ab*$", max_size=60), st.text("ab$", max_size=200))
def test_a_pattern_of_many_stars_takes_no_time(location: str, path: str) -> None:
    Reservation(location * 50, is_reserved=True).matches(path * 100)
