"""Corrections: a value set by hand, questioned and taken back; an opening hidden and shown."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from tests.builders import NOW, harvest, notice
from tests.flows.inviting import accepted
from tests.site.person import Person, read, signed_in
from tests.stocking import open_store, settled

CITY = "/hr/stadt/musterstadt"


@pytest.fixture
def petra(engine: Engine) -> Person:
    """Somebody of Musterstadt, which has one opening."""
    open_store(engine)
    accepted(engine)
    settled(engine, harvest(notice("a", positions=2)))
    return signed_in(engine)


def opening(person: Person) -> str:
    """Return where the page of the opening stands."""
    found = re.search(rf'href="({CITY}/stellen/\w{{10}})"', person.get(f"{CITY}/stellen").text)
    assert found is not None
    return found[1]


def set_by_hand(person: Person, text: str, deed: str = "setzen") -> None:
    address = opening(person)
    person.get(f"{address}/positions")
    told = {"wert": text, "tun": deed, "notiz": "laut Stellenplan"}
    answer = person.post(f"{address}/positions", told)
    done = {"setzen": "gesetzt", "leeren": "geleert", "zuruecknehmen": "zurueck"}[deed]
    assert answer.headers["location"] == f"{address}?getan={done}"


def test_each_value_says_where_it_comes_from(petra: Person) -> None:
    page = read(petra.get(opening(petra)))
    assert "Anzahl Plätze 2 Karriereseite Berichtigen" in page
    assert "Wochenstunden – Berichtigen" in page


def test_a_value_is_set_by_hand_and_taken_back(petra: Person) -> None:
    set_by_hand(petra, "7")
    address = opening(petra)
    page = read(petra.get(f"{address}?getan=gesetzt"))
    assert page.startswith("Gespeichert Ihre Angabe gilt jetzt.")
    assert "Anzahl Plätze 7 Von der Stadt berichtigt" in page
    assert "Von der Stadt berichtigt" not in read(petra.get(CITY))
    form = read(petra.get(f"{address}/positions"))
    assert "Von Hand gesetzt Anzahl Plätze: 7 (Petra Muster (Konto 1), 24.11.2026" in form
    assert "Die Quellen sagten 2" in form
    set_by_hand(petra, "", deed="zuruecknehmen")
    assert "Anzahl Plätze 2 Karriereseite" in read(petra.get(address))
    petra.get(f"{address}/positions")
    again = petra.post(f"{address}/positions", {"tun": "zuruecknehmen"})
    assert again.status_code == 404


def test_a_value_is_cleared_by_hand(petra: Person) -> None:
    set_by_hand(petra, "", deed="leeren")
    assert "Anzahl Plätze – von Hand geleert" in read(petra.get(opening(petra)))


def test_what_cannot_be_read_stays_in_the_form_with_what_is_wrong(petra: Person) -> None:
    address = f"{opening(petra)}/start"
    petra.get(address)
    answer = petra.post(address, {"wert": "bald mal", "tun": "setzen"})
    assert answer.status_code == 422
    assert "Daraus lässt sich kein Zeitpunkt lesen" in read(answer)
    assert 'value="bald mal"' in answer.text
    title = petra.post(f"{opening(petra)}/title", {"tun": "leeren"})
    assert title.status_code == 422


def test_whoever_has_corrected_is_asked_when_the_source_moves(
    engine: Engine, petra: Person
) -> None:
    for button, left in (("keep", "Anzahl Plätze 7"), ("take", "Anzahl Plätze 4")):
        set_by_hand(petra, "7")
        positions = 3 if button == "keep" else 4
        at = NOW + timedelta(hours=positions)
        settled(engine, harvest(notice("a", positions=positions)), at=at)
        page = petra.get(f"{CITY}/fragen")
        assert f"Die Quellen sagen jetzt {positions}" in read(page)
        number = re.search(r"/fragen/berichtigung/(\d+)", page.text)
        seen = re.search(r'name="frage" value="(\w+)"', page.text)
        assert number is not None
        assert seen is not None
        told = {"antwort": button, "frage": seen[1]}
        answer = petra.post(f"{CITY}/fragen/berichtigung/{number[1]}", told)
        assert answer.headers["location"] == f"{CITY}/fragen?getan=beantwortet"
        assert "nichts zu entscheiden" in read(petra.get(f"{CITY}/fragen"))
        assert left in read(petra.get(opening(petra)))


def test_what_takes_an_opening_off_the_public_is_asked_about_first(petra: Person) -> None:
    address = opening(petra)
    petra.get(f"{address}/deadline")
    told = {"wert": "31.10.2026", "tun": "setzen"}
    asked = petra.post(f"{address}/deadline", told)
    assert asked.status_code == 409
    assert "Damit ist die Stelle nicht mehr öffentlich" in read(asked)
    assert 'value="31.10.2026"' in asked.text
    assert "1 Stelle gefunden" in read(petra.get(f"{CITY}/stellen?stand=published"))
    done = petra.post(f"{address}/deadline", {**told, "sicher": "ja"})
    assert done.headers["location"] == f"{address}?getan=gesetzt"
    assert "1 Stelle gefunden" in read(petra.get(f"{CITY}/stellen?stand=expired"))


def test_an_opening_is_hidden_and_shown_again(petra: Person) -> None:
    address = opening(petra)
    petra.get(address)
    hidden = petra.post(f"{address}/verbergen", {"notiz": "erst nach dem Rat"})
    assert hidden.headers["location"] == f"{address}?getan=verborgen"
    assert "sieht sie niemand in der Öffentlichkeit: erst nach dem Rat" in read(petra.get(address))
    assert "0 Stellen gefunden" in read(petra.get(f"{CITY}/stellen?stand=published"))
    assert "1 Stelle gefunden" in read(petra.get(f"{CITY}/stellen?stand=held"))
    assert petra.post(f"{address}/zeigen").headers["location"] == f"{address}?getan=gezeigt"
    assert "1 Stelle gefunden" in read(petra.get(f"{CITY}/stellen?stand=published"))


def test_an_opening_of_another_city_is_nowhere(engine: Engine, petra: Person) -> None:
    there = opening(petra).replace("musterstadt", "neustadt")
    accepted(engine, "neustadt", email="otto@neustadt.example")
    otto = signed_in(engine, "otto@neustadt.example")
    assert otto.get(there).status_code == 404
    assert otto.get(f"{there}/positions").status_code == 404
    otto.get("/hr/konto")
    for button in ("verbergen", "zeigen", "positions"):
        told = {"wert": "7", "tun": "setzen"}
        assert otto.post(f"{there}/{button}", told).status_code == 404
    assert "Anzahl Plätze 2" in read(petra.get(opening(petra)))


def test_a_value_that_does_not_exist_is_nowhere(petra: Person) -> None:
    assert petra.get(f"{opening(petra)}/farbe").status_code == 404
