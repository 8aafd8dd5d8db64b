"""Copying: everything in one file, what changed after a number, and waiting for it."""

import csv
import gzip
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from typing import Any

import pytest
import zstandard
from fastapi import FastAPI
from sqlalchemy import Engine
from starlette.testclient import TestClient

from stellenbund.api.contract import openapi_document
from stellenbund.store.changes import restart_sequence
from stellenbund.store.database import writing
from tests.api.clients import client_of
from tests.api.serving import served
from tests.api.stock import EXPIRED
from tests.builders import harvest, notice
from tests.stocking import JOBSUCHE, open_store, settled

WAITING = 60
"""More than the server has threads, and than the database has connections."""


def lines(client: TestClient, **headers: str) -> list[dict[str, Any]]:
    answer = client.get("/v1/snapshot", headers=headers)
    assert answer.status_code == 200
    return [json.loads(line) for line in answer.text.splitlines()]


def changes(client: TestClient, query: str) -> dict[str, Any]:
    answer = client.get(f"/v1/changes?{query}")
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def test_a_snapshot_holds_what_is_public_between_two_lines_that_say_so(client: TestClient) -> None:
    first, *items, last = lines(client)
    assert (first["op"], last["op"]) == ("begin", "end")
    assert first | {"op": ""} == last | {"op": ""}
    assert (first["sequence"], first["openings"]) == (21, 19)
    assert "Namensnennung" in first["terms_de"]
    assert [item["op"] for item in items] == ["upsert"] * 19
    listed = client.get("/v1/openings?status=published&status=expired&limit=100").json()["items"]
    assert {item["id"] for item in items} == {line["id"] for line in listed}
    (expired,) = (each for each in items if each["opening"]["title"] == EXPIRED.fields.title)
    assert expired["opening"]["expires_at"] == "2026-11-23T23:00:00Z"
    assert not {"status", "last_seen_at", "history"} & expired["opening"].keys()


def test_the_table_says_the_same_as_the_lines(client: TestClient) -> None:
    _, *items, _ = lines(client)
    answer = client.get("/v1/snapshot?format=csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["stellenbund-sequence"] == "21"
    table = list(csv.DictReader(answer.text.splitlines(keepends=True)))
    assert [told(row) for row in table] == [
        item["opening"] | {name: item[name] for name in ("id", "sequence", "reason", "at")}
        for item in items
    ]


def told(row: dict[str, str]) -> dict[str, Any]:
    """Return a row of the table as JSON knows it."""
    texts = {"title", "title_published", "org_unit", "description_html", "description_text", "kldb"}
    return {name: _value(text) if name not in texts else text or None for name, text in row.items()}


def _value(text: str) -> Any:  # noqa: ANN401 - JSON
    try:
        return json.loads(text) if text else None
    except ValueError:
        return text


def test_a_snapshot_is_made_anew_when_something_changed_and_no_cell_is_a_formula(
    engine: Engine,
) -> None:
    open_store(engine)
    client = client_of(engine)
    as_table = {"Accept": "text/csv"}
    empty = client.get("/v1/snapshot", headers=as_table)
    settled(engine, harvest(notice("a", title="=HYPERLINK(1)", profession=None)))
    known = {"If-None-Match": empty.headers["etag"]}
    full = client.get("/v1/snapshot", headers=as_table | known)
    assert (full.status_code, full.headers["stellenbund-sequence"]) == (200, "1")
    (row,) = csv.DictReader(full.text.splitlines(keepends=True))
    assert row["title"] == "'=HYPERLINK(1)"


@pytest.mark.parametrize("coding", ["zstd", "gzip", "identity"])
@pytest.mark.parametrize("form", ["ndjson", "csv"])
def test_each_coding_unpacks_to_the_same_and_has_a_tag_of_its_own(
    on_sqlite: TestClient, form: str, coding: str
) -> None:
    plain = on_sqlite.get(f"/v1/snapshot?format={form}", headers={"Accept-Encoding": ""})
    with on_sqlite.stream(
        "GET", f"/v1/snapshot?format={form}", headers={"Accept-Encoding": coding}
    ) as answer:
        packed = b"".join(answer.iter_raw())
    unpack = {
        "zstd": lambda: zstandard.ZstdDecompressor().decompressobj().decompress(packed),
        "gzip": lambda: gzip.decompress(packed),
        "identity": lambda: packed,
    }
    assert unpack[coding]() == plain.content
    assert len(packed) == int(answer.headers["content-length"])
    assert answer.headers["vary"] == "Accept, Accept-Encoding"
    assert (answer.headers["etag"] == plain.headers["etag"]) == (coding == "identity")
    again = on_sqlite.get(
        f"/v1/snapshot?format={form}",
        headers={"Accept-Encoding": coding, "If-None-Match": answer.headers["etag"]},
    )
    assert (again.status_code, again.content) == (304, b"")


def test_changes_are_told_in_order_until_there_are_no_more(client: TestClient) -> None:
    first = changes(client, "after=0&limit=15")
    second = changes(client, f"after={first['next']}&limit=15")
    assert (first["has_more"], second["has_more"]) == (True, False)
    assert (second["next"], second["latest"]) == (21, 21)
    sequences = [item["sequence"] for item in first["items"] + second["items"]]
    assert sequences == sorted(sequences)
    (gone,) = (item for item in second["items"] if item["op"] == "remove")
    assert (gone["reason"], gone["opening"]) == ("vanished", None)
    public = {item["id"]: item for item in first["items"] + second["items"] if item["opening"]}
    assert public == {item["id"]: item for item in lines(client)[1:-1]}


@pytest.mark.parametrize(
    ("query", "parameter", "rule"),
    [
        ("", "after", "required"),
        ("after=22", "after", "range"),
        ("after=-1", "after", "whole-number"),
        ("after=x", "after", "whole-number"),
        ("after=1&limit=501", "limit", "range"),
        ("after=1&limit=0", "limit", "range"),
        ("after=1&wait=31", "wait", "range"),
        ("after=1&after=2", "after", "repeated-parameter"),
        ("after=1&format=csv", "format", "unknown-parameter"),
    ],
)
def test_a_question_that_cannot_be_meant_is_refused(
    on_sqlite: TestClient, query: str, parameter: str, rule: str
) -> None:
    answer = on_sqlite.get(f"/v1/changes?{query}")
    (fault,) = answer.json()["errors"]
    assert (answer.status_code, fault["parameter"], fault["rule"]) == (422, parameter, rule)


@pytest.mark.parametrize("query", ["format=xml", "format=csv&format=csv", "limit=1"])
def test_so_is_a_snapshot_in_an_unknown_form(on_sqlite: TestClient, query: str) -> None:
    assert on_sqlite.get(f"/v1/snapshot?{query}").status_code == 422


def test_whose_copy_is_too_old_is_told_to_take_a_snapshot(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("a"), notice("b", org_unit="Bauhof")))
    with writing(engine) as session:
        begins = restart_sequence(session)
    client = client_of(engine)
    answer = client.get("/v1/changes?after=1")
    assert (answer.status_code, answer.json()["type"]) == (410, "/problems/copy-outdated")
    assert f"ab {begins} mitgeteilt" in answer.json()["detail_de"]
    assert lines(client)[0]["sequence"] == begins
    assert changes(client, f"after={begins}")["items"] == []


def test_a_patient_question_is_answered_as_soon_as_something_changes(engine: Engine) -> None:
    open_store(engine)
    client = client_of(engine)
    later = threading.Timer(0.3, settled, (engine, harvest(notice("a"))), {"of": JOBSUCHE})
    later.start()
    began = time.monotonic()
    assert [item["sequence"] for item in changes(client, "after=0&wait=30")["items"]] == [1]
    assert time.monotonic() - began < 25
    later.join()


def test_whoever_waits_holds_neither_a_thread_nor_a_connection(on_sqlite: TestClient) -> None:
    assert isinstance(on_sqlite.app, FastAPI)

    def ask(path: str) -> int:
        connection = HTTPConnection("127.0.0.1", port, timeout=25)
        connection.request("GET", path)
        status = connection.getresponse().status
        connection.close()
        return status

    with served(on_sqlite.app) as address, ThreadPoolExecutor(WAITING + 1) as clients:
        port = int(address.rpartition(":")[2])
        waiting = [clients.submit(ask, "/v1/changes?after=21&wait=2") for _ in range(WAITING)]
        time.sleep(0.3)
        assert ask("/v1/runs") == 200
        assert not any(each.done() for each in waiting)
        assert {each.result() for each in waiting} == {200}


def test_the_contract_names_both_forms_and_the_header(on_sqlite: TestClient) -> None:
    assert isinstance(on_sqlite.app, FastAPI)
    told = json.loads(openapi_document(on_sqlite.app))["paths"]["/v1/snapshot"]["get"]
    content = told["responses"]["200"]["content"]
    assert {"application/x-ndjson", "text/csv; charset=utf-8"} == content.keys()
    assert "Stellenbund-Sequence" in told["responses"]["200"]["headers"]
