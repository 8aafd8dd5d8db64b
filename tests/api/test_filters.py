"""Filters: through the API too, each finds what a plain filter over a list of openings finds."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from stellenbund.domain.catalogue_query import CatalogueQuery, Facet, Sort
from stellenbund.domain.opening import Opening
from stellenbund.domain.vocabulary import Status
from tests.api.pictured import client_before
from tests.catalogue import naive
from tests.catalogue.openings import SORTS, TODAY, name, opening, openings, queries

CALLED = {
    "cities": "city",
    "professions": "profession",
    "kldb": "profession",
    "kinds": "kind",
    "training_years": "training_year",
    "statuses": "status",
    "sources": "source",
    "unhindered_by": "nothing_against_me",
    "is_part_time": "part_time",
}
PUBLIC = {Status.PUBLISHED, Status.EXPIRED, Status.WITHDRAWN}


def parameters(query: CatalogueQuery) -> Iterator[tuple[str, str]]:
    """Yield the parameters that ask for *query*."""
    for field, value in query.model_dump(exclude_unset=True).items():
        match value:
            case {"latitude": latitude, "longitude": longitude, "radius_km": radius}:
                yield from (("near", f"{latitude},{longitude}"), ("radius_km", f"{radius:.0f}"))
            case frozenset():
                yield from ((CALLED.get(field, field), str(each)) for each in value)
            case bool():
                yield CALLED.get(field, field), str(value).lower()
            case None:
                pass
            case _:
                yield field, getattr(value, "isoformat", value.__str__)()


def query_of(wishes: Mapping[str, Any], sort: Sort) -> CatalogueQuery:
    """Return the query of these wishes that the API can be asked."""
    plain = {**wishes, "statuses": (wishes.get("statuses") or {Status.PUBLISHED}) & PUBLIC}
    plain["statuses"] = plain["statuses"] or {Status.PUBLISHED}
    has_no_point = sort is Sort.DISTANCE and not plain.get("near")
    return CatalogueQuery(**plain, sort=Sort.NEWEST if has_no_point else sort)


@given(openings(), queries(), st.sampled_from(SORTS))
@settings(max_examples=60)
def test_each_filter_finds_what_a_plain_filter_finds(
    stock: list[Opening], wishes: dict[str, Any], sort: Sort
) -> None:
    query = query_of(wishes, sort)
    answer = client_before(*stock).get("/v1/openings", params=list(parameters(query)))
    assert answer.status_code == 200, answer.text
    page = answer.json()
    expected = naive.found(stock, query, TODAY)
    assert [(item["id"], item["status"]) for item in page["items"]] == [
        (each.id, naive.status(each, TODAY)) for each in expected
    ]
    assert page["total"] == len(expected)
    for item, each in zip(page["items"], expected, strict=True):
        metres = naive.metres(each, query.near)
        assert item["distance_km"] == (None if metres is None else round(metres / 1000, 1))
    for facet in Facet:
        counted = naive.facet(stock, query, facet, TODAY)
        told = {each["value"]: each["count"] for each in page["facets"][facet]}
        assert told == {str(value): count for value, count in counted.items() if value != "held"}
    assert (page["help"] is None) == bool(expected)


@given(openings(), queries(most=2), st.sampled_from(SORTS), st.integers(1, 5))
@settings(max_examples=40)
def test_pages_together_hold_everything_once_in_its_order(
    stock: list[Opening], wishes: dict[str, Any], sort: Sort, limit: int
) -> None:
    query = query_of(wishes, sort).model_copy(update={"limit": limit, "facets": frozenset()})
    client = client_before(*stock)
    address, seen = f"/v1/openings?{urlencode(list(parameters(query)))}", []
    while address:
        page = client.get(address).json()
        seen += [item["id"] for item in page["items"]]
        address = page["next"]["url"] if page["next"] else ""
    assert seen == [each.id for each in naive.found(stock, query, TODAY)]


def test_pages_go_on_where_they_ended_while_openings_come_and_go() -> None:
    stock = [opening(number) for number in range(6)]
    page = client_before(*stock).get("/v1/openings?limit=2").json()
    assert [item["id"] for item in page["items"]] == [name(5), name(4)]
    after = [*stock[:2], *stock[3:4], *stock[5:], opening(9)]
    page = client_before(*after).get(page["next"]["url"]).json()
    assert [item["id"] for item in page["items"]] == [name(3), name(1)]


@pytest.fixture
def client() -> TestClient:
    """Three openings in two cities, one of them with an address."""
    here = {"places": [{"latitude": 51.48, "longitude": 7.21}]}
    return client_before(
        opening(1, profession="erzieher", kldb="83113", **here),
        opening(2, city="essen", profession="verwaltungswirt", kldb="73202", training_year=2028),
        opening(3, city="essen", kind="dual_study", title="Bachelor of Laws"),
    )


def ids(client: TestClient, query: str) -> list[str]:
    answer = client.get(f"/v1/openings?{query}")
    assert answer.status_code == 200, answer.text
    return [item["id"] for item in answer.json()["items"]]


@pytest.mark.parametrize(
    "near", ["51.48,7.21", "51.48, 7.21", "44787", "Bochum", "bochum", "Hiltrop"]
)
def test_a_place_is_a_point_a_postcode_or_a_name(client: TestClient, near: str) -> None:
    assert ids(client, f"near={near}&radius_km=5") == [name(1)]


def test_without_a_radius_it_is_25_km_and_the_nearest_can_come_first(client: TestClient) -> None:
    assert ids(client, "near=Essen&sort=distance") == [name(3), name(2), name(1)]


@pytest.mark.parametrize(
    ("query", "parameter", "rule", "near"),
    [
        ("near=Bohcum", "near", "near", ["bochum"]),
        ("near=91,7", "near", "near", []),
        ("near=51.4,181", "near", "near", []),
        ("near=51.4", "near", "near", []),
        ("radius_km=10", "radius_km", "needs-near", []),
        ("near=Essen&radius_km=0", "radius_km", "range", []),
        ("near=Essen&radius_km=501", "radius_km", "range", []),
        ("sort=distance", "sort", "needs-near", []),
        ("sort=newes", "sort", "unknown-value", ["newest"]),
        ("fields=id,titel", "fields", "unknown-value", ["title", "title_published"]),
        ("facets=cities", "facets", "unknown-value", []),
        ("lang=ger", "lang", "unknown-value", []),
        ("german_level=b1", "german_level", "unknown-value", ["B1"]),
        ("nothing_against_me=drivinglicence", "nothing_against_me", "unknown-value",
         ["driving_licence"]),
        ("start_from=2027-02-30", "start_from", "day", []),
        ("deadline_to=31.01.2027", "deadline_to", "day", []),
        ("changed_since=2026-11-24", "changed_since", "instant", []),
        ("changed_since=2026-11-24T06:00:00", "changed_since", "instant", []),
        ("pay_from=1.200,00", "pay_from", "amount", []),
        ("pay_from=-1", "pay_from", "amount", []),
        ("pay_from=100001", "pay_from", "range", []),
        ("part_time=yes", "part_time", "unknown-value", []),
        ("profession=99999", "profession", "unknown-value", []),
        ("source=bochum/sites", "source", "unknown-value", ["bochum/site"]),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_named(
    client: TestClient, query: str, parameter: str, rule: str, near: list[str]
) -> None:
    answer = client.get(f"/v1/openings?{query}")
    assert answer.status_code == 422
    (error,) = answer.json()["errors"]
    assert (error["parameter"], error["rule"]) == (parameter, rule)
    assert error["near"][: len(near)] == near
    assert error["allowed"]


@pytest.mark.parametrize(
    "instant", ["2026-11-01T06:00:00Z", "2026-11-01T07:00:00%2B01:00", "2026-11-01T07:00:00+01:00"]
)
def test_an_instant_says_its_offset_and_a_lost_plus_is_found_again(
    client: TestClient, instant: str
) -> None:
    assert ids(client, f"changed_since={instant}") == [name(3), name(2), name(1)]


def test_a_code_stands_for_all_professions_that_begin_with_it(client: TestClient) -> None:
    assert ids(client, "profession=73") == [name(2)]
    assert ids(client, "profession=7&profession=erzieher") == [name(2), name(1)]
