"""Serving program: the courses that are run, with what each contestant is asked in them."""

import json
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from bench.serving_course import Course
from bench.serving_load import Load
from bench.serving_processes import Server
from bench.serving_questions import Wanted, lists, searches

OURS, BARE, USUAL, DATASETTE = "stellenbund", "bare uvicorn", "FastAPI + SQLModel", "Datasette"
UNCOUNTED = "stellenbund, no limits"

LISTS, DETAILS, UNCHANGED = "repeated lists", "repeated details", "repeated 304"
NEW_LISTS, FACETS, SEARCHES = "new lists", "new facets", "new searches with facets"

_SHOWN = (
    *("id", "title", "kind", "profession", "places", "training_year", "starts_on", "deadline_on"),
    *("pay", "certificate", "city", "apply_url", "source_url", "first_seen_at"),
)
"""The columns that Datasette tells of each opening, a third of ours."""

_REPEATED = 8
"""How many addresses are asked again and again."""

_MOST_A_SECOND = {OURS: 12_000, USUAL: 1_500, DATASETTE: 1_500}
"""More than any of them answers, so that nothing has to be asked twice."""


class Asked(NamedTuple):
    """Addresses that are asked again and again, with the headers of each request."""

    work: str
    addresses: Sequence[str]
    headers: Mapping[str, str]
    expected: str = "200"


def repeated(server: Server) -> Iterator[Asked]:
    """Yield what is repeated, as *server*, which is ours, knows it."""
    found = json.loads(_answer(server.port, "/v1/openings?facets=city", {})["content"])
    cities = [each["value"] for each in found["facets"]["city"]][: _REPEATED - 1]
    addresses = ["/v1/openings", *(f"/v1/openings?city={city}" for city in cities)]
    yield Asked(LISTS, addresses, {})
    yield Asked(DETAILS, [each["url"] for each in found["items"][:_REPEATED]], {})
    tag = dict(_answer(server.port, addresses[1], {})["headers"])["etag"]
    yield Asked(UNCHANGED, [addresses[1]], {"If-None-Match": tag}, "304")


def write_answers(server: Server, asked: Sequence[Asked], file: Path) -> Sequence[Asked]:
    """Write what *server* answers into *file*; return what to ask who sends it from there."""
    answers: dict[str, Any] = {}
    bare = []
    for each in asked:
        numbers = []
        for address in each.addresses:
            numbers.append(f"/{len(answers)}")
            answers[numbers[-1]] = _told(_answer(server.port, address, each.headers))
        bare.append(each._replace(addresses=numbers))
    file.write_text(json.dumps(answers), "utf-8")
    return bare


def again(ours: Asked, bare: Asked, seconds: float) -> Course:
    """Return the course in which the same is asked again and again."""
    mine, its = (Load(0, each.addresses, each.headers, seconds=seconds) for each in (ours, bare))
    loads = {OURS: _always(mine), UNCOUNTED: _always(mine), BARE: _always(its)}
    return Course(ours.work, loads, ours.expected)


def new_courses(table: str, seconds: float) -> Iterator[Course]:
    """Yield the courses in which nothing is asked twice; *table* is the address at Datasette."""
    at_datasette = partial(Wanted.at_datasette, table=table, columns=_SHOWN)
    yield Course(NEW_LISTS, _new(lists(1), {OURS: Wanted.plain, USUAL: Wanted.plain}, seconds))
    with_facets = {OURS: partial(Wanted.plain, facets=True), DATASETTE: at_datasette}
    yield Course(FACETS, _new(lists(2), with_facets, seconds))
    yield Course(SEARCHES, _new(searches(3), with_facets, seconds))


def _new(
    wanted: Iterator[Wanted], addresses: Mapping[str, Callable[[Wanted], str]], seconds: float
) -> dict[str, Callable[[int], Load]]:
    def load_for(name: str, _round: int) -> Load:
        asked = islice(wanted, int(_MOST_A_SECOND[name] * seconds))
        return Load(0, [addresses[name](each) for each in asked], {}, 16, seconds, is_endless=False)

    return {name: partial(load_for, name) for name in addresses}


def _always(wanted: Load) -> Callable[[int], Load]:
    return lambda _round: wanted


def _answer(port: int, address: str, headers: Mapping[str, str]) -> dict[str, Any]:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", address, headers=dict(headers))
    answer = connection.getresponse()
    told = [(name.lower(), value) for name, value in answer.getheaders()]
    return {"status": answer.status, "headers": told, "content": answer.read()}


def _told(answer: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is sent of an answer, but for the headers that uvicorn adds itself."""
    headers = [each for each in answer["headers"] if each[0] not in ("date", "server")]
    body = b64encode(answer["content"]).decode()
    return {"status": answer["status"], "headers": headers, "body": body}
