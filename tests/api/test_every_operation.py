"""Every operation: what holds for all of them, asked of each one that the contract has."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from stellenbund.api.app import create_app
from stellenbund.settings import Settings
from stellenbund.store.database import open_database
from tests.api.operations import Operation, operations
from tests.api.stock import stock
from tests.builders import NOW

KEY = "k" * 40
NAMES = {"city": "musterstadt", "upload": "aaaaaaaaaa", "number": "1"}
ODD = ("0", "zzz", "aaaaaaaaaa", "99999999999999999999", "%00", "%ff")
HEADERS = ({"Authorization": "Bearer nobody"}, {"Authorization": ""}, {"If-None-Match": "*"})
BODIES = (b"", b"{", b"[]", b'{"frobnicate": 1}', b"\xff")
TYPES = ({"Content-Type": "application/json"}, {"Content-Type": "multipart/form-data"})

EVERY = pytest.mark.parametrize("operation", operations(), ids=str)
READS = pytest.mark.parametrize(
    "operation", [each for each in operations() if each.is_public_question], ids=str
)


@pytest.fixture(scope="module")
def operator(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Somebody who may do everything, on a stocked database of their own."""
    path = tmp_path_factory.mktemp("operations") / "stellenbund.db"
    shutil.copy(migrated_file, path)
    engine = open_database(f"sqlite:///{path}")
    stock(engine)
    settings = Settings(operator_key=SecretStr(KEY), webhook_key=SecretStr("w" * 40))
    app = create_app(settings, engine=engine, clock=lambda: NOW)
    headers = {"Authorization": f"Bearer {KEY}"}
    yield TestClient(app, raise_server_exceptions=False, headers=headers)
    engine.dispose()


@pytest.fixture(scope="module")
def names(operator: TestClient) -> dict[str, str]:
    """What stands in the path of an address that leads somewhere."""
    return NAMES | {"id": operator.get("/v1/openings").json()["items"][0]["id"]}


@READS
def test_an_unknown_parameter_is_named_with_those_that_are_known(
    operation: Operation, operator: TestClient, names: dict[str, str]
) -> None:
    asked = {**operation.needed, "frobnicate": "1"}
    answer = operator.request(operation.method, operation.address(**names), params=asked)
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/unknown-parameter")
    (fault,) = answer.json()["errors"]
    assert fault["parameter"] == "frobnicate"
    assert set(fault["allowed"]) == set(operation.parameters)


@EVERY
def test_a_slip_in_a_code_is_named_with_the_codes_and_those_like_it(
    operation: Operation, operator: TestClient, names: dict[str, str]
) -> None:
    for name, codes in operation.codes.items():
        longest = max(codes, key=len)
        asked = {**operation.needed, name: f"{longest}q"}
        answer = operator.request(operation.method, operation.address(**names), params=asked)
        assert (answer.status_code, answer.json()["type"]) == (422, "/problems/unknown-value")
        (fault,) = answer.json()["errors"]
        assert (fault["parameter"], fault["value"]) == (name, f"{longest}q")
        assert set(fault["allowed"]) == set(codes)
        assert longest in fault["near"]


@EVERY
def test_every_status_that_happens_stands_in_the_contract(
    operation: Operation, operator: TestClient, names: dict[str, str]
) -> None:
    told = operation.told["responses"].keys()
    right, asked = operation.address(**names), operation.needed
    odd = [operation.address(**{**names, name: each}) for name in names for each in ODD]
    requests: list[dict[str, Any]] = [
        *({"url": address} for address in dict.fromkeys([right, *odd])),
        *({"url": right, "headers": each} for each in HEADERS),
        *({"url": right, "content": body, "headers": each} for body in BODIES for each in TYPES),
    ]
    for request in requests:
        answer = operator.request(operation.method, params=asked, **request)
        assert str(answer.status_code) in told, (request, answer.text)


@EVERY
def test_head_and_options_are_answered(
    operation: Operation, operator: TestClient, names: dict[str, str]
) -> None:
    address = operation.address(**names)
    options = operator.options(address)
    assert (options.status_code, options.content) == (204, b"")
    assert operation.method in options.headers["allow"].split(", ")
    if operation.method == "GET":
        whole = operator.get(address, params=operation.needed)
        head = operator.head(address, params=operation.needed)
        assert (head.status_code, head.content) == (whole.status_code, b"")
        for each in (head, whole):
            del each.headers["x-request-id"]
        assert head.headers == whole.headers
