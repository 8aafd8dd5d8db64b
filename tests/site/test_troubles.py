"""Troubles: whatever goes wrong is a page in German that says what to do, and never our inside."""

import pytest
from fastapi import FastAPI
from sqlalchemy import Engine, text
from starlette.testclient import TestClient

from stellenbund.site.headers import HEADERS
from tests.flows.inviting import accepted
from tests.site.person import ROOT, Person, read, signed_in
from tests.stocking import open_store

CITY = "/hr/stadt/musterstadt"
SIGNED_OUT = ("/hr/", "/hr/anmelden", "/hr/einladung/falsch", "/hr/nirgendwo", "/hr/abmelden")
SIGNED_IN = ("/hr/konto", "/hr/staedte", CITY, f"{CITY}/nirgendwo", f"{CITY}/stellen?seite=x")


@pytest.fixture(scope="module")
def town(shared_engine: Engine) -> Engine:
    """A database with Petra's account."""
    open_store(shared_engine)
    accepted(shared_engine)
    return shared_engine


@pytest.mark.parametrize("address", [*SIGNED_OUT, *SIGNED_IN])
def test_every_answer_keeps_to_itself(town: Engine, address: str) -> None:
    person = signed_in(town) if address in SIGNED_IN else Person(town)
    answer = person.get(address)
    assert {name: answer.headers.get(name) for name in HEADERS} == dict(HEADERS)


@pytest.mark.parametrize(
    ("address", "status", "title"),
    [
        ("/hr/nirgendwo", 404, "Diese Seite gibt es nicht"),
        ("/hr/abmelden", 405, "So lässt sich diese Seite nicht aufrufen"),
        (f"{CITY}/fragen/lauf/siebzehn", 404, "Diese Seite gibt es nicht"),
        (f"{CITY}/fragen/lauf/{10**30}", 404, "Diese Seite gibt es nicht"),
        (f"{CITY}/protokoll?vor=gestern", 404, "Diese Seite gibt es nicht"),
        (f"{CITY}/verlauf/%00", 404, "Diese Seite gibt es nicht"),
        ("/hr/stadt/neustadt", 403, "Diese Stadt betreuen Sie nicht"),
        ("/hr/staedte", 403, "Das sieht nur der Betreiber"),
        ("/hr/static/../app.py", 404, "Diese Seite gibt es nicht"),
        ("/hr/static/", 404, "Diese Seite gibt es nicht"),
    ],
)
def test_what_goes_wrong_says_what_to_do(
    town: Engine, address: str, status: int, title: str
) -> None:
    answer = signed_in(town).get(address)
    assert answer.status_code == status
    assert title in read(answer)
    assert "Was Sie jetzt tun können" in read(answer)
    assert '<html lang="de">' in answer.text


def test_without_a_database_it_says_that_it_is_not_the_persons_fault(engine: Engine) -> None:
    open_store(engine)
    accepted(engine)
    person = signed_in(engine)
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(text("DROP TABLE sign_in"))
    answer = person.get(CITY)
    assert answer.status_code == 503
    assert "Mit Ihrer Eingabe hat das nichts zu tun" in read(answer)


def test_a_mistake_of_ours_is_a_page_too_and_shows_nothing_of_it(town: Engine) -> None:
    person = signed_in(town)
    app = person.client.app
    assert isinstance(app, FastAPI)

    def broken() -> None:
        raise ZeroDivisionError("geheim")

    app.add_api_route("/hr/kaputt", broken)
    answer = TestClient(app, base_url=ROOT, raise_server_exceptions=False).get("/hr/kaputt")
    assert answer.status_code == 500
    assert "Das ist unser Fehler, nicht Ihrer" in read(answer)
    assert "geheim" not in answer.text
    assert {name: answer.headers.get(name) for name in HEADERS} == dict(HEADERS)


def test_what_people_typed_is_never_markup(town: Engine) -> None:
    evil = "<script>alert(1)</script>\"'"
    answer = signed_in(town).client.get(f"{CITY}/stellen", params={"wort": evil, "art": evil})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;" in answer.text
