"""Career sites: a server on loopback that plays hundreds of hosts, each page 20 ms away."""

import argparse
import asyncio
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

LATENCY = 0.02
"""Seconds before each answer, as over a line in the same country."""

_ASKED = re.compile(rb"GET /(?:opening/(\d+)|(openings|robots\.txt))")


def host(number: int) -> str:
    """Return the loopback address that plays host *number*."""
    return f"127.1.{number // 250}.{number % 250 + 1}"


@contextmanager
def served(hosts: int, pages: int) -> Iterator[int]:
    """Run the server in a process of its own until the block ends; yield the port of its hosts.

    Every host has a list of *pages* less one openings, and a page for each of them.
    """
    command = [sys.executable, "-m", "bench.career_sites", str(hosts), str(pages)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as server:  # noqa: S603 - our own module
        try:
            assert server.stdout is not None
            yield int(server.stdout.readline())
        finally:
            server.kill()


class _Connection(asyncio.Protocol):
    """Answers one request after another on a connection that stays open."""

    def __init__(self, answers: dict[bytes, bytes]) -> None:
        self._answers = answers
        self._head = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._head += data
        if self._head.endswith(b"\r\n\r\n"):
            asked, self._head = _ASKED.match(self._head), b""
            name = (asked[1] or asked[2]) if asked else b""
            answer = self._answers.get(name, self._answers[b""])
            asyncio.get_running_loop().call_later(LATENCY, self._transport.write, answer)


def _answers(pages: int) -> dict[bytes, bytes]:
    """Return the answers to all that is asked, by the name of the page."""
    links = "".join(
        f'<li><a href="/opening/{each}">Stelle {each}</a></li>' for each in range(1, pages)
    )
    answers = {
        b"": _answer(b"<h1>Nicht gefunden</h1>", "404 Not Found"),
        b"openings": _answer(f"<h1>Ausbildung</h1><ul>{links}</ul>".encode()),
    }
    return answers | {str(each).encode(): _answer(_opening(each)) for each in range(1, pages)}


def _opening(number: int) -> bytes:
    text = (
        "<p>Du lernst, wie eine Stadt arbeitet, und wirst dabei von Anfang an gebraucht.</p>" * 25
    )
    return (
        f"<!doctype html><title>Stelle {number}</title><main><h1>Gärtner/in Nr. {number}</h1>{text}"
        "<dl><dt>Beginn</dt><dd>01.09.2027</dd><dt>Bewerbungsfrist</dt><dd>31.01.2027</dd></dl>"
        "</main>"
    ).encode()


def _answer(body: bytes, status: str = "200 OK") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


async def _serve(hosts: int, pages: int) -> None:
    answers = _answers(pages)
    listen = partial(asyncio.get_running_loop().create_server, lambda: _Connection(answers))
    first = await listen(host(0), 0)
    port = first.sockets[0].getsockname()[1]
    await listen([host(number) for number in range(1, hosts)], port)
    print(port, flush=True)
    await first.serve_forever()


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("hosts", type=int)
    arguments.add_argument("pages", type=int)
    asyncio.run(_serve(**vars(arguments.parse_args())))
