"""The openings: what filters find, how pages follow each other, what one opening tells."""

import pytest
from starlette.testclient import TestClient

from stellenbund.domain.opening import OpeningFields
from stellenbund.domain.vocabulary import Certificate


def found(client: TestClient, query: str) -> set[str]:
    """Return the references of the openings that *query* finds."""
    answer = client.get(f"/v1/openings?limit=100&{query}")
    assert answer.status_code == 200, answer.text
    ids = [item["id"] for item in answer.json()["items"]]
    assert len(ids) == answer.json()["total"]
    return {client_reference(client, each) for each in ids}


def client_reference(client: TestClient, name: str) -> str:
    answer = client.get(f"/v1/openings/{name}")
    if answer.status_code == 410:
        return "eintagsfliege"
    reference: str = answer.json()["origins"]["title"]["reference"]
    return reference


def test_published_openings_come_without_asking(client: TestClient) -> None:
    page = client.get("/v1/openings").json()
    assert page["total"] == 18
    assert {item["status"] for item in page["items"]} == {"published"}
    assert page["next"] is None


def test_newest_come_first(client: TestClient) -> None:
    items = client.get("/v1/openings").json()["items"]
    places = [(item["first_seen_at"], item["id"]) for item in items]
    assert places == sorted(places, reverse=True)


@pytest.mark.parametrize(
    ("query", "references"),
    [
        ("city=neustadt", {"n-1"}),
        ("profession=gaertner", {"garten"}),
        ("profession=gaertner&profession=koch", {"garten"}),
        ("profession=koch&status=expired", {"abgelaufen"}),
        ("profession=koch&status=expired&status=published", {"abgelaufen"}),
        ("status=withdrawn", {"eintagsfliege"}),
        ("kind=dual_study&kind=voluntary_year", {"k-dual_study", "k-voluntary_year"}),
        ("training_year=2028", {"garten"}),
        ("training_year=2029", set()),
        ("q=G%C3%84RTNER", {"garten"}),
        ("q=gaertner%20musterstadt", {"garten"}),
        ("q=gaertner%20neustadt", set()),
        ("q=landschaftsbau%20gruenflaechen", {"garten"}),
        ("q=100%20%25", {"garten"}),
        ("city=neustadt&city=musterstadt&training_year=2028&kind=dual_apprenticeship", {"garten"}),
        ("city=neustadt&profession=gaertner", set()),
    ],
)
def test_filters_hold_all_at_once(client: TestClient, query: str, references: set[str]) -> None:
    assert found(client, query) == references


@pytest.mark.parametrize("held", list(Certificate))
def test_a_certificate_finds_all_that_ask_for_no_more(
    client: TestClient, held: Certificate
) -> None:
    asked = {name for name in found(client, f"certificate={held}") if name.startswith("c-")}
    assert asked == {f"c-{each}" for each in Certificate.open_to(held)}


def test_a_certificate_finds_those_that_state_nothing(client: TestClient) -> None:
    assert {"garten", "n-1", "bleibt"} < found(client, "certificate=none")


def test_pages_together_hold_every_opening_once(client: TestClient) -> None:
    address, seen = "/v1/openings?city=musterstadt&limit=4", []
    while address:
        answer = client.get(address)
        page = answer.json()
        seen += [item["id"] for item in page["items"]]
        assert page["total"] == 17
        following = page["next"]
        link = f'<{following["url"]}>; rel="next"' if following else None
        assert ((link or "rel=next") in answer.headers["link"]) is bool(link)
        address = following["url"] if following else ""
    whole = client.get("/v1/openings?city=musterstadt&limit=100").json()["items"]
    assert seen == [item["id"] for item in whole]


def test_the_next_page_keeps_the_filters(client: TestClient) -> None:
    page = client.get("/v1/openings?kind=other&kind=dual_apprenticeship&q=amt&limit=2").json()
    assert page["next"]["url"] == (
        "/v1/openings?kind=other&kind=dual_apprenticeship&q=amt&limit=2"
        f"&cursor={page['next']['cursor']}"
    )


@pytest.mark.parametrize(
    "other", ["city=neustadt", "status=expired", "q=amt", "training_year=2027", "certificate=fhr"]
)
def test_a_cursor_serves_its_own_query_only(client: TestClient, other: str) -> None:
    cursor = client.get("/v1/openings?limit=3").json()["next"]["cursor"]
    assert client.get(f"/v1/openings?limit=7&cursor={cursor}").status_code == 200
    answer = client.get(f"/v1/openings?{other}&cursor={cursor}")
    assert answer.status_code == 400
    assert answer.json()["type"] == "/problems/invalid-cursor"


def test_a_list_leaves_out_the_long_texts_and_nothing_else(client: TestClient) -> None:
    (line,) = client.get("/v1/openings?profession=gaertner").json()["items"]
    full = client.get(line["url"]).json()
    assert line.pop("distance_km") is None
    missing = full.keys() - line.keys()
    assert missing == {
        *("description_html", "description_text", "tasks", "profile", "benefits"),
        *("origins", "sources", "history"),
    }
    assert line == {name: full[name] for name in line}


def test_an_opening_tells_every_field_and_where_it_is_from(client: TestClient) -> None:
    (line,) = client.get("/v1/openings?profession=gaertner").json()["items"]
    full = client.get(line["url"]).json()
    assert OpeningFields.model_fields.keys() < full.keys()
    assert full["description_html"].startswith("<p>Grünflächen")
    assert full["origins"]["training_year"] == {"source": "site", "reference": "garten"}
    assert full["sources"] == {
        "site": {"name": "Karriereseite", "url": "https://musterstadt.example/site"}
    }
    (step,) = full["history"]
    assert (step["status"], step["reason"], step["actor"]) == ("published", "appeared", "test")


def test_an_opening_past_its_deadline_is_still_there(client: TestClient) -> None:
    (line,) = client.get("/v1/openings?status=expired").json()["items"]
    assert client.get(line["url"]).json()["status"] == "expired"


def test_a_withdrawn_opening_helps_to_look_on(client: TestClient) -> None:
    (line,) = client.get("/v1/openings?status=withdrawn").json()["items"]
    answer = client.get(line["url"])
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (410, "/problems/withdrawn")
    assert problem["opening"] | {"withdrawn_at": None} == {
        "id": line["id"],
        "title": "Verwaltungswirt/in",
        "city": "musterstadt",
        "kind": "dual_apprenticeship",
        "profession": "verwaltungsfachangestellte",
        "training_year": 2027,
        "withdrawn_at": None,
        "reason": "vanished",
    }
    assert "Verwaltungswirt/in" in problem["detail_de"]
    assert problem["links"].pop("readvertised_as") is None
    similar = client.get(problem["links"].pop("similar")).json()["items"]
    assert {each["profession"] for each in similar} == {"verwaltungsfachangestellte"}
    for address in problem["links"].values():
        assert client.get(address).json()["total"] > 0


def test_an_opening_that_never_was_is_not_found(client: TestClient) -> None:
    answer = client.get("/v1/openings/aaaaaaaaaa")
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/unknown-opening")


def test_what_was_read_from_saved_pages_says_so(client: TestClient) -> None:
    live = client.get("/v1/openings?city=musterstadt").json()
    saved = client.get("/v1/openings?city=neustadt").json()
    assert (live["sample"], saved["sample"]) == (False, True)
    assert {item["sample"] for item in saved["items"]} == {True}
    assert client.get(saved["items"][0]["url"]).json()["sample"] is True
    assert client.get("/v1/openings").json()["sample"] is True
