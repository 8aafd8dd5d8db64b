"""The contract: approved as it stands in the docs, complete, and kept by what is answered."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from stellenbund.api.access import needs_token
from stellenbund.api.app import create_app
from stellenbund.api.contract import openapi_document
from stellenbund.settings import Settings

APPROVED = Path(__file__).parents[2] / "docs" / "openapi.json"
JSON = "application/json"
REF = "#/components/schemas/"


@cache
def app() -> FastAPI:
    return create_app(Settings())


@cache
def contract() -> Mapping[str, Any]:
    document: Mapping[str, Any] = json.loads(openapi_document(app()))
    return document


def operations() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for path, item in contract()["paths"].items():
        for operation in item.values():
            yield path, operation


def needs_a_token(operation: Mapping[str, Any]) -> bool:
    return "security" in operation


def properties() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, schema in contract()["components"]["schemas"].items():
        for field, told in schema.get("properties", {}).items():
            yield f"{name}.{field}", told


def parameters() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for path, operation in operations():
        for parameter in operation.get("parameters", ()):
            yield f"{path} {parameter['name']}", parameter


def test_the_contract_is_the_approved_one() -> None:
    assert openapi_document(app()) == APPROVED.read_text("utf-8"), (
        "The contract changed. If that is meant: stellenbund openapi > docs/openapi.json"
    )


def test_the_contract_introduces_itself() -> None:
    info = contract()["info"]
    assert (info["title"], info["version"]) == ("Stellenbund", version("stellenbund"))
    assert info["license"]["identifier"] == "EUPL-1.2"
    assert info["contact"] == {"name": "Stellenbund", "email": "stellenbund@example.org"}
    assert "Getting started" in info["description"]


def test_the_examples_of_the_introduction_work() -> None:
    known = {parameter["name"] for name, parameter in parameters() if "/v1/openings " in name}
    lines = contract()["info"]["description"].splitlines()
    examples = [line for line in lines if line.startswith("curl ")]
    assert len(examples) == 3
    for example in examples:
        path, _, query = example.split("8000")[1].rstrip("'").partition("?")
        assert path in contract()["paths"]
        assert {pair.split("=")[0] for pair in query.split("&")} <= known


@pytest.mark.parametrize(
    ("path", "operation"), list(operations()), ids=lambda value: str(value)[:30]
)
def test_each_operation_says_what_it_is_and_what_can_happen(
    path: str, operation: Mapping[str, Any]
) -> None:
    assert operation["operationId"]
    assert operation["summary"]
    assert operation["description"]
    assert len(operation["tags"]) == 1
    for status, answer in operation["responses"].items():
        assert answer["description"]
        if int(status) >= 400:
            (media,) = answer["content"]
            assert media == "application/problem+json"
            assert answer["content"][media]["examples"]
    statuses = set(operation["responses"])
    assert statuses & {"200", "201"}
    assert {"422", "500"} <= statuses
    assert (path.startswith("/v1/")) == ("503" in statuses) or path == "/readyz"
    is_kept = path.startswith("/v1/") and not needs_a_token(operation)
    assert not is_kept or "304" in statuses
    assert needs_a_token(operation) == ({"401", "403"} <= statuses)


def test_what_changes_something_or_is_not_for_everybody_needs_a_token() -> None:
    paths = contract()["paths"]
    secured = {path for path, operation in operations() if needs_a_token(operation)}
    writing = {path for path, item in paths.items() if item.keys() - {"get"}}
    assert writing <= secured
    for path, item in paths.items():
        assert needs_token(path) == (path in secured)
        assert {needs_a_token(operation) for operation in item.values()} == {path in secured}
    (scheme,) = contract()["components"]["securitySchemes"].values()
    assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")
    known = {f"{REF}{name}" for name in contract()["components"]["schemas"]}
    bodies = [each["requestBody"] for _, each in operations() if "requestBody" in each]
    told = [each["content"] for each in bodies]
    shapes = {each[JSON]["schema"]["$ref"] for each in told if JSON in each}
    assert shapes <= known


def test_operations_have_names_that_clients_can_keep() -> None:
    assert {operation["operationId"] for _, operation in operations()} == {
        *("listOpenings", "getOpening", "listSimilarOpenings", "suggest", "listIntakes"),
        *("listCities", "listProfessions", "listSources"),
        *("listRuns", "getRun", "previewRun", "releaseRun", "rejectRun", "explainRecord"),
        *("listCorrections", "setValues", "takeBackCorrection", "listQuestions", "answerQuestion"),
        *("hideOpening", "showOpening"),
        *("getSnapshot", "listChanges"),
        *("createWebhook", "listWebhooks", "getWebhook", "deleteWebhook"),
        *("replayWebhook", "pingWebhook"),
        *("sendFile", "listUploads", "previewUpload", "commitUpload", "undoUpload"),
        *("reportUpload", "getFile", "getFeedTemplate"),
        *("listCityAudit", "listAudit"),
        *("getIndex", "getHealth", "getReadiness"),
    }


def test_each_field_is_described_with_an_example() -> None:
    assert [name for name, told in properties() if not told.get("description")] == []
    assert [name for name, told in properties() if not has_example(told)] == []


def test_each_parameter_is_described_with_an_example() -> None:
    assert [name for name, told in parameters() if not told["description"]] == []
    without = [name for name, told in parameters() if not has_example(told["schema"])]
    assert without == ["/v1/openings cursor"]


def test_each_example_is_true() -> None:
    fields = (*properties(), *((name, told["schema"]) for name, told in parameters()))
    wrong = [
        (name, example)
        for name, told in fields
        for example in told.get("examples", ())
        if not is_loosely(told, example)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "name",
    ["duration_months", "weekly_hours", "pay", "amount", "latitude", "longitude", "deadline_on",
     "first_seen_at", "profession_score", "minimum_age", "years", "completeness"],
)  # fmt: skip
def test_each_measure_says_its_unit(name: str) -> None:
    units = ("month", "week", "gross", "Gross", "degrees", "Degrees", "midnight", "UTC", "0 to 1",
             "years", "Years", "minimum age")  # fmt: skip
    told = [schema["description"] for full, schema in properties() if full.endswith(f".{name}")]
    for description in (text for text in told if name != "pay"):
        assert any(unit in description for unit in units), description


def test_every_answer_carries_every_field() -> None:
    for name, schema in contract()["components"]["schemas"].items():
        if "properties" in schema and name != "Problem" and not name.endswith("In"):
            assert set(schema["required"]) == set(schema["properties"]), name


def test_no_model_of_the_framework_is_left() -> None:
    schemas = contract()["components"]["schemas"]
    assert not {"HTTPValidationError", "ValidationError"} & schemas.keys()


def has_example(told: Mapping[str, Any]) -> bool:
    """Say whether a field has an example, or is made of parts that have their own."""
    parts = (told.get("items", told), *told.get("anyOf", ()))
    return bool(told.get("examples")) or any("$ref" in part for part in parts)


def is_loosely(schema: Mapping[str, Any], value: object) -> bool:
    """Say whether *value* is what *schema* says, but for fields that an example leaves out."""
    return Draft202012Validator({**schema, "components": _loose_components()}).is_valid(value)


@cache
def _loose_components() -> Any:  # noqa: ANN401 - JSON
    return json.loads(json.dumps(contract()["components"]), object_hook=_without_required)


def _without_required(found: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in found.items() if key != "required"}


def check(schema: Mapping[str, Any], value: object) -> None:
    """Fail unless *value* is exactly what *schema* says."""
    Draft202012Validator({**schema, "components": contract()["components"]}).validate(value)


ADDRESSES = {
    "/v1/openings": (
        "/v1/openings",
        "/v1/openings?limit=2",
        "/v1/openings?status=expired&status=withdrawn",
        "/v1/openings?training_year=2099",
        "/v1/openings?city=x&q=" + quote("\x00"),
        "/v1/openings?cursor=x",
        "/v1/openings?facets=city,kind,training_year,status,source&lang=tr&near=44787&sort=distance",
        "/v1/openings?near=Bochum&radius_km=1&q=gaertner&training_year=2027",
    ),
    "/v1/suggest": ("/v1/suggest?q=ver", "/v1/suggest?q=x", "/v1/suggest"),
    "/v1/intakes": ("/v1/intakes",),
    "/v1/cities": ("/v1/cities", "/v1/cities?x=1"),
    "/v1/professions": ("/v1/professions",),
    "/v1/sources": ("/v1/sources",),
    "/v1/runs": ("/v1/runs", "/v1/runs?limit=1", "/v1/runs?open=maybe"),
    "/v1/runs/{number}": ("/v1/runs/1", "/v1/runs/4", "/v1/runs/99", "/v1/runs/x"),
    "/v1/runs/{number}/changes": ("/v1/runs/1/changes",),
    "/v1/why": (
        "/v1/why?source=musterstadt/site&reference=garten",
        "/v1/why?source=musterstadt/jobsuche&reference=eintagsfliege",
        "/v1/why?source=musterstadt/site&reference=gartn",
        "/v1/why",
    ),
    "/v1/cities/{city}/audit": ("/v1/cities/musterstadt/audit",),
    "/v1/audit": ("/v1/audit",),
    "/v1/changes": ("/v1/changes?after=0", "/v1/changes?after=0&limit=2", "/v1/changes?after=99"),
    "/v1/webhooks": ("/v1/webhooks",),
    "/": ("/",),
    "/healthz": ("/healthz", "/healthz?x=1"),
    "/readyz": ("/readyz",),
}


def assert_kept(client: TestClient, path: str, address: str) -> None:
    answer = client.get(address)
    told = contract()["paths"][path]["get"]["responses"][str(answer.status_code)]
    media = answer.headers["content-type"]
    check(told["content"][media]["schema"], answer.json())


@pytest.mark.parametrize("path", ADDRESSES)
def test_what_is_answered_keeps_the_contract(client: TestClient, path: str) -> None:
    for address in ADDRESSES[path]:
        assert_kept(client, path, address)


def test_every_opening_keeps_the_contract(client: TestClient) -> None:
    lines = client.get("/v1/openings?status=published&status=expired&status=withdrawn").json()
    addresses = [line["url"] for line in lines["items"]]
    assert len(addresses) == 20
    for address in (*addresses, "/v1/openings/aaaaaaaaaa", "/v1/openings/X"):
        assert_kept(client, "/v1/openings/{id}", f"{address}?lang=uk")
        assert_kept(client, "/v1/openings/{id}/similar", f"{address}/similar")
