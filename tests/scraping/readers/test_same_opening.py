"""A page proves to be an opening's by its number or its title, never by the address asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.record import RawRecord
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.same_opening import are_alike, is_same, leads_elsewhere

SITE = "https://karriere.musterstadt.example"


def listed(title: str | None = "Ausbildung Koch/Köchin", reference: str | None = "17") -> RawRecord:
    return RawRecord(page=SITE, reference=reference, url=f"{SITE}/stelle/17", title=title)


def told(title: str | None, reference: str | None = None) -> RawRecord:
    return RawRecord(page=SITE, title=title, reference=reference)


def page(text: str = "", path: str = "/stelle/17") -> Page:
    return Page(url=f"{SITE}{path}", text=text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Koch", "Ausbildung zur/zum Köchin/Koch (m/w/d)"),
        ("Ausbildung zum Gärtner 2027", "Gärtner*in – Start 01.09.2027"),
        ("Kaufmann/-frau für Büromanagement", "Kauffrau / Kaufmann für Büromanagement"),
        ("Verwaltungsfachangestellte/r", "Verwaltungsfachangestellten (w/m/d) | Stadt Musterstadt"),
        ("VFA (m/w/d)", "Verwaltungsfachangestellte/r"),
        ("Gärtner/in", "Landschaftsgärtnerin"),
        ("GÃ¤rtner/in fÃ¼r StraÃŸenbau", "Gärtner/in für Straßenbau"),
        ("Azubi", "AZUBI"),
    ],
)
def test_titles_of_one_opening_are_alike_however_they_are_worded(one: str, other: str) -> None:
    assert are_alike(one, other)
    assert are_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Koch/Köchin", "Gärtner/in"),
        ("Koch/Köchin 1", "Koch/Köchin 11"),
        ("Koch/Köchin 2027", "Koch/Köchin 2028"),
        ("Ausbildung Tischler/in", "Sachbearbeiter/in Controlling (m/w/d)"),
        ("Ausbildung", "Ausbildung Koch/Köchin"),
    ],
)
def test_titles_of_two_openings_are_not(one: str, other: str) -> None:
    assert not are_alike(one, other)
    assert not are_alike(other, one)


@given(st.text(), st.text())
def test_likeness_goes_both_ways(one: str, other: str) -> None:
    assert are_alike(one, other) == are_alike(other, one)
    assert are_alike(one, one)


@pytest.mark.parametrize(
    ("asked", "final", "reference", "is_elsewhere"),
    [
        ("/koch-de-j1.html", "/gaertner-de-j2.html?sid=9", "1", True),
        ("/koch-de-j1.html", "/koechin-de-j1.html?sid=92", "1", False),
        ("/stelle?id=1", "/stelle?id=11", "1", True),
        ("/stelle/17", "/stelle/18", None, True),
        ("/stelle/17", "/stelle/18", "2026-04", True),
        ("/2027/stelle/17", "/2027/stelle/koch", "17", False),
        ("/stelle/17", "/ausbildung/koch", "17", False),
        ("/stelle/17", "/ausbildung/2027/koch/8812", "17", False),
        ("/stelle/ab3f-9", "/stelle/cd7e-1", "ab3f-9", True),
        ("/stelle/koch", "/stelle/koch/", None, False),
    ],
)
def test_an_address_leads_elsewhere_where_another_number_stands_in_the_place_of_its_own(
    asked: str, final: str, reference: str | None, *, is_elsewhere: bool
) -> None:
    assert leads_elsewhere(SITE + asked, SITE + final, reference) is is_elsewhere


def test_an_address_of_another_site_has_numbers_of_its_own() -> None:
    assert not leads_elsewhere(f"{SITE}/stelle/17", "https://portal.example/stelle/8812", "17")


def test_the_address_that_was_asked_for_proves_nothing_against_the_title() -> None:
    assert is_same(page(), listed(), told("Köchin/Koch"))
    assert not is_same(page(), listed(), told("Gärtner/in"))
    assert not is_same(page("<h1>Gärtner/in</h1>"), listed())
    assert is_same(page("<h1>Karriere</h1><h2>Köchin (m/w/d)</h2>"), listed())


def test_the_same_number_proves_what_the_title_does_not() -> None:
    assert is_same(page(), listed(), told("Küche und mehr", "17"))
    assert is_same(page(path="/stelle/18"), listed(), told("Koch", "17"))
    assert not is_same(page(path="/stelle/18"), listed(), told("Koch", "18"))


def test_a_title_that_tells_nothing_is_held_against_nobody() -> None:
    assert is_same(page(), listed("Ausbildung 2027"), told("Gärtner/in"))
    assert is_same(page(), listed(None), told("Gärtner/in"))
    assert is_same(page("<h1>Koch</h1>"), listed(), told("Ausbildung"))
    assert not is_same(page("<h1>Gärtner/in</h1>"), listed(), told("Ausbildung"))
