"""Denials: no city's token opens another city's door, at any door, and no verb another verb's.

A new door is one row of ``DOORS``; a test fails as long as the contract has one without.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from stellenbund.api.app import create_app
from stellenbund.domain.access import Verb
from stellenbund.domain.city import City
from stellenbund.domain.source import Source
from stellenbund.domain.upload import Mode
from stellenbund.flows.commit_upload import commit
from stellenbund.flows.preview_upload import preview
from stellenbund.flows.receive_upload import SentFile, receive
from stellenbund.flows.register import register
from stellenbund.flows.tokens import Issued
from stellenbund.settings import Settings
from stellenbund.store.database import reading, writing
from stellenbund.store.held import held_notices
from tests.api.clients import client_of
from tests.builders import NOW, harvest, notice
from tests.flows.deciding import FEW, MANY
from tests.flows.desk import corrected
from tests.flows.issuing import audited, carried, issued
from tests.flows.subscribing import subscribed
from tests.flows.uploading import acting, file_of, row
from tests.stocking import PROFESSIONS, settled, source

CITIES = tuple(f"stadt-{number}" for number in range(1, 10))

WHY = {"reason": "Die Stellen sind wirklich besetzt."}
NOTED = {"note": "Doppelt ausgeschrieben."}
HOOK = {"url": "https://agentur.example/hooks", "city": "{town}"}
SET = {"opening": "{id}", "values": {"positions": "3"}}


@dataclass(frozen=True)
class Door:
    """A door of the API that a city's token opens, if it has the *verb*.

    *place* is the address as the contract has it. What address and *body* name besides the city is
    *furnished* for each city anew, from a source that this door has for itself. Who gets in is
    answered with the status with which it *opens*.
    """

    method: str
    place: str
    verb: Verb
    body: Mapping[str, Any] = field(default_factory=dict)
    furnished: Callable[[Engine, Source], Mapping[str, object]] = lambda _engine, _source: {}
    content: bytes | None = None
    opens: int = 200

    @property
    def name(self) -> str:
        """What tells it from all others."""
        return f"{self.method} {self.place}"


def a_doubted_run(engine: Engine, of: Source) -> Mapping[str, object]:
    """Let a run of the source be doubted."""
    settled(engine, harvest(*MANY), of=of, at=NOW)
    run = settled(engine, harvest(*FEW), of=of, at=NOW)
    assert run.is_open
    return {"number": run.id}


def an_opening(engine: Engine, of: Source, *, positions: int | None = None) -> Mapping[str, object]:
    """Let the source tell of one opening that no other source knows."""
    told = notice(of.key, org_unit=of.key, positions=positions)
    settled(engine, harvest(told), of=of, at=NOW)
    with reading(engine) as session:
        held = {each.reference: each.opening for each in held_notices(session, of.city)}
    return {"id": held[of.key]}


def a_correction(engine: Engine, of: Source) -> Mapping[str, object]:
    """Let a value of such an opening be set by hand."""
    opening = str(an_opening(engine, of)["id"])
    (kept,) = corrected(engine, opening, {"positions": "3"}, city=of.city).corrections
    return {"number": kept.id}


def a_questioned_correction(engine: Engine, of: Source) -> Mapping[str, object]:
    """Let its source say something else after such a correction."""
    correction = a_correction(engine, of)
    an_opening(engine, of, positions=7)
    return correction


def an_upload(engine: Engine, of: Source) -> Mapping[str, object]:
    """Let a file of the city wait to be committed."""
    file = SentFile(body=file_of([row(of.key)]), mode=Mode.CHANGES_ONLY)
    return {"upload": receive(engine, of.city, file, acting()).id}


def a_commit(engine: Engine, of: Source) -> Mapping[str, object]:
    """Let such a file be committed."""
    name = str(an_upload(engine, of)["upload"])
    seen = preview(engine, of.city, name).fingerprint
    commit(engine, of.city, name, acting(), fingerprint=seen)
    return {"upload": name}


def a_city(_engine: Engine, of: Source) -> Mapping[str, object]:
    """Let the body name the city."""
    return {"town": of.city}


def a_webhook(engine: Engine, of: Source) -> Mapping[str, object]:
    """Let somebody be told of the city's changes."""
    return {"number": subscribed(engine, city=of.city)}


UPLOADS = "/v1/cities/{city}/uploads"
DOORS = (
    Door("GET", "/v1/runs/{number}/changes", Verb.DECIDE, {}, a_doubted_run),
    Door("POST", "/v1/runs/{number}/release", Verb.DECIDE, WHY, a_doubted_run),
    Door("POST", "/v1/runs/{number}/reject", Verb.DECIDE, WHY, a_doubted_run),
    Door("GET", "/v1/cities/{city}/audit", Verb.READ_OWN),
    Door("GET", "/v1/cities/{city}/corrections", Verb.READ_OWN),
    Door("POST", "/v1/cities/{city}/corrections", Verb.CORRECT, SET, an_opening),
    Door("DELETE", "/v1/cities/{city}/corrections/{number}", Verb.CORRECT, {}, a_correction),
    Door(
        "POST",
        "/v1/cities/{city}/corrections/{number}/answer",
        Verb.CORRECT,
        {"choice": "keep"},
        a_questioned_correction,
    ),
    Door("GET", "/v1/cities/{city}/questions", Verb.READ_OWN),
    Door("POST", UPLOADS, Verb.UPLOAD, content=file_of([row("1")]), opens=201),
    Door("GET", UPLOADS, Verb.READ_OWN),
    Door("GET", UPLOADS + "/{upload}", Verb.READ_OWN, {}, an_upload),
    Door("GET", UPLOADS + "/{upload}/report", Verb.READ_OWN, {}, an_upload),
    Door("GET", UPLOADS + "/{upload}/file", Verb.READ_OWN, {}, an_upload),
    Door("POST", UPLOADS + "/{upload}/undo", Verb.UPLOAD, {}, a_commit),
    Door("POST", UPLOADS + "/{upload}/commit", Verb.UPLOAD, {}, an_upload),
    Door("POST", "/v1/cities/{city}/openings/{id}/hide", Verb.CORRECT, NOTED, an_opening),
    Door("POST", "/v1/cities/{city}/openings/{id}/show", Verb.CORRECT, {}, an_opening),
    Door("POST", "/v1/webhooks", Verb.SUBSCRIBE, HOOK, a_city, opens=201),
    Door("GET", "/v1/webhooks/{number}", Verb.SUBSCRIBE, {}, a_webhook),
    Door("DELETE", "/v1/webhooks/{number}", Verb.SUBSCRIBE, {}, a_webhook),
    Door("POST", "/v1/webhooks/{number}/replay", Verb.SUBSCRIBE, {"after": 0}, a_webhook),
    Door("POST", "/v1/webhooks/{number}/ping", Verb.SUBSCRIBE, {}, a_webhook),
)
OPERATORS = (Door("GET", "/v1/audit", Verb.READ_OWN),)
"""Doors of the operator, which no city's token opens."""

OWN = (Door("GET", "/v1/webhooks", Verb.SUBSCRIBE),)
"""Doors behind which each city finds what is its own, and the operator everything."""


@dataclass(frozen=True)
class Federation:
    """Nine cities, each with what each door needs."""

    engine: Engine
    client: TestClient
    furniture: Mapping[tuple[str, str], Mapping[str, object]]

    def knock(self, door: Door, city: str, token: Issued) -> tuple[int, str]:
        """Ask at the door of a city with a token; return the status and the type of problem."""
        there = self.furniture.get((city, door.name), {})
        address = door.place.format(city=city, **there)
        body = {
            name: value.format(**there) if isinstance(value, str) else value
            for name, value in door.body.items()
        } or None
        headers = carried(token) | self._seen(city, there)
        answer = self.client.request(
            door.method, address, json=body, content=door.content, headers=headers
        )
        is_problem = answer.headers["content-type"] == "application/problem+json"
        return answer.status_code, answer.json()["type"] if is_problem else ""

    def _seen(self, city: str, there: Mapping[str, object]) -> dict[str, str]:
        """Return the header that says which preview is agreed to, where a door shows one."""
        if "upload" not in there:
            return {}
        seen = preview(self.engine, city, str(there["upload"])).fingerprint
        return {"If-Match": f'"{seen}"'}


@pytest.fixture(scope="module")
def federation(shared_engine: Engine) -> Federation:
    """The nine cities, in a database that the tests of this file share."""
    sources = {
        (slug, door.name): source(f"tuer-{number}", slug)
        for slug in CITIES
        for number, door in enumerate(DOORS)
    }
    with writing(shared_engine) as session:
        pairs = [
            (city(slug), [each for each in sources.values() if each.city == slug])
            for slug in CITIES
        ]
        register(session, pairs, PROFESSIONS, at=NOW)
    furniture = {
        (slug, door.name): door.furnished(shared_engine, sources[slug, door.name])
        for slug in CITIES
        for door in DOORS
    }
    return Federation(shared_engine, client_of(shared_engine), furniture)


def city(slug: str) -> City:
    number = slug.removeprefix("stadt-")
    return City(
        slug=slug, name=f"Stadt {number}", ags=f"0599900{number}", website="https://a.example"
    )


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.name)
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
    assert granted == [(door.opens, "")] * 9


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.name)
def test_each_door_opens_to_its_own_verb_and_to_no_other(
    federation: Federation, door: Door
) -> None:
    for slug in CITIES:
        others = [verb for verb in Verb if verb is not door.verb]
        without = issued(federation.engine, slug, *others)
        assert federation.knock(door, slug, without) == (403, "/problems/missing-verb")
        only = issued(federation.engine, slug, door.verb)
        assert federation.knock(door, slug, only)[0] != 403


@pytest.mark.parametrize("door", OPERATORS, ids=lambda door: door.name)
def test_a_door_of_the_operator_opens_to_no_city(federation: Federation, door: Door) -> None:
    for slug in CITIES:
        token = issued(federation.engine, slug)
        assert federation.knock(door, slug, token) == (403, "/problems/operator-only")
    assert federation.knock(door, CITIES[0], issued(federation.engine, None)) == (200, "")


@pytest.mark.parametrize("door", OWN, ids=lambda door: door.name)
def test_behind_an_own_door_each_city_finds_what_is_its_own(
    federation: Federation, door: Door
) -> None:
    for slug in (*CITIES, None):
        token = issued(federation.engine, slug, door.verb)
        found = federation.client.get(door.place, headers=carried(token)).json()["items"]
        assert {each["city"] for each in found} == {slug} if slug else set(CITIES)
        others = issued(federation.engine, slug, *(verb for verb in Verb if verb is not door.verb))
        refused = federation.client.get(door.place, headers=carried(others))
        assert (refused.status_code, refused.json()["type"]) == (403, "/problems/missing-verb")


@pytest.mark.parametrize("door", [*DOORS, *OPERATORS], ids=lambda door: door.name)
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
    assert secured == {(door.method, door.place) for door in (*DOORS, *OPERATORS, *OWN)}
