"""Corrections through the API: set, seen, asked about, taken back; hidden is hidden everywhere."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from stellenbund.api.app import create_app
from stellenbund.domain.correctable import CORRECTABLE
from stellenbund.domain.harvest import Harvest
from stellenbund.settings import Settings
from tests.builders import NOW, harvest, notice
from tests.flows.desk import CITY, offered
from tests.flows.issuing import carried, issued
from tests.stocking import JOBSUCHE, ids, settled

LATER = NOW + timedelta(hours=1)
OTHER = notice("b", org_unit="Amt b")
CORRECTIONS = f"/v1/cities/{CITY}/corrections"
QUESTIONS = f"/v1/cities/{CITY}/questions"


def showing(**changes: Any) -> Harvest:  # noqa: ANN401 - any field
    """Return what the source says, with these *changes* of the opening ``a``."""
    return harvest(notice("a", org_unit="Amt a", **changes), OTHER)


@pytest.fixture
def opening(engine: Engine) -> str:
    """The id of an opening with two places, of which an agency tells."""
    return offered(engine, showing(positions=2), of=JOBSUCHE)


@pytest.fixture
def hr(engine: Engine, opening: str) -> TestClient:
    """The application, asked by the city's HR."""
    assert opening
    app = create_app(Settings(), engine=engine, clock=lambda: LATER, new_id=ids("api"))
    token = issued(engine, CITY, name="Personalamt")
    return TestClient(app, raise_server_exceptions=False, headers=carried(token))


def set_values(hr: TestClient, opening: str, **values: str | None) -> Any:  # noqa: ANN401 - JSON
    body = {"opening": opening, "values": values, "note": "Amt 10."}
    answer = hr.post(CORRECTIONS, json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_what_is_set_is_public_at_once_with_its_origin(hr: TestClient, opening: str) -> None:
    done = set_values(hr, opening, positions="3", deadline="01.02.2020")
    assert [each["field"] for each in done["items"]] == ["positions", "deadline"]
    assert [each["rule"] for each in done["findings"]] == ["deadline.long_past"]
    assert done["status"] == "expired"
    shown = hr.get(f"/v1/openings/{opening}").json()
    number = str(done["items"][0]["id"])
    assert (shown["positions"], shown["deadline_on"]) == (3, "2020-02-01")
    assert shown["origins"]["positions"] == {"source": "desk", "reference": number}
    assert shown["sources"]["desk"]["name"] == "Von der Stadt berichtigt"
    assert "Personalamt" not in str(shown)


def test_a_deadline_without_a_day_is_refused_with_what_to_write(
    hr: TestClient, opening: str
) -> None:
    body = {"opening": opening, "values": {"deadline": "Ende März"}}
    answer = hr.post(CORRECTIONS, json=body)
    assert answer.status_code == 422
    (error,) = answer.json()["errors"]
    assert "deadline.vague" in str(error)
    assert "31.01.2027" in str(error)
    assert set_values(hr, opening, deadline="31.03.2027")["status"] == "published"


def test_the_city_sees_who_set_what_over_what_and_what_is_said_now(
    hr: TestClient, opening: str, engine: Engine
) -> None:
    set_values(hr, opening, positions="3")
    settled(engine, showing(positions=7), of=JOBSUCHE, at=LATER)
    answer = hr.get(CORRECTIONS)
    assert answer.headers["cache-control"] == "no-store"
    (item,) = answer.json()["items"]
    assert item.pop("question")
    assert item == {
        "id": item["id"],
        "opening": opening,
        "field": "positions",
        "label": "Anzahl Plätze",
        "text": "3",
        "stated": {"positions": 3},
        "over": {"positions": 2},
        "now": {"positions": 7},
        "set_at": "2026-11-24T13:00:00Z",
        "actor": "Personalamt (token 1)",
        "note": "Amt 10.",
    }


def test_pages_of_corrections_lead_from_one_to_the_next(hr: TestClient, opening: str) -> None:
    set_values(hr, opening, positions="3", duration="3 Jahre", weekly_hours="39")
    seen = []
    address: str | None = f"{CORRECTIONS}?limit=1&opening={opening}"
    while address:
        page = hr.get(address).json()
        seen += [each["field"] for each in page["items"]]
        address = page["next"]
    assert seen == ["weekly_hours", "duration", "positions"]
    assert hr.get(f"{CORRECTIONS}?opening=aaaaaaaaaa").json()["items"] == []


def test_a_correction_is_taken_back_once(hr: TestClient, opening: str) -> None:
    (item,) = set_values(hr, opening, positions=None)["items"]
    assert hr.get(f"/v1/openings/{opening}").json()["positions"] is None
    forgotten = hr.delete(f"{CORRECTIONS}/{item['id']}")
    assert (forgotten.status_code, forgotten.json()) == (200, item)
    assert hr.get(f"/v1/openings/{opening}").json()["positions"] == 2
    again = hr.delete(f"{CORRECTIONS}/{item['id']}")
    assert (again.status_code, again.json()["type"]) == (404, "/problems/unknown-correction")


def test_what_the_city_is_asked_is_answered_as_it_was_seen(
    hr: TestClient, opening: str, engine: Engine
) -> None:
    (item,) = set_values(hr, opening, positions="3")["items"]
    address = f"{CORRECTIONS}/{item['id']}/answer"
    unasked = hr.post(address, json={"choice": "take"})
    assert (unasked.status_code, unasked.json()["type"]) == (409, "/problems/unasked")
    settled(engine, showing(positions=7), of=JOBSUCHE, at=LATER)
    asked = hr.get(QUESTIONS).json()
    assert (asked["runs"], [each["now"] for each in asked["corrections"]]) == (
        [],
        [{"positions": 7}],
    )
    seen = asked["corrections"][0]["question"]
    assert hr.post(address, json={"choice": "keep", "seen": "x"}).status_code == 409
    kept = hr.post(address, json={"choice": "keep", "seen": seen}).json()["correction"]
    assert (kept["id"], kept["over"]) == (item["id"], {"positions": 7})
    assert hr.get(QUESTIONS).json() == {"runs": [], "corrections": []}
    settled(engine, showing(positions=8), of=JOBSUCHE, at=LATER)
    assert hr.post(address, json={"choice": "take"}).json() == {"correction": None}
    assert hr.get(f"/v1/openings/{opening}").json()["positions"] == 8


def test_an_answer_that_cannot_be_meant_names_those_that_can(hr: TestClient, opening: str) -> None:
    (item,) = set_values(hr, opening, positions="3")["items"]
    answer = hr.post(f"{CORRECTIONS}/{item['id']}/answer", json={"choice": "kept"})
    (fault,) = answer.json()["errors"]
    assert (answer.status_code, fault["allowed"], fault["near"]) == (
        422,
        ["keep", "take"],
        ["keep"],
    )


def test_a_text_that_cannot_be_set_names_field_value_rule_and_remedy(
    hr: TestClient, opening: str
) -> None:
    body = {"opening": opening, "values": {"deadline": "Quatsch", "titel": "x", "kind": "Job"}}
    answer = hr.post(CORRECTIONS, json=body)
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid-value")
    unread, unknown, choice = answer.json()["errors"]
    assert (unread["parameter"], unread["value"]) == ("values.deadline", "Quatsch")
    assert (unread["rule"], unread["allowed"]) == ("date.unreadable", ["31.01.2027"])
    assert unread["detail_de"].endswith("Bitte so eintragen wie im Beispiel: 31.01.2027")
    assert (unknown["rule"], unknown["near"]) == ("unknown-value", ["title"])
    assert unknown["allowed"] == list(CORRECTABLE)
    assert "Duales Studium" in choice["allowed"]
    assert hr.get(CORRECTIONS).json()["items"] == []


FAULTY: tuple[tuple[dict[str, object], str], ...] = (
    ({}, "opening"),
    ({"opening": "k7m2x9qa4w"}, "values"),
    ({"opening": "x", "values": {"positions": "3"}}, "opening"),
    ({"opening": "k7m2x9qa4w", "values": {}}, "values"),
    ({"opening": "k7m2x9qa4w", "values": {"positions": 3}}, "values"),
    ({"opening": "k7m2x9qa4w", "values": {f"f{n}": "x" for n in range(16)}}, "values"),
    ({"opening": "k7m2x9qa4w", "values": {"positions": "3"}, "note": ""}, "note"),
    ({"opening": "k7m2x9qa4w", "values": {"positions": "3"}, "by": "x"}, "by"),
)


def test_a_body_that_cannot_be_meant_says_why(hr: TestClient) -> None:
    for body, parameter in FAULTY:
        answer = hr.post(CORRECTIONS, json=body)
        assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (422, parameter)
    for content in (b"", b"[]", b'{"opening": "' + b"x" * 500_000):
        answer = hr.post(CORRECTIONS, content=content)
        assert (answer.status_code, answer.json()["type"]) == (400, "/problems/invalid-body")


def test_an_opening_of_another_city_is_none_of_this_one(hr: TestClient, engine: Engine) -> None:
    body = {"opening": "k7m2x9qa4w", "values": {"positions": "3"}}
    for answer in (
        hr.post(CORRECTIONS, json=body),
        hr.post(f"/v1/cities/{CITY}/openings/k7m2x9qa4w/hide", json={"note": "Doppelt."}),
        hr.post(f"/v1/cities/{CITY}/openings/k7m2x9qa4w/show"),
    ):
        assert (answer.status_code, answer.json()["type"]) == (404, "/problems/unknown-opening")
    operator = carried(issued(engine, None))
    unknown = hr.get("/v1/cities/bohcum/corrections", headers=operator)
    assert (unknown.status_code, unknown.json()["type"]) == (404, "/problems/unknown-city")


def test_what_is_hidden_is_in_no_public_answer(
    hr: TestClient, opening: str, engine: Engine
) -> None:
    address = f"/v1/cities/{CITY}/openings/{opening}"
    unreasoned = hr.post(f"{address}/hide", json={})
    assert (unreasoned.status_code, unreasoned.json()["errors"][0]["parameter"]) == (422, "note")
    hidden = hr.post(f"{address}/hide", json={"note": "Doppelt ausgeschrieben."})
    assert (hidden.status_code, hidden.json()) == (200, {"opening": opening, "status": "held"})
    for statuses in ("", "?status=published&status=expired&status=withdrawn"):
        assert opening not in hr.get(f"/v1/openings{statuses}").text
    gone = hr.get(f"/v1/openings/{opening}")
    assert (gone.status_code, gone.json()["type"]) == (404, "/problems/unknown-opening")
    settled(engine, harvest(OTHER), of=JOBSUCHE, at=LATER)
    assert hr.get(f"/v1/openings/{opening}").status_code == 404
    why = hr.get(f"/v1/why?source={CITY}/jobsuche&reference=a")
    assert not {"Doppelt", "Personalamt"} & set(why.text.split())
    assert why.json()["is_public"] is False
    (item,) = hr.get(CORRECTIONS).json()["items"]
    assert (item["field"], item["label"], item["note"]) == (
        "opening",
        "Stelle",
        "Doppelt ausgeschrieben.",
    )
    settled(engine, showing(positions=2), of=JOBSUCHE, at=LATER)
    shown = hr.post(f"{address}/show")
    assert (shown.status_code, shown.json()["status"]) == (200, "published")
    assert hr.get(f"/v1/openings/{opening}").status_code == 200


def test_why_says_what_the_desk_states_otherwise(hr: TestClient, opening: str) -> None:
    set_values(hr, opening, positions="3")
    steps = hr.get(f"/v1/why?source={CITY}/jobsuche&reference=a").json()["steps"]
    (outweighed,) = (step for step in steps if step["kind"] == "outweighed")
    assert outweighed["value"] == "positions"
    assert "desk" in outweighed["message"]


def test_each_address_says_what_it_takes(hr: TestClient, opening: str) -> None:
    for address, allowed in (
        (CORRECTIONS, "GET, HEAD, POST, OPTIONS"),
        (f"{CORRECTIONS}/1", "DELETE, OPTIONS"),
        (f"{CORRECTIONS}/1/answer", "POST, OPTIONS"),
        (QUESTIONS, "GET, HEAD, OPTIONS"),
        (f"/v1/cities/{CITY}/openings/{opening}/hide", "POST, OPTIONS"),
    ):
        asked = hr.options(address)
        assert (asked.status_code, asked.headers["allow"]) == (204, allowed)
        assert not [name for name in asked.headers if name.startswith("access-control")]
        wrong = hr.put(address)
        assert (wrong.status_code, wrong.headers["allow"]) == (405, allowed)
