"""Cities, professions, sources and the index: what there is to ask for."""

from starlette.testclient import TestClient


def test_cities_that_take_part_count_their_openings(client: TestClient) -> None:
    answer = client.get("/v1/cities").json()
    assert {city["slug"]: city["openings"] for city in answer["items"]} == {
        "musterstadt": 17,
        "neustadt": 1,
    }
    for city in answer["items"]:
        assert client.get(city["url"]).json()["total"] == city["openings"]
    assert answer["sample"] is True


def test_professions_count_what_one_can_apply_for(client: TestClient) -> None:
    items = client.get("/v1/professions").json()["items"]
    counts = {profession["slug"]: profession["openings"] for profession in items}
    assert counts == {"gaertner": 1, "koch": 0, "verwaltungsfachangestellte": 9}
    for profession in items:
        assert client.get(profession["url"]).json()["total"] == profession["openings"]


def test_sources_tell_their_runs(client: TestClient) -> None:
    items = client.get("/v1/sources").json()["items"]
    agency, site, other = items
    assert [(each["city"], each["key"]) for each in items] == [
        ("musterstadt", "jobsuche"),
        ("musterstadt", "site"),
        ("neustadt", "site"),
    ]
    assert [run["outcome"] for run in agency["runs"]] == ["applied", "applied"]
    assert (agency["runs"][0]["vanished"], agency["runs"][1]["new"]) == (1, 2)
    assert (site["trust"], site["condition"], site["notices"]) == ("site", "working", 17)
    assert site["runs"][0]["pages"] == 3
    assert site["completeness"]["title"] == 1.0
    assert site["last_good_at"] == site["runs"][0]["finished_at"]
    assert (site["sample"], other["sample"]) == (False, True)


def test_the_index_leads_everywhere(client: TestClient) -> None:
    index = client.get("/").json()
    assert index.pop("name") == "Stellenbund"
    # The sandbox stands before the API: its own tests follow the address.
    addresses = index.keys() - {"terms", "terms_de", "sandbox"}
    assert {name: client.get(index[name]).status_code for name in addresses} == dict.fromkeys(
        addresses, 200
    )


def test_the_service_lives_and_is_ready(client: TestClient) -> None:
    newest = max(item["sequence"] for item in client.get("/v1/openings?limit=100").json()["items"])
    ready = {"status": "ready", "database": "answers", "fresh": True, "sequence": newest}
    for path, told in (("/healthz", {"status": "alive"}), ("/readyz", ready)):
        answer = client.get(path)
        assert (answer.status_code, answer.json()) == (200, told)
        assert answer.headers["cache-control"] == "no-store"


def test_intakes_count_what_one_can_apply_for(client: TestClient) -> None:
    items = client.get("/v1/intakes").json()["items"]
    assert [(each["training_year"], each["openings"]) for each in items] == [(2027, 17), (2028, 1)]
    for intake in items:
        assert client.get(intake["url"]).json()["total"] == intake["openings"]
