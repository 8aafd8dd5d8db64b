"""Questions: doubted runs and moved sources, answered with one of two buttons."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from tests.builders import NOW, harvest
from tests.flows.deciding import FEW, MANY
from tests.flows.inviting import accepted
from tests.flows.issuing import audited
from tests.site.person import Person, read, signed_in
from tests.stocking import open_store, settled

CITY = "/hr/stadt/musterstadt"


@pytest.fixture
def petra(engine: Engine) -> Person:
    """Somebody of Musterstadt, of which one source is doubted."""
    open_store(engine)
    accepted(engine)
    settled(engine, harvest(*MANY))
    return signed_in(engine)


def doubted(engine: Engine) -> int:
    run = settled(engine, harvest(*FEW), at=NOW + timedelta(hours=1))
    assert run.is_open
    return run.id


@pytest.mark.parametrize(
    ("button", "left", "deed"),
    [("weg", len(FEW), "run_released"), ("behalten", len(MANY), "run_rejected")],
)
def test_a_doubted_run_is_answered_with_one_of_two_buttons(
    engine: Engine, petra: Person, button: str, left: int, deed: str
) -> None:
    number = doubted(engine)
    assert "1 Frage wartet auf Sie" in read(petra.get(CITY))
    assert "Ansehen und entscheiden" in read(petra.get(f"{CITY}/fragen"))
    page = petra.get(f"{CITY}/fragen/lauf/{number}")
    assert "Verschwinden würden (7) " in read(page)
    assert "Neu wären (1) " in read(page)
    assert "Sie sind weg" in read(page)
    answer = petra.post(f"{CITY}/fragen/lauf/{number}", {"antwort": button, "grund": "Nachgesehen"})
    assert answer.headers["location"] == f"{CITY}/fragen?getan={button}"
    assert "nichts zu entscheiden" in read(petra.get(f"{CITY}/fragen"))
    assert f"{left} Stellen gefunden" in read(petra.get(f"{CITY}/stellen?stand=published"))
    last = audited(engine, "musterstadt")[0]
    assert (last.deed, last.actor, last.told["reason"]) == (
        deed,
        "Petra Muster (account 1)",
        "Nachgesehen",
    )
    assert "wartet auf Sie" not in read(petra.get(CITY))
    assert "Quelle: Karriereseite; entschieden von: Petra Muster" in read(
        petra.get(f"{CITY}/protokoll")
    )
    late = petra.post(f"{CITY}/fragen/lauf/{number}", {"antwort": button})
    assert late.status_code == 409
    assert f"Lauf {number} wurde am" in read(late)


def test_without_a_reason_none_is_made_up(engine: Engine, petra: Person) -> None:
    number = doubted(engine)
    assert "angezweifelt, wartet auf Sie" in read(petra.get(CITY))
    petra.get(f"{CITY}/fragen/lauf/{number}")
    petra.post(f"{CITY}/fragen/lauf/{number}", {"antwort": "behalten"})
    assert audited(engine, "musterstadt")[0].told["reason"] == (
        "Die Stadt hat abgelehnt, ohne Begründung."
    )
    assert "angezweifelt, ist beantwortet" in read(petra.get(CITY))


def test_an_answer_that_is_no_button_is_refused(engine: Engine, petra: Person) -> None:
    number = doubted(engine)
    petra.get(CITY)
    answer = petra.post(f"{CITY}/fragen/lauf/{number}", {"antwort": "vielleicht"})
    assert (answer.status_code, "einen der beiden Knöpfe" in read(answer)) == (422, True)
    answer = petra.post(f"{CITY}/fragen/berichtigung/1", {"antwort": "vielleicht"})
    assert answer.status_code == 422


def test_a_run_of_another_city_is_nowhere(engine: Engine, petra: Person) -> None:
    number = doubted(engine)
    accepted(engine, "neustadt", email="otto@neustadt.example")
    otto = signed_in(engine, "otto@neustadt.example")
    there = f"/hr/stadt/neustadt/fragen/lauf/{number}"
    assert otto.get(there).status_code == 404
    otto.get("/hr/konto")
    assert otto.post(there, {"antwort": "weg"}).status_code == 404
    assert petra.get(f"{CITY}/fragen/lauf/{number}").status_code == 200
