"""Terms: wherever openings are given out, it stands beside them how they may be used."""

import json

import pytest
from starlette.testclient import TestClient

from stellenbund.api.opening_page import TERMS, TERMS_DE

STATED = {"licence", "attribution"}


@pytest.mark.parametrize("address", ["/", "/v1/openings", "/v1/openings?fields=id"])
def test_index_and_lists_say_how_openings_may_be_used(on_sqlite: TestClient, address: str) -> None:
    told = on_sqlite.get(address).json()
    assert (told["terms"], told["terms_de"]) == (TERMS, TERMS_DE)


def test_a_copy_of_everything_says_it_at_both_ends(on_sqlite: TestClient) -> None:
    begin, *items, end = map(json.loads, on_sqlite.get("/v1/snapshot").text.splitlines())
    for edge in (begin, end):
        assert (edge["terms"], edge["terms_de"]) == (TERMS, TERMS_DE)
    assert [each for each in items if not each["opening"].keys() >= STATED] == []
    table = on_sqlite.get("/v1/snapshot?format=csv").text.splitlines()
    assert set(table[0].split(",")) >= STATED


def test_each_opening_and_each_source_states_its_own(on_sqlite: TestClient) -> None:
    first, *_ = lines = on_sqlite.get("/v1/openings").json()["items"]
    changes = on_sqlite.get("/v1/changes?after=0").json()["items"]
    given = (
        *lines,
        on_sqlite.get(first["url"]).json(),
        *on_sqlite.get(f"{first['url']}/similar").json()["items"],
        *(each["opening"] for each in changes if each["op"] == "upsert"),
        *on_sqlite.get("/v1/sources").json()["items"],
    )
    assert [each for each in given if not each.keys() >= STATED] == []
