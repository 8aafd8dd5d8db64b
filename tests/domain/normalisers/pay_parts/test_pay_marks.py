"""Pay, found in a line that is about something else, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.gazetteer import MUNICIPALITIES
from stellenbund.domain.normalisers.pay_parts.pay_marks import speaks_of_pay, without_pay

MARKS = [
    *("E9a", "E 9 a", "EG9b", "EG 9 b", "EGr. 6", "E.-Gr. 6", "Entgeltgruppe 8", "EntgGr 5"),
    *("Entgeltgruppe E 9a", "Entgeltgr. 5", "Entg.-Gr. 6", "S 8a", "S8b", "A9", "A 13 Z", "A13z"),
    *("A 9 m.D.", "A 9 + Z", "A9/A10", "Bes.Gr. A 9", "BesGr A6", "Besoldungsgruppe A 9", "W2"),
    *("Besoldung A 13", "LG 1.2", "LG 2.1", "Laufbahngruppe 1.2", "QE2", "QE 2", "P 7", "P7"),
    *("Qualifikationsebene 2", "KR 7a", "Kr. 8", "B 3", "TVöD", "TVÖD", "TVoeD", "TVAöD", "TV-L"),
    *("TVA-öD", "TV-A-öD", "TVA-L", "TVA-L BBiG", "TVL", "TV-V", "TVSöD", "TVPöD", "nach TVAöD"),
    *("TVAöD-BBiG", "TVAöD (BBiG)", "TVöD VKA", "LBesG", "LBesG NRW", "LBesO A 9", "BBesG", "VKA"),
    *("nach Tarif", "Tarifvertrag", "EG 5 Stufe 2", "E 9b / E 10", "A 13 - A 15", "EG 9a bis 9c"),
    *("Anwärterbezüge", "Anwärtergrundbetrag", "Ausbildungsvergütung", "1.368,26 €", "EUR 1.368"),
    *("1368 Euro", "1368,26", "50 %", "50%", "39 Std.", "39 Stunden", "39h/Woche", "39,00"),
    *(
        "E 13 TVöD",
        "Entgeltgruppe 6 TVöD/VKA",
        "S 11b TVöD-SuE",
        "A6 LBesG NRW",
        "mittlerer Dienst",
    ),
]
PLACES = [
    *("Ahlen", "Au", "Erle", "Horst", "Senne", "Lohne", "Altena", "Egelsberg", "Bessenbach"),
    *("Mülheim a. d. Ruhr", "Haus A 3", "Raum A 13", "Am Ring 5 a", "Wache 1", "Kaiserstr. 12 b"),
    *("Straße des 17. Juni 135", "Rathaus, EG", "Postfach 10 20", "2. OG", "S-Bahnhof Essen"),
]


@pytest.mark.parametrize("mark", MARKS)
def test_pay_is_seen_in_any_spelling(mark: str) -> None:
    assert speaks_of_pay(mark)
    assert without_pay(mark) == ""


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("line", ["{} Bochum", "Bochum, {}", "Bochum ({})", "{} | Bochum"])
def test_what_stands_beside_pay_stays(line: str, mark: str) -> None:
    assert without_pay(line.format(mark)) == "Bochum"


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("E 9a Bad Honnef", "Bad Honnef"),
        ("E 9a und/oder E 9b, Bochum", "Bochum"),
        ("Raum A 9, E 9a", "Raum"),
    ],
)
def test_what_stays_is_whole_and_words_that_link_pay_go_with_it(line: str, rest: str) -> None:
    assert without_pay(line) == rest


@pytest.mark.parametrize("name", [*PLACES, *(each.name for each in MUNICIPALITIES.values())])
def test_no_place_speaks_of_pay(name: str) -> None:
    assert not speaks_of_pay(name)
    assert without_pay(name) == name


@pytest.mark.parametrize(
    "name", [name for each in MUNICIPALITIES.values() for name in each.districts]
)
def test_no_district_speaks_of_pay(name: str) -> None:
    assert not speaks_of_pay(name)


@given(st.text(max_size=80))
def test_any_line_is_read_and_nothing_is_invented(line: str) -> None:
    assert set(without_pay(line)) <= {*line, ",", " "}


@given(st.text(alphabet="E9a b.-€,%123TVöDLG/", max_size=2_000))
def test_a_long_line_is_read_too(line: str) -> None:
    assert len(without_pay(line)) <= 2 * len(line)
