"""Serving: on a real server, many at once and requests that no client library would send."""

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from tests.api.serving import served

AT_ONCE = 80
"""More than the server has threads, and than the database has connections."""


@pytest.fixture(scope="module")
def port(on_sqlite: TestClient) -> Iterator[int]:
    """The port of the application on a real server."""
    assert isinstance(on_sqlite.app, FastAPI)
    with served(on_sqlite.app) as address:
        yield int(address.rpartition(":")[2])


def test_more_readers_than_threads_never_wait_for_each_other(port: int) -> None:
    def ask(number: int) -> int:
        connection = HTTPConnection("127.0.0.1", port, timeout=25)
        connection.request("GET", f"/v1/openings?limit={number % 5 + 1}&city=musterstadt")
        status = connection.getresponse().status
        connection.close()
        return status

    with ThreadPoolExecutor(AT_ONCE) as readers:
        assert set(readers.map(ask, range(AT_ONCE * 2))) == {200}


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (b"GET /v1/openings?q=\xff\xfe HTTP/1.1", 400),
        (b"GET /v1/openings?q=b\xc3\xa4cker HTTP/1.1", 400),
        (b"GET /v1/openings?q=a%00b HTTP/1.1", 422),
        (b"GET http://evil.example/v1/openings?limit=1 HTTP/1.1", 200),
        (b"GET /v1/../v1/openings HTTP/1.1", 404),
        (b"GET //evil.example/v1/openings HTTP/1.1", 404),
        (b"GET /v1/openings#x HTTP/1.1", 200),
        (b"OPTIONS * HTTP/1.1", 404),
        (b"get /v1/openings HTTP/1.1", 400),
        (b"GET /v1/openings?q=" + b"a" * 20_000 + b" HTTP/1.1", 422),
        (b"HEAD /v1/openings HTTP/1.1", 200),
        (b"\x16\x03\x01\x02", 400),
    ],
)
def test_odd_request_lines_are_answered(port: int, line: bytes, status: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(line + b"\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: connection.recv(65_536), b""))
    assert answer.split(b" ", 2)[1] == str(status).encode()
    assert b"evil.example" not in answer.partition(b"\r\n\r\n")[0]
