"""Places: what is stated, where it lies, and what is doubtful about it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.city import City
from stellenbund.domain.normalisers.places import read_places
from stellenbund.domain.record import RawPlace
from stellenbund.domain.statements import WorkPlace
from stellenbund.domain.vocabulary import Precision


def city(name: str = "Bochum", ags: str = "05911000") -> City:
    return City(slug="a-city", name=name, ags=ags, website="https://www.example.org")


def read(*places: RawPlace, home: City | None = None) -> tuple[list[WorkPlace], list[str]]:
    found, findings = read_places(places, city=home or city())
    return list(found), [finding.rule for finding in findings]


def test_a_full_address_is_kept_as_text_with_its_key() -> None:
    raw = RawPlace(
        name="Bochum",
        street="Willy-Brandt-Platz 2-8",
        postcode="44787",
        latitude="51.4818",
        longitude="7,2162",
    )
    assert read(raw) == (
        [
            WorkPlace(
                ags="05911000",
                name="Bochum",
                street="Willy-Brandt-Platz 2-8",
                postcode="44787",
                latitude=51.4818,
                longitude=7.2162,
                precision=Precision.ADDRESS,
            )
        ],
        [],
    )


def test_where_no_place_is_stated_there_is_none() -> None:
    assert read() == ([], [])
    assert read(RawPlace()) == ([], [])
    assert read(RawPlace(name=" - ", postcode="", street="k. A.")) == ([], [])
    assert read(RawPlace(name="KEINE_ANGABEN")) == ([], [])


@pytest.mark.parametrize(
    "grade",
    ["A13", "A 13 - A 15", "E9a", "EG 5", "EG 9a TVöD", "S8b", "S 8b", "A6 LBesG NRW", "TVAöD",
     "Besoldungsgruppe A 9", "Entgeltgruppe 10", "TV-L E 13", "P7", "E 9b / E 10", "EGr. 6",
     "Bes.Gr. A 9", "LG 1.2", "QE2", "nach TVAöD", "1.368,26 €", "39,0 Std/Woche", "50 %"],
)  # fmt: skip
def test_a_pay_grade_is_no_place(grade: str) -> None:
    assert read(RawPlace(name=grade)) == ([], ["places.pay_grade"])


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("44787 E9a", (None, "44787", None)),
        ("E9a Bochum", ("Bochum", None, None)),
        ("Bochum (EG 5)", ("Bochum", None, None)),
        ("Bochum, Bes.Gr. A 9", ("Bochum", None, None)),
        ("A 13 Z, 44787 Bochum", ("Bochum", "44787", None)),
        ("Rathausplatz 1, 44787 Bochum, EG 5", ("Bochum", "44787", "Rathausplatz 1")),
    ],
)
def test_beside_a_pay_grade_the_town_is_right(
    name: str, place: tuple[str | None, str | None, str | None]
) -> None:
    found, rules = read(RawPlace(name=name))
    assert [(each.name, each.postcode, each.street) for each in found] == [place]
    assert [each.ags for each in found] == ["05911000"]
    assert rules == ["places.pay_grade"]


@pytest.mark.parametrize("name", ["Kämmerei, EG 9b", "E9a/b", "Ostwestfalen E 5"])
def test_beside_a_pay_grade_no_unknown_name_is_believed(name: str) -> None:
    assert read(RawPlace(name=name)) == ([], ["places.pay_grade"])


@pytest.mark.parametrize(
    "name",
    ["4711", "Stelle 4711", "Amt 51", "Mehr erfahren", "Vollzeit", "m/w/d", "VZ", "01.08.2027",
     "https://musterstadt.example/", "ab sofort", "Mittlere Reife", "vollzeit", "true", "5 Jahre",
     "August 2027", "erika", "Wir suchen dich! Bewirb dich jetzt", "Lager 17/B/4711/X", "2027",
     "Ein Ort hat nie so viele Wörter wie dieser hier hat"],
)  # fmt: skip
def test_what_can_be_no_place_is_not_shown(name: str) -> None:
    assert read(RawPlace(name=name)) == ([], ["places.no_place"])


@pytest.mark.parametrize(
    "name",
    ["Haltern am See", "Münster/Westf.", "Au", "St. Augustin", "Kita Nr. 5", "Am Lindenhain 3",
     "Technisches Rathaus, Zimmer 12", "Haus A 3", "Feuer- und Rettungswache 2", "Bauhof Nord",
     "Straßenmeisterei (Süd)", "Kommunales Rechenzentrum Niederrhein", "U-Haft, Haus 3",
     "Gartenstraße 12 a", "Alter Markt 1-3", "Stadtbezirk 4"],
)  # fmt: skip
def test_what_has_the_shape_of_a_place_stays(name: str) -> None:
    found, rules = read(RawPlace(name=name))
    assert ([each.name for each in found], rules) == ([name], ["places.unknown"])


def test_a_place_stays_where_the_name_beside_it_is_none() -> None:
    raw = RawPlace(name="Mehr erfahren", postcode="44787", street="E 9a")
    found, rules = read(raw)
    assert [(each.name, each.street, each.ags) for each in found] == [(None, None, "05911000")]
    assert rules == ["places.no_place", "places.pay_grade"]
    found, rules = read(RawPlace(name="Bochum", street="4711"))
    assert [(each.name, each.street) for each in found] == [("Bochum", None)]
    assert rules == ["places.no_place"]


@pytest.mark.parametrize("name", ["Essen", "Ahlen", "Senne", "Au", "Erle", "Horst"])
def test_a_short_name_is_no_pay_grade(name: str) -> None:
    assert "places.pay_grade" not in read(RawPlace(name=name))[1]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("44787 Bochum", ("Bochum", "44787", None)),
        ("D-44787 Bochum", ("Bochum", "44787", None)),
        ("Willy-Brandt-Platz 2, 44787 Bochum", ("Bochum", "44787", "Willy-Brandt-Platz 2")),
        ("Rathausplatz 1, Bochum", ("Bochum", None, "Rathausplatz 1")),
        ("44787", (None, "44787", None)),
        ("Bochum-Wattenscheid", ("Bochum-Wattenscheid", None, None)),
        ("Wattenscheid", ("Wattenscheid", None, None)),
        ("Stadtgebiet Bochum", ("Stadtgebiet Bochum", None, None)),
        ("verschiedene Orte im Stadtgebiet", ("verschiedene Orte im Stadtgebiet", None, None)),
        ("BOCHUM, Nordrhein-Westfalen", ("BOCHUM, Nordrhein-Westfalen", None, None)),
    ],
)
def test_a_line_is_taken_apart_and_found_in_the_city(
    name: str, place: tuple[str | None, str | None, str | None]
) -> None:
    found, rules = read(RawPlace(name=name))
    assert [(each.name, each.postcode, each.street) for each in found] == [place]
    assert [each.ags for each in found] == ["05911000"]
    assert rules == []


@pytest.mark.parametrize(
    "name",
    ["Mülheim an der Ruhr", "Mülheim (Ruhr)", "Muelheim an der Ruhr", "Mülheim a.d. Ruhr",
     "Mülheim/Ruhr", "Stadt Mülheim an der Ruhr", "Mülheim-Saarn", "Mülheim"],
)  # fmt: skip
def test_one_city_has_many_spellings(name: str) -> None:
    home = city("Mülheim an der Ruhr", "05117000")
    found, rules = read(RawPlace(name=name), home=home)
    assert ([each.ags for each in found], rules) == (["05117000"], [])


@pytest.mark.parametrize(
    "name", ["Mülheim-Kärlich", "Köln-Mülheim", "Essen (Oldenburg)", "Wache 1"]
)
def test_an_unknown_name_stays_a_name_without_a_key(name: str) -> None:
    found, rules = read(RawPlace(name=name))
    assert ([(each.name, each.ags) for each in found], rules) == (
        [(name, None)],
        ["places.unknown"],
    )


def test_a_postcode_tells_where_an_unknown_name_lies() -> None:
    found, rules = read(RawPlace(name="Feuerwache 1", postcode="44787"))
    assert ([each.ags for each in found], rules) == (["05911000"], [])


def test_a_lost_leading_zero_is_not_guessed() -> None:
    found, rules = read(RawPlace(name="Bochum", postcode="1067"))
    assert ([each.postcode for each in found], rules) == ([None], ["places.postcode"])


def test_name_and_postcode_of_two_cities_leave_the_key_open() -> None:
    found, rules = read(RawPlace(name="Bochum", postcode="45127"))
    assert ([each.ags for each in found], rules) == ([None], ["places.contradiction"])


def test_another_municipality_is_kept_and_pointed_out() -> None:
    found, rules = read(RawPlace(name="Essen / Bochum"), RawPlace(name="Wuppertal"))
    assert [each.ags for each in found] == ["05113000", "05911000", "05124000"]
    assert rules == ["places.other_municipality"] * 2


@pytest.mark.parametrize(
    ("latitude", "longitude", "point", "rules"),
    [
        ("51.48", "7.21", (51.48, 7.21), []),
        ("7.21", "51.48", (51.48, 7.21), ["places.coordinates_swapped"]),
        ("48.13", "11.57", (None, None), ["places.coordinates"]),
        ("0", "0.0", (None, None), []),
        ("0", "7.21", (None, None), ["places.coordinates"]),
        ("51.48", None, (None, None), ["places.coordinates"]),
        ("NaN", "inf", (None, None), ["places.coordinates"]),
        ("", " ", (None, None), []),
    ],
)
def test_coordinates_count_only_inside_the_city(
    latitude: str | None,
    longitude: str | None,
    point: tuple[float | None, float | None],
    rules: list[str],
) -> None:
    found, found_rules = read(RawPlace(name="Bochum", latitude=latitude, longitude=longitude))
    assert [(each.latitude, each.longitude) for each in found] == [point]
    assert found_rules == rules


def test_a_city_that_the_gazetteer_does_not_know_is_still_itself() -> None:
    home = city("Musterstadt", "05999000")
    found, rules = read(RawPlace(name="Musterstadt", latitude="51.2", longitude="7.0"), home=home)
    assert [(each.ags, each.latitude) for each in found] == [("05999000", 51.2)]
    assert rules == []


def test_the_same_place_twice_is_one_place() -> None:
    assert len(read(RawPlace(name="Bochum"), RawPlace(name="Bochum"))[0]) == 1


RAW = st.builds(
    RawPlace,
    name=st.none() | st.text(max_size=60),
    street=st.none() | st.text(max_size=60),
    postcode=st.none() | st.text(alphabet="0123456789٣ D-", max_size=8),
    latitude=st.none() | st.text(alphabet="0123456789.,-eNa°", max_size=8),
    longitude=st.none() | st.text(alphabet="0123456789.,-eNa°", max_size=8),
)


@given(st.lists(RAW, max_size=4))
def test_any_places_are_read(raw: list[RawPlace]) -> None:
    found, _ = read(*raw)
    assert all(place != WorkPlace() for place in found)
