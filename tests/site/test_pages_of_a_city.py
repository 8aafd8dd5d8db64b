"""The pages of a city that only show something: overview, openings, files, who is admitted."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from sqlalchemy import Engine

from stellenbund.domain.access import Verb
from tests.builders import NOW, harvest, notice
from tests.flows.inviting import accepted
from tests.flows.issuing import issued
from tests.site.person import Person, read, signed_in
from tests.stocking import open_store, settled

CITY = "/hr/stadt/musterstadt"


@pytest.fixture(scope="module")
def petra(shared_engine: Engine) -> Person:
    """Somebody of Musterstadt, where three openings are of three sorts."""
    open_store(shared_engine)
    accepted(shared_engine)
    yesterday = NOW.date() - timedelta(days=1)
    settled(
        shared_engine,
        harvest(
            notice("a", title="Gärtner/in", profession="gaertner", positions=2, language="de"),
            notice("b", title="Koch/Köchin", profession="koch", org_unit="=1+1", language="de"),
            notice(
                "c",
                title="Verwaltungswirt/in",
                kind="civil_service_preparation",
                deadline_kind="fixed",
                deadline_on=yesterday,
            ),
        ),
    )
    issued(shared_engine, "musterstadt", Verb.UPLOAD)
    issued(shared_engine, "neustadt", Verb.UPLOAD, name="Fremdes Programm")
    return signed_in(shared_engine)


def test_the_overview_counts_openings_by_where_they_stand(petra: Person) -> None:
    page = read(petra.get(CITY))
    assert "veröffentlicht 2 Bewerbungsschluss vorbei 1 verborgen 0 zurückgezogen 0" in page
    assert "Keine Frage offen" in page


def test_the_overview_says_how_fresh_and_how_complete_things_are(petra: Person) -> None:
    page = read(petra.get(CITY))
    assert "Karriereseite 3 24.11.2026, 13:00 Uhr gelesen, es gab Neues" in page
    assert "Jobsuche 0 noch nie –" in page
    assert "Anzahl Plätze 1 von 2 1 von 2" in page
    assert "Bei jeder Stelle genannt: Stellenbezeichnung, Ausbildungsberuf, Art" in page
    assert "Beschreibung 0 von 2" in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ("Gärtner/in", "Koch/Köchin", "Verwaltungswirt/in")),
        ("stand=published", ("Gärtner/in", "Koch/Köchin")),
        ("stand=expired", ("Verwaltungswirt/in",)),
        ("art=civil_service_preparation", ("Verwaltungswirt/in",)),
        ("wort=GÄRTNER", ("Gärtner/in",)),
        ("wort=koch+gärtner", ()),
        ("stand=unsinn&art=unsinn", ("Gärtner/in", "Koch/Köchin", "Verwaltungswirt/in")),
        ("seite=2", ()),
    ],
)
def test_openings_are_found_by_their_filters(
    petra: Person, asked: str, found: tuple[str, ...]
) -> None:
    page = read(petra.get(f"{CITY}/stellen?{asked}"))
    titles = ("Gärtner/in", "Koch/Köchin", "Verwaltungswirt/in")
    assert tuple(title for title in titles if title in page) == found


def test_who_is_admitted_is_shown_of_this_city_only(petra: Person) -> None:
    page = read(petra.get(f"{CITY}/zugaenge"))
    assert "Petra Muster offen" in page
    assert "Excel-Makro (Token 1) gültig 24.11.2027, 13:00 Uhr nie Dateien hochladen" in page
    assert "Fremdes Programm" not in page


def test_own_openings_can_be_taken_away_without_a_formula(petra: Person) -> None:
    body = petra.get(f"{CITY}/dateien/stellen.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(body), delimiter=";"))
    assert [row["Stellenbezeichnung"] for row in rows] == [
        "Gärtner/in",
        "Koch/Köchin",
        "Verwaltungswirt/in",
    ]
    assert [row["Stand"] for row in rows][-1] == "Bewerbungsschluss vorbei"
    assert [row["Bereich"] for row in rows] == ["", "'=1+1", ""]
    assert petra.get(f"{CITY}/dateien/stellen.xlsx").content.startswith(b"PK")


def test_the_template_is_that_of_the_city(petra: Person) -> None:
    body = petra.get(f"{CITY}/dateien/vorlage.csv").content.decode("utf-8-sig")
    assert "Musterstadt" in body
    assert petra.get(f"{CITY}/dateien/vorlage.xlsx").content.startswith(b"PK")
