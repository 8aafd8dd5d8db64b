"""Denials: nobody gets behind the doors of another city, and no verb opens another verb's door.

A new page of a city is one row of ``DOORS``; a test fails as long as there is one without.
"""

from dataclasses import dataclass
from itertools import permutations

import pytest
from sqlalchemy import Engine
from starlette.routing import Route

from stellenbund.domain.access import Verb
from stellenbund.domain.city import City
from stellenbund.flows.register import register
from stellenbund.site.app import ROUTERS
from stellenbund.store.database import writing
from tests.builders import NOW
from tests.flows.inviting import accepted
from tests.flows.issuing import audited
from tests.site.crowd import statuses
from tests.site.person import Person, signed_in
from tests.stocking import PROFESSIONS, source

CITIES = tuple(f"stadt-{number}" for number in range(1, 10))

ALL = tuple(permutations(CITIES, 2))
FEW = tuple(zip(CITIES, (*CITIES[1:], CITIES[0]), strict=True))
"""Who tries whose doors: on the slower database each knocks at one neighbour's, for what is asked
of it, who has signed in, is the same for all."""


@dataclass(frozen=True)
class Door:
    """A page of a city, or a button on one, which an account opens that has the *verb*."""

    method: str
    place: str
    verb: Verb = Verb.READ_OWN


DOORS = (
    Door("GET", ""),
    Door("GET", "/stellen"),
    Door("GET", "/stellen/{opening}"),
    Door("POST", "/stellen/{opening}/verbergen", Verb.CORRECT),
    Door("POST", "/stellen/{opening}/zeigen", Verb.CORRECT),
    Door("GET", "/stellen/{opening}/{key}", Verb.CORRECT),
    Door("POST", "/stellen/{opening}/{key}", Verb.CORRECT),
    Door("GET", "/fragen"),
    Door("GET", "/fragen/lauf/{number}"),
    Door("POST", "/fragen/lauf/{number}", Verb.DECIDE),
    Door("POST", "/fragen/berichtigung/{number}", Verb.CORRECT),
    Door("GET", "/hochladen", Verb.UPLOAD),
    Door("POST", "/hochladen", Verb.UPLOAD),
    Door("GET", "/verlauf"),
    Door("GET", "/verlauf/{upload}"),
    Door("GET", "/verlauf/{upload}/datei"),
    Door("GET", "/verlauf/{upload}/befunde.xlsx"),
    Door("GET", "/verlauf/{upload}/befunde.csv"),
    Door("POST", "/verlauf/{upload}/anders", Verb.UPLOAD),
    Door("POST", "/verlauf/{upload}/genauer", Verb.UPLOAD),
    Door("POST", "/verlauf/{upload}/uebernehmen", Verb.UPLOAD),
    Door("POST", "/verlauf/{upload}/zuruecknehmen", Verb.UPLOAD),
    Door("GET", "/dateien"),
    Door("GET", "/dateien/vorlage.xlsx"),
    Door("GET", "/dateien/vorlage.csv"),
    Door("GET", "/dateien/stellen.xlsx"),
    Door("GET", "/dateien/stellen.csv"),
    Door("GET", "/zugaenge"),
    Door("GET", "/protokoll"),
)
NAMES = {"opening": "abcdefghij", "key": "start", "number": "1", "upload": "abcdefghij"}


@pytest.fixture(scope="module")
def federation(shared_engine: Engine) -> Engine:
    """Nine cities, with an account for each that may do everything there."""
    declared = [(city(slug), [source(city=slug)]) for slug in CITIES]
    with writing(shared_engine) as session:
        register(session, declared, PROFESSIONS, at=NOW)
    for slug in CITIES:
        accepted(shared_engine, slug, email=f"{slug}@musterstadt.example")
    return shared_engine


@pytest.fixture(scope="module")
def people(federation: Engine) -> dict[str, Person]:
    """Somebody of each city who has signed in."""
    return {slug: signed_in(federation, f"{slug}@musterstadt.example") for slug in CITIES}


def city(slug: str) -> City:
    number = slug.removeprefix("stadt-")
    return City(
        slug=slug, name=f"Stadt {number}", ags=f"0599900{number}", website="https://a.example"
    )


def knocked(door: Door, *pairs: tuple[Person, str]) -> list[int]:
    """Let each person ask at the door of a city; return what they are answered with."""
    place = door.place.format(**NAMES)
    return statuses((who, door.method, f"/hr/stadt/{slug}{place}") for who, slug in pairs)


@pytest.mark.parametrize("door", DOORS, ids=lambda door: f"{door.method} {door.place}")
def test_each_door_opens_to_its_own_city_and_to_no_other(
    federation: Engine, people: dict[str, Person], door: Door
) -> None:
    done = len(audited(federation))
    pairs = FEW if federation.dialect.name == "postgresql" else ALL
    denied = knocked(door, *((people[holder], slug) for holder, slug in pairs))
    assert denied == [403] * len(pairs)
    assert len(audited(federation)) == done
    granted = set(knocked(door, *((person, slug) for slug, person in people.items())))
    assert 403 not in granted
    assert granted <= {200, 303, 404, 409, 422}


@pytest.mark.parametrize("verb", Verb)
def test_each_door_opens_to_its_own_verb_and_to_no_other(federation: Engine, verb: Verb) -> None:
    email = f"{verb}@musterstadt.example"
    accepted(federation, CITIES[0], verb, email=email)
    person = signed_in(federation, email)
    for door in DOORS:
        may = door.verb in {verb, Verb.READ_OWN}
        assert (knocked(door, (person, CITIES[0])) != [403]) == may, door


def test_nobody_comes_in_without_an_account(federation: Engine) -> None:
    stranger = Person(federation)
    for door in DOORS:
        assert knocked(door, (stranger, CITIES[0])) == [303 if door.method == "GET" else 403]
    assert knocked(DOORS[0], (stranger, "nirgendwo")) == [303]


def test_a_city_that_does_not_exist_looks_like_any_other_to_those_of_one(
    people: dict[str, Person],
) -> None:
    assert knocked(DOORS[0], (people[CITIES[0]], "nirgendwo")) == [403]


def test_every_page_of_a_city_is_tried_here() -> None:
    start = "/stadt/{city}"
    routes = [route for module in ROUTERS for route in module.router.routes]
    there = {
        (method, route.path.removeprefix(start))
        for route in routes
        if isinstance(route, Route) and route.path.startswith(start)
        for method in route.methods or ()
    }
    assert there == {(door.method, door.place) for door in DOORS}
