"""Parameters: each mistake is named, with what was meant and what would be taken."""

from typing import Any

import pytest
from starlette.testclient import TestClient


def faults(client: TestClient, address: str) -> list[dict[str, Any]]:
    answer = client.get(address)
    assert answer.status_code == 422, answer.text
    errors: list[dict[str, Any]] = answer.json()["errors"]
    return errors


def test_an_unknown_parameter_is_named_with_its_likeness(client: TestClient) -> None:
    answer = client.get("/v1/openings?citty=bochum")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["type"] == "/problems/unknown-parameter"
    assert (problem["title"], problem["title_de"]) == (
        "Unknown parameter",
        "Unbekannter Parameter",
    )
    assert problem["detail"] == "There is no parameter “citty” here. Did you mean “city”?"
    assert problem["detail_de"] == "Einen Parameter „citty“ gibt es hier nicht. Ist „city“ gemeint?"
    assert problem["instance"] == "/v1/openings"
    (error,) = problem["errors"]
    assert (error["parameter"], error["value"], error["near"]) == ("citty", None, ["city"])
    assert error["allowed"] == [
        *("city", "profession", "kind", "training_year", "start_from", "start_to"),
        *("deadline_from", "deadline_to", "certificate", "german_level", "nothing_against_me"),
        *("part_time", "pay_from", "near", "radius_km", "source", "changed_since", "status", "q"),
        *("sort", "facets", "fields", "lang", "cursor", "limit"),
    ]


@pytest.mark.parametrize(
    ("query", "parameter", "near"),
    [
        ("city=Musterstatt", "city", ["musterstadt"]),
        ("city=Neustadt", "city", ["neustadt"]),
        ("city=NEU%20STADT", "city", ["neustadt"]),
        ("profession=G%C3%A4rtnerin", "profession", ["gaertner"]),
        ("profession=verwaltungsfachangestellter", "profession", ["verwaltungsfachangestellte"]),
        ("kind=dual-study", "kind", ["dual_study"]),
        ("kind=dual_study&kind=intership", "kind", ["internship"]),
        ("certificate=Abitur", "certificate", ["abitur"]),
        ("status=publishd", "status", ["published"]),
    ],
)
def test_an_unknown_value_is_named_with_its_likeness(
    client: TestClient, query: str, parameter: str, near: list[str]
) -> None:
    (error,) = faults(client, f"/v1/openings?{query}")
    assert (error["parameter"], error["rule"]) == (parameter, "unknown-value")
    assert error["near"][:1] == near
    assert set(near) <= set(error["allowed"])


def test_a_city_that_takes_no_part_is_unknown(client: TestClient) -> None:
    (error,) = faults(client, "/v1/openings?city=altstadt")
    assert error["allowed"] == ["musterstadt", "neustadt"]


@pytest.mark.parametrize(
    ("query", "parameter", "rule"),
    [
        ("limit=0", "limit", "range"),
        ("limit=101", "limit", "range"),
        ("limit=-1", "limit", "whole-number"),
        ("limit=1_0", "limit", "whole-number"),
        ("limit=1.0", "limit", "whole-number"),
        ("limit=1e1", "limit", "whole-number"),
        ("limit=+5", "limit", "whole-number"),
        ("limit=%205", "limit", "whole-number"),
        ("limit=05", "limit", "whole-number"),
        ("limit=%D9%A5", "limit", "whole-number"),
        ("limit=NaN", "limit", "whole-number"),
        ("limit=", "limit", "whole-number"),
        ("limit=9223372036854775808", "limit", "whole-number"),
        ("training_year=1999", "training_year", "range"),
        ("training_year=2101", "training_year", "range"),
        ("training_year=2027.0", "training_year", "whole-number"),
        ("city=", "city", "length"),
        ("q=", "q", "length"),
        ("q=%20", "q", "words"),
        ("q=a+b+c+d+e+f+g+h+i+j+k", "q", "words"),
        ("q=" + "a" * 201, "q", "length"),
        ("q=%00", "q", "text"),
        ("q=a%0Ab", "q", "text"),
        ("q=%FF", "q", "text"),
        ("q=%ED%A0%80", "q", "text"),
        ("q=a%E2%80%AEb", "q", "text"),
        ("&".join(f"training_year={year}" for year in range(2000, 2021)), "training_year", "count"),
        ("limit=5&limit=5", "limit", "repeated-parameter"),
        ("q=a&q=b", "q", "repeated-parameter"),
        ("certificate=fhr&certificate=fhr", "certificate", "repeated-parameter"),
        ("cursor=a&cursor=b", "cursor", "repeated-parameter"),
    ],
)
def test_a_value_of_the_wrong_form_is_named(
    client: TestClient, query: str, parameter: str, rule: str
) -> None:
    (error,) = faults(client, f"/v1/openings?{query}")
    assert (error["parameter"], error["rule"]) == (parameter, rule)
    assert error["detail"]
    assert error["detail_de"]
    assert error["allowed"]


def test_all_mistakes_are_named_at_once(client: TestClient) -> None:
    errors = faults(client, "/v1/openings?limit=x&limit=y&kind=z&kind=zz&foo=1&status=held&q=%01")
    assert sorted((error["parameter"], error["rule"]) for error in errors) == [
        ("foo", "unknown-parameter"),
        ("kind", "unknown-value"),
        ("kind", "unknown-value"),
        ("limit", "repeated-parameter"),
        ("limit", "whole-number"),
        ("q", "text"),
        ("status", "unknown-value"),
    ]


def test_strangers_among_cities_and_professions_are_named_at_once(client: TestClient) -> None:
    errors = faults(client, "/v1/openings?city=x&city=neustadt&city=y&profession=z&limit=2&limit=2")
    assert [(error["parameter"], error["value"]) for error in errors] == [
        ("limit", None),
        ("city", "x"),
        ("city", "y"),
        ("profession", "z"),
    ]


def test_a_problem_does_not_grow_with_the_mistakes(client: TestClient) -> None:
    query = "&".join(f"x{number}=1" for number in range(1_000))
    answer = client.get(f"/v1/openings?{query}")
    assert len(answer.json()["errors"]) == 20
    assert "(999 more)" in answer.json()["detail"]
    assert len(answer.content) < 20_000


@pytest.mark.parametrize(
    "path",
    ["/", "/v1/cities", "/v1/professions", "/v1/intakes", "/v1/sources", "/healthz", "/readyz"],
)  # fmt: skip
def test_what_takes_no_parameters_says_so(client: TestClient, path: str) -> None:
    (error,) = faults(client, f"{path}?city=neustadt")
    assert (error["rule"], error["allowed"]) == ("unknown-parameter", [])


@pytest.mark.parametrize("name", ["1", "AAAAAAAAAA", "aaaaaaaaa0", "aaaaaaaaaaa", "a%00aaaaaaaa"])
def test_an_id_of_the_wrong_form_is_named(client: TestClient, name: str) -> None:
    (error,) = faults(client, f"/v1/openings/{name}")
    assert (error["parameter"], error["rule"]) == ("id", "pattern")
