"""Shape: fields, labels, facets and help come as they were asked for."""

import json

import pytest
from starlette.testclient import TestClient

from stellenbund.api.schemas.lines import LINE_FIELDS
from stellenbund.domain.labels import LABELLED
from stellenbund.domain.language import Language
from tests.api.pictured import client_before
from tests.catalogue.openings import name, opening


@pytest.fixture
def client() -> TestClient:
    """Openings of three cities, two of them for a related profession."""
    return client_before(
        opening(1, profession="erzieher", kldb="83113", training_year=2027),
        opening(2, city="essen", profession="verwaltungswirt", kldb="73202", training_year=2028),
        opening(3, city="essen", kind="dual_study", title="Bachelor of Laws", language="de"),
        opening(4, city="bottrop", status="withdrawn"),
    )


def test_only_the_fields_that_are_asked_for_are_told(client: TestClient) -> None:
    for fields in ("title,id,url", "title&fields=id&fields=url"):
        (item, *_) = client.get(f"/v1/openings?fields={fields}").json()["items"]
        url = f"/v1/openings/{name(3)}"
        assert item == {"title": "Bachelor of Laws", "id": name(3), "url": url}


def test_what_is_told_otherwise_has_another_tag_and_the_same_has_the_same(
    client: TestClient,
) -> None:
    told: dict[str, bytes] = {}
    for asked in ("", "limit=2", "limit=1", "city=essen", "lang=de", "lang=uk", "near=Essen",
                  "near=51.5,7.1", "fields=id", "fields=id,title", "facets=city", "facets=kind",
                  "status=withdrawn", "q=bachelor"):  # fmt: skip
        answer = client.get(f"/v1/openings?{asked}")
        assert told.setdefault(answer.headers["etag"], answer.content) == answer.content
    assert len(set(told.values())) == len(told)


def test_every_field_of_a_line_can_be_asked_for(client: TestClient) -> None:
    (whole, *_) = client.get("/v1/openings").json()["items"]
    assert set(whole) == set(LINE_FIELDS)
    for field in LINE_FIELDS:
        (item, *_) = client.get(f"/v1/openings?fields={field}").json()["items"]
        assert item == {field: whole[field]}


@pytest.mark.parametrize("language", list(Language))
def test_labels_come_in_every_language_and_texts_stay_german(
    client: TestClient, language: Language
) -> None:
    (item, *_) = client.get(f"/v1/openings?lang={language}&kind=dual_study").json()["items"]
    labels = item["labels"]
    assert set(labels) == {field for field in LABELLED if item[field]}
    assert (item["title"], item["language"]) == ("Bachelor of Laws", "de")
    assert client.get(f"{item['url']}?lang={language}").json()["labels"] == labels
    german = client.get("/v1/openings?lang=de&kind=dual_study").json()["items"][0]["labels"]
    assert (labels == german) is (language is Language.GERMAN)


def test_without_a_language_there_are_no_labels(client: TestClient) -> None:
    assert {item["labels"] for item in client.get("/v1/openings").json()["items"]} == {None}


def test_a_facet_counts_what_its_own_filter_leaves_out(client: TestClient) -> None:
    page = client.get("/v1/openings?city=bochum&facets=city,kind&lang=pl").json()
    assert page["facets"] == {
        "city": [
            {"value": "essen", "label": "Essen", "count": 2},
            {"value": "bochum", "label": "Bochum", "count": 1},
        ],
        "kind": [
            {
                "value": "dual_apprenticeship",
                "label": "Dualna nauka zawodu (Ausbildung)",
                "count": 1,
            }
        ],
    }
    assert client.get("/v1/openings").json()["facets"] is None


def test_a_facet_calls_professions_and_sources_by_their_names(client: TestClient) -> None:
    facets = client.get("/v1/openings?facets=profession,source").json()["facets"]
    assert {each["label"] for each in facets["profession"]} == {
        *("Erzieher/in (praxisintegriert)", "Verwaltungswirt/in"),
    }
    assert [each["label"] for each in facets["source"]] == ["Essen: Site", "Bochum: Site"]


@pytest.mark.parametrize(
    "query",
    [
        "q=verwaltungsfachangestellte",
        "profession=verwaltungsfachangestellte",
        "near=K%C3%B6ln&radius_km=1&sort=distance",
        "profession=erzieher&training_year=2028",
        "city=bottrop&kind=dual_study&lang=en",
        "profession=73&profession=verwaltungsfachangestellte&city=bochum",
    ],
)
def test_zero_hits_answer_with_what_finds_as_much_as_they_say(
    client: TestClient, query: str
) -> None:
    page = client.get(f"/v1/openings?{query}").json()
    assert page["total"] == 0
    found = page["help"]
    ways = [*found["related"], *found["intakes"], *found["without"]]
    ways += [found["wider"]] if found["wider"] else []
    assert ways
    for way in ways:
        assert client.get(way["url"]).json()["total"] == way["count"], way
    assert bool(found["wider"]) is ("near=" in query)


def test_words_that_fit_nothing_are_named(client: TestClient) -> None:
    page = client.get("/v1/openings?q=erzieher%20quantencomputer").json()
    assert (page["total"], page["unheeded"]) == (1, ["quantencomputer"])


def test_typing_is_completed_in_any_language(client: TestClient) -> None:
    items = client.get("/v1/suggest?q=erz").json()["items"]
    assert items[0] == {
        "parameter": "profession",
        "value": "erzieher",
        "label": "Erzieher/in (praxisintegriert)",
        "openings": 1,
        "url": "/v1/openings?profession=erzieher",
    }
    for item in client.get("/v1/suggest?q=ess&lang=en").json()["items"]:
        assert client.get(item["url"]).json()["total"] == item["openings"]
    assert client.get("/v1/suggest?q=%D0%B2%D0%B8%D1%85%D0%BE%D0%B2").json()["items"]
    assert client.get("/v1/suggest?q=ver&limit=1").json()["items"][1:] == []


def test_similar_openings_are_published_and_of_a_related_profession(client: TestClient) -> None:
    assert client.get(f"/v1/openings/{name(1)}/similar").json() == {"items": []}
    assert client.get("/v1/openings/zzzzzzzzzz/similar").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/v1/openings?q=erzieher&facets=city",
        f"/v1/openings/{name(1)}",
        f"/v1/openings/{name(4)}",
        f"/v1/openings/{name(1)}/similar",
        "/v1/suggest?q=er",
        "/v1/intakes",
        "/v1/openings?x=1",
    ],
)
def test_head_and_options_are_answered_and_an_answer_is_not_sent_twice(
    client: TestClient, path: str
) -> None:
    answer, head = (
        client.request(method, path, headers={"X-Request-Id": "a"}) for method in ("GET", "HEAD")
    )
    assert (head.status_code, head.content) == (answer.status_code, b"")
    assert head.headers == answer.headers
    assert client.options(path).headers["allow"] == "GET, HEAD, OPTIONS"
    if answer.status_code == 200:
        again = client.get(path, headers={"If-None-Match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert 'rel="describedby"' in answer.headers["link"]


LINKED = {"Accept": "application/ld+json"}


def test_an_opening_is_linked_data_for_whoever_asks(client: TestClient) -> None:
    answer = client.get(f"/v1/openings/{name(1)}", headers=LINKED)
    assert answer.headers["content-type"] == "application/ld+json"
    assert "Accept" in answer.headers["vary"].split(", ")
    posting = json.loads(answer.content)
    assert (posting["@type"], posting["title"]) == ("JobPosting", "Ausbildung")
    assert posting["hiringOrganization"]["name"] == "Stadt Bochum"
    usual = client.get(f"/v1/openings/{name(1)}", headers={"Accept": "*/*"})
    assert usual.headers["content-type"] == "application/json"
    assert usual.headers["etag"] != answer.headers["etag"]


def test_what_one_cannot_apply_for_is_no_linked_data() -> None:
    client = client_before(opening(5, deadline_on="2026-11-24", deadline_kind="fixed"))
    answer = client.get(f"/v1/openings/{name(5)}", headers=LINKED)
    assert (answer.json()["status"], answer.headers["content-type"]) == (
        "expired",
        "application/json",
    )
