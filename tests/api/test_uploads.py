"""Uploads through the API: sent, looked at, committed and taken back, by programs."""

import asyncio
import io
from datetime import timedelta

import openpyxl
import pytest
from httpx2 import Response
from sqlalchemy import Engine
from starlette.testclient import TestClient
from starlette.types import Message

from stellenbund.domain.access import Verb
from stellenbund.domain.upload import WAITS
from stellenbund.feeds.limits import MOST_BYTES
from stellenbund.flows.sweep_uploads import sweep_uploads
from tests.api.clients import client_of
from tests.builders import NOW
from tests.flows.issuing import carried, issued
from tests.flows.uploading import HEADER, file_of, places, row
from tests.stocking import open_store

AT = "/v1/cities/musterstadt/uploads"
Sender = dict[str, str]


@pytest.fixture
def client(engine: Engine) -> TestClient:
    """The application on a fresh database; here, every test writes."""
    return client_of(engine)


@pytest.fixture
def token(engine: Engine) -> Sender:
    """The header of the city's program."""
    open_store(engine)
    return carried(issued(engine, "musterstadt", Verb.UPLOAD, Verb.READ_OWN))


def sent(client: TestClient, token: Sender, *rows: str, query: str = "", **more: str) -> Response:
    """Send a file as a raw body, and return the answer."""
    headers = token | {name.replace("_", "-"): value for name, value in more.items()}
    return client.post(f"{AT}?name=stellen.csv{query}", content=file_of(rows), headers=headers)


def commit(client: TestClient, token: Sender, shown: Response, *, sure: bool = False) -> Response:
    """Commit what an answer showed."""
    address = f"{AT}/{shown.json()['upload']['id']}/commit"
    headers = token | {"If-Match": shown.headers["etag"]}
    return client.post(address, headers=headers, json={"sure": True} if sure else None)


def kind_of(answer: Response) -> tuple[int, str]:
    return answer.status_code, str(answer.json()["type"]).removeprefix("/problems/")


def test_what_is_sent_is_shown_and_changes_nothing(
    client: TestClient, token: Sender, engine: Engine
) -> None:
    answer = sent(client, token, row("1"), row("2"))
    shown = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"] == f"{AT}/{shown['upload']['id']}"
    assert answer.headers["cache-control"] == "no-store"
    assert (shown["new"], shown["changed"], shown["vanishing"]) == (2, 0, 0)
    assert shown["words"][0] == "2 Zeilen gelesen."
    assert shown["read"]["columns"][0] == {"name": "Kennziffer", "key": "reference"}
    first = shown["rows"][0]
    assert (first["row"], first["reference"], first["change"]) == (2, "1", "new")
    assert (first["stated"]["starts_on"], first["known_elsewhere"]) == ("2027-09-01", False)
    again = client.get(answer.headers["location"], headers=token)
    assert (again.json(), again.headers["etag"]) == (shown, answer.headers["etag"])
    assert places(engine) == {}


def test_a_form_may_hold_the_file_and_all_that_is_said_of_it(
    client: TestClient, token: Sender
) -> None:
    answer = client.post(
        AT,
        headers=token,
        files={"file": ("C:\\Listen\\Plätze.csv", file_of([row("1")], header="Kz;Was;Wann;Zahl"))},
        data={"mode": "changes_only", "mapping": ["Was=title", "Zahl=positions"]},
    )
    upload = answer.json()["upload"]
    assert (upload["name"], upload["mode"]) == ("Plätze.csv", "changes_only")
    meanings = [each["key"] for each in answer.json()["read"]["columns"]]
    assert meanings[1::2] == ["title", "positions"]


def test_a_commit_needs_the_tag_of_the_preview_and_happens_once(
    client: TestClient, token: Sender, engine: Engine
) -> None:
    answer = sent(client, token, row("1"))
    address = f"{answer.headers['location']}/commit"
    assert kind_of(client.post(address, headers=token)) == (428, "condition-needed")
    other = client.post(address, headers=token | {"If-Match": '"another"'})
    assert kind_of(other) == (412, "preview-outdated")
    assert places(engine) == {}
    done = commit(client, token, answer)
    assert (done.status_code, done.json()["upload"]["state"]) == (200, "committed")
    assert done.json()["run"]["trigger"] == f"upload {done.json()['upload']['id']}"
    assert places(engine) == {"1": 2}
    again = commit(client, token, answer)
    assert kind_of(again) == (409, "already-committed")
    assert f"run {done.json()['run']['id']}" in again.json()["detail"]


def test_a_commit_at_once_stops_where_it_must_ask(
    client: TestClient, token: Sender, engine: Engine
) -> None:
    first = sent(client, token, *map(row, "12345"), query="&commit=true").json()
    assert (first["upload"]["state"], first["new"]) == ("committed", 5)
    second = sent(client, token, *map(row, "12"), query="&commit=true")
    assert second.json()["upload"]["state"] == "preview"
    assert second.json()["needs_second_consent"] is True
    assert kind_of(commit(client, token, second)) == (409, "consent-needed")
    assert commit(client, token, second, sure=True).status_code == 200
    assert set(places(engine)) == set("12")
    emptied = sent(client, token, query="&commit=true")
    assert emptied.json()["upload"]["state"] == "preview"
    assert kind_of(commit(client, token, emptied, sure=True)) == (409, "empties-everything")


def test_a_commit_is_taken_back(client: TestClient, token: Sender, engine: Engine) -> None:
    older, newer = (
        sent(client, token, *map(row, letters), query="&commit=true").headers["location"]
        for letters in ("1", "12")
    )
    assert kind_of(client.post(f"{older}/undo", headers=token)) == (409, "not-newest")
    done = client.post(f"{newer}/undo", headers=token)
    assert (done.json()["upload"]["state"], done.json()["run"]["vanished"]) == ("undone", 1)
    assert places(engine) == {"1": 2}
    assert kind_of(client.post(f"{newer}/undo", headers=token)) == (409, "nothing-to-undo")


def test_a_request_with_a_key_is_carried_out_once(client: TestClient, token: Sender) -> None:
    answers = [sent(client, token, row("1"), Idempotency_Key="nightly-17") for _ in range(2)]
    assert [each.status_code for each in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    other = sent(client, token, row("2"), Idempotency_Key="nightly-17")
    assert kind_of(other) == (422, "key-reused")
    assert kind_of(sent(client, token, row("3"), Idempotency_Key="a b")) == (422, "invalid-value")
    twin = sent(client, token, row("1"))
    assert kind_of(twin) == (409, "same-file-waits")
    assert twin.headers["location"] == answers[0].headers["location"]
    address = f"{answers[0].headers['location']}/commit"
    headers = token | {"If-Match": answers[0].headers["etag"], "Idempotency-Key": "commit-17"}
    runs = [client.post(address, headers=headers).json()["run"]["id"] for _ in range(2)]
    assert runs[0] == runs[1]


def test_the_report_comes_in_the_form_that_is_asked_for(client: TestClient, token: Sender) -> None:
    at = sent(client, token, row("1"), row("1", positions=9)).headers["location"]
    told = client.get(f"{at}/report", headers=token).json()
    (found,) = told["findings"]
    assert (told["total"], found["severity"], found["row"]) == (1, "error", 3)
    assert (found["rule"], found["column"]) == ("row.same_reference", "Kennziffer")
    as_csv = client.get(f"{at}/report?format=csv", headers=token)
    assert as_csv.headers["content-type"].startswith("text/csv")
    assert found["message"] in as_csv.text
    accept = {"Accept": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
    as_xlsx = client.get(f"{at}/report", headers=token | accept)
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx.content)).worksheets[0]
    assert found["message"] in str(sheet.cell(3, 5).value)


def test_the_file_can_be_had_as_it_came_until_it_is_dropped(
    client: TestClient, token: Sender, engine: Engine
) -> None:
    at = sent(client, token, row("1")).headers["location"]
    kept = client.get(f"{at}/file", headers=token)
    assert kept.content == file_of([row("1")])
    assert "stellen.csv" in kept.headers["content-disposition"]
    sweep_uploads(engine, NOW + WAITS + timedelta(seconds=1))
    assert kind_of(client.get(f"{at}/file", headers=token)) == (410, "file-dropped")
    assert kind_of(client.get(at, headers=token)) == (410, "file-dropped")
    (upload,) = client.get(AT, headers=token).json()["items"]
    assert (upload["state"], upload["is_file_kept"]) == ("expired", False)


def test_the_history_is_read_page_by_page(client: TestClient, token: Sender) -> None:
    ids = {sent(client, token, row(str(number))).json()["upload"]["id"] for number in range(5)}
    pages, address = [], f"{AT}?limit=2"
    while address:
        page = client.get(address, headers=token).json()
        pages.append([each["id"] for each in page["items"]])
        address = page["next"]
    assert [len(page) for page in pages] == [2, 2, 1]
    assert set().union(*pages) == ids
    unknown = client.get(f"{AT}?before=zzzzzzzzzz", headers=token)
    assert kind_of(unknown) == (404, "unknown-upload")


def test_a_file_that_cannot_be_read_is_refused_with_its_rule(
    client: TestClient, token: Sender
) -> None:
    answer = client.post(AT, content=b"%PDF-1.7", headers=token)
    assert kind_of(answer) == (422, "unreadable-file")
    assert [fault["rule"] for fault in answer.json()["errors"]] == ["file.no_table"]
    assert answer.json()["detail_de"].startswith("Das ist keine Tabelle")
    chosen = sent(client, token, row("1"), query="&encoding=klingon")
    assert [fault["rule"] for fault in chosen.json()["errors"]] == ["choice.encoding"]
    assert client.get(AT, headers=token).json()["items"] == []


def test_too_large_a_file_is_refused_before_it_is_all_read(
    client: TestClient, token: Sender
) -> None:
    told = client.post(AT, content=b"", headers=token | {"Content-Length": str(MOST_BYTES + 1)})
    assert kind_of(told) == (413, "file-too-large")
    form = client.post(AT, files={"file": ("a.csv", bytes(MOST_BYTES + 200_000))}, headers=token)
    assert kind_of(form) == (413, "file-too-large")


def test_who_says_nothing_of_the_length_is_stopped_on_the_way(
    client: TestClient, token: Sender
) -> None:
    received, said = 0, []

    async def receive() -> Message:
        nonlocal received
        received += 1
        return {"type": "http.request", "body": bytes(1_000_000), "more_body": True}

    async def send(message: Message) -> None:
        said.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": AT,
        "query_string": b"",
        "headers": [(name.lower().encode(), value.encode()) for name, value in token.items()],
    }

    async def knock() -> None:
        await client.app(scope, receive, send)

    asyncio.run(knock())
    assert said[0]["status"] == 413
    assert received == MOST_BYTES // 1_000_000 + 1


@pytest.mark.parametrize(
    ("query", "rule"),
    [
        ("mode=some", "unknown-value"),
        ("comit=true", "unknown-parameter"),
        ("delimiter=;", "unknown-value"),
        ("header_row=0", "range"),
        ("mode=full_stock&mode=changes_only", "repeated-parameter"),
    ],
)
def test_what_cannot_be_meant_is_named(
    client: TestClient, token: Sender, query: str, rule: str
) -> None:
    answer = client.post(f"{AT}?{query}", content=file_of([row("1")]), headers=token)
    assert answer.status_code == 422
    assert [fault["rule"] for fault in answer.json()["errors"]] == [rule]


def test_a_form_says_what_is_wrong_with_it(client: TestClient, token: Sender) -> None:
    bare = client.post(AT, data={"mode": "full_stock"}, files={"x": b""}, headers=token)
    assert kind_of(bare) == (400, "invalid-body")
    file = {"file": ("a.csv", file_of([row("1")]))}
    wrong = client.post(AT, data={"mode": "some"}, files=file, headers=token)
    assert kind_of(wrong) == (422, "unknown-value")
    form = {"Content-Type": "multipart/form-data"}
    assert kind_of(client.post(AT, content=b"--", headers=token | form))[0] == 400


def test_the_template_is_for_everybody(client: TestClient, engine: Engine) -> None:
    open_store(engine)
    book = client.get("/v1/feed-template")
    sheet = openpyxl.load_workbook(io.BytesIO(book.content)).worksheets[0]
    assert sheet.cell(1, 1).value == HEADER.split(";")[0]
    text = client.get("/v1/feed-template?format=csv&city=musterstadt")
    assert text.headers["content-type"].startswith("text/csv")
    assert "Musterstadt" in text.text
    tag = {"If-None-Match": text.headers["etag"]}
    again = client.get("/v1/feed-template?format=csv&city=musterstadt", headers=tag)
    assert again.status_code == 304
    assert kind_of(client.get("/v1/feed-template?city=nirgendwo")) == (404, "unknown-city")
    assert client.get("/v1/feed-template?format=json").status_code == 422
