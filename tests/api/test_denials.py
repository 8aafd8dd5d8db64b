"""Denials: no city's token opens another city's door, at any door, and no verb another verb's.

A new door is one row of ``DOORS``; a test fails as long as the contract has one without.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from stellenbund.api.app import create_app
from stellenbund.domain.access import Verb
from stellenbund.domain.city import City
from stellenbund.domain.source import Source
from stellenbund.flows.register import register
from stellenbund.flows.tokens import Issued
from stellenbund.settings import Settings
from stellenbund.store.database import writing
from tests.api.clients import client_of
from tests.builders import NOW, harvest
from tests.flows.deciding import FEW, MANY
from tests.flows.issuing import audited, carried, issued
from tests.stocking import PROFESSIONS, settled, source

CITIES = tuple(f"stadt-{number}" for number in range(1, 10))

WHY = {"reason": "Die Stellen sind wirklich besetzt."}


@dataclass(frozen=True)
class Door:
    """A door of the API that a city's token opens, if it has the *verb*.

    *place* is the address as the contract has it; where it names a run, each city has a doubted
    one of its own for this door.
    """

    method: str
    place: str
    verb: Verb
    body: Mapping[str, Any] = field(default_factory=dict)


DOORS = (
    Door("GET", "/v1/runs/{number}/changes", Verb.DECIDE),
    Door("POST", "/v1/runs/{number}/release", Verb.DECIDE, WHY),
    Door("POST", "/v1/runs/{number}/reject", Verb.DECIDE, WHY),
    Door("GET", "/v1/cities/{city}/audit", Verb.READ_OWN),
)
OPERATORS = (Door("GET", "/v1/audit", Verb.READ_OWN),)
"""Doors of the operator, which no city's token opens."""


def key_of(door: Door) -> str:
    """Return the key of the source whose doubted run a door is tried with."""
    return door.place.rpartition("/")[2]


@dataclass(frozen=True)
class Federation:
    """Nine cities, each with a doubted run for each door that needs one."""

    engine: Engine
    client: TestClient
    runs: Mapping[tuple[str, str], int]

    def knock(self, door: Door, city: str, token: Issued) -> tuple[int, str]:
        """Ask at the door of a city with a token; return the status and the type of problem."""
        number = self.runs.get((city, key_of(door)))
        address = door.place.format(city=city, number=number)
        body = dict(door.body) or None
        answer = self.client.request(door.method, address, json=body, headers=carried(token))
        return answer.status_code, answer.json().get("type", "")


@pytest.fixture(scope="module")
def federation(shared_engine: Engine) -> Federation:
    """The nine cities, in a database that the tests of this file share."""
    keys = sorted({key_of(door) for door in DOORS if "{number}" in door.place})
    declared = {slug: [source(key, slug) for key in keys] for slug in CITIES}
    with writing(shared_engine) as session:
        register(session, [(city(slug), its) for slug, its in declared.items()], PROFESSIONS)
    doubted = (each for its in declared.values() for each in its)
    runs = {(each.city, each.key): doubt(shared_engine, each) for each in doubted}
    return Federation(shared_engine, client_of(shared_engine), runs)


def city(slug: str) -> City:
    number = slug.removeprefix("stadt-")
    return City(
        slug=slug, name=f"Stadt {number}", ags=f"0599900{number}", website="https://a.example"
    )


def doubt(engine: Engine, of: Source) -> int:
    """Return the number of a doubted run of a source."""
    settled(engine, harvest(*MANY), of=of, at=NOW)
    run = settled(engine, harvest(*FEW), of=of, at=NOW)
    assert run.is_open
    return run.id


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.place)
def test_each_door_opens_to_its_own_city_and_to_no_other(
    federation: Federation, door: Door
) -> None:
    tokens = {slug: issued(federation.engine, slug) for slug in CITIES}
    done = len(audited(federation.engine))
    denied = [
        federation.knock(door, slug, token)
        for holder, token in tokens.items()
        for slug in CITIES
        if slug != holder
    ]
    assert denied == [(403, "/problems/other-city")] * 72
    assert len(audited(federation.engine)) == done
    granted = [federation.knock(door, slug, tokens[slug]) for slug in CITIES]
    assert granted == [(200, "")] * 9


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.place)
def test_each_door_opens_to_its_own_verb_and_to_no_other(
    federation: Federation, door: Door
) -> None:
    for slug in CITIES:
        others = [verb for verb in Verb if verb is not door.verb]
        without = issued(federation.engine, slug, *others)
        assert federation.knock(door, slug, without) == (403, "/problems/missing-verb")
        only = issued(federation.engine, slug, door.verb)
        assert federation.knock(door, slug, only)[0] != 403


@pytest.mark.parametrize("door", OPERATORS, ids=lambda door: door.place)
def test_a_door_of_the_operator_opens_to_no_city(federation: Federation, door: Door) -> None:
    for slug in CITIES:
        token = issued(federation.engine, slug)
        assert federation.knock(door, slug, token) == (403, "/problems/operator-only")
    assert federation.knock(door, CITIES[0], issued(federation.engine, None)) == (200, "")


@pytest.mark.parametrize("door", [*DOORS, *OPERATORS], ids=lambda door: door.place)
def test_an_operators_token_with_another_verb_opens_nothing(
    federation: Federation, door: Door
) -> None:
    others = [verb for verb in Verb if verb is not door.verb]
    token = issued(federation.engine, None, *others)
    for slug in CITIES:
        assert federation.knock(door, slug, token) == (403, "/problems/missing-verb")


def test_every_door_of_the_contract_that_needs_a_token_is_tried_here() -> None:
    paths = create_app(Settings()).openapi()["paths"]
    secured = {
        (method.upper(), place)
        for place, item in paths.items()
        for method, operation in item.items()
        if "security" in operation
    }
    assert secured == {(door.method, door.place) for door in (*DOORS, *OPERATORS)}
