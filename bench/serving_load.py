"""Serving load: a process that asks a server as fast as it answers, over connections that stay.

It reads what to ask from stdin and writes what came of it to stdout, both as JSON. It knows just
enough of HTTP to find the end of an answer, so that one core of it outruns any server in Python.
"""

import asyncio
import json
import os
import subprocess
import sys
import time
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from statistics import quantiles
from typing import NamedTuple

import uvloop

_LENGTH = b"content-length: "
_END = b"\r\n\r\n"
_BODILESS = b"304"

_ENDLESS = 2**40
"""The length of an answer that comes in chunks and does not tell."""

_LAST_CHUNK = b"0\r\n\r\n"


class Load(NamedTuple):
    """So many *connections* ask *addresses* of a *port*, for *seconds* or, with 0, once each.

    With ``is_endless`` the addresses begin anew at their end; else the load ends with them.
    """

    port: int
    addresses: Sequence[str]
    headers: Mapping[str, str]
    connections: int = 32
    seconds: float = 2.0
    is_endless: bool = True


class Yield(NamedTuple):
    """What came of a load: answers by status, in how much time, and what one of them took."""

    statuses: Mapping[str, int]
    seconds: float
    p50_ms: float
    p99_ms: float
    lost: int

    @property
    def answers(self) -> int:
        """How many there were."""
        return sum(self.statuses.values())

    @property
    def per_second(self) -> float:
        """Answers in a second."""
        return self.answers / self.seconds


def load(wanted: Load, *, core: int) -> Yield:
    """Put the load on a server, from a process of its own that has a core for itself."""
    command = [sys.executable, "-m", "bench.serving_load", str(core)]
    asked = json.dumps(wanted._asdict())
    told = subprocess.run(command, input=asked, check=True, capture_output=True, text=True)  # noqa: S603
    return Yield(**json.loads(told.stdout))


class _Asking:
    """All connections of a load, and what they share."""

    def __init__(self, wanted: Load) -> None:
        head = "".join(f"{name}: {value}\r\n" for name, value in wanted.headers.items())
        lines = (
            f"GET {address} HTTP/1.1\r\nHost: localhost\r\n{head}\r\n".encode()
            for address in wanted.addresses
        )
        self.requests: Iterator[bytes] = cycle(list(lines)) if wanted.is_endless else iter(lines)
        self.took = array("d")
        self.statuses: Counter[bytes] = Counter()
        self.open, self.lost = 0, 0
        self.ends_at = time.perf_counter() + wanted.seconds
        self.done = asyncio.get_running_loop().create_future()

    def closed(self, *, is_lost: bool) -> None:
        self.open -= 1
        self.lost += is_lost
        if self.open == 0 and not self.done.done():
            self.done.set_result(None)


class _Connection(asyncio.Protocol):
    def __init__(self, asking: _Asking) -> None:
        self.asking = asking
        self.got = b""
        self.needed = 0
        self.sent_at = 0.0
        self.waits = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.ask()

    def ask(self) -> None:
        now = time.perf_counter()
        request = next(self.asking.requests, None) if now < self.asking.ends_at else None
        if request is None:
            self.transport.close()
            return
        self.waits, self.sent_at = True, now
        self.transport.write(request)  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        if self.needed:
            self.needed -= len(data)
        else:
            self.got += data
            end = self.got.find(_END)
            if end < 0:
                return
            self.needed = end + len(_END) + self._body(end) - len(self.got)
        if self.needed <= 0 or (self.needed > _ENDLESS // 2 and data.endswith(_LAST_CHUNK)):
            self.answered()

    def answered(self) -> None:
        asking = self.asking
        asking.took.append(time.perf_counter() - self.sent_at)
        asking.statuses[self.got[9:12]] += 1
        self.got, self.needed, self.waits = b"", 0, False
        self.ask()

    def connection_lost(self, _cause: Exception | None) -> None:
        self.asking.closed(is_lost=self.waits)

    def _body(self, end: int) -> int:
        if self.got.startswith(_BODILESS, 9):
            return 0
        start = self.got.lower().find(_LENGTH, 0, end) + len(_LENGTH)
        if start < len(_LENGTH):
            return _ENDLESS
        return int(self.got[start : self.got.find(b"\r", start)])


async def _run(wanted: Load) -> Yield:
    asking = _Asking(wanted)
    asking.open = wanted.connections
    start = time.perf_counter()
    loop = asyncio.get_running_loop()

    async def connect() -> None:
        try:
            await loop.create_connection(lambda: _Connection(asking), "127.0.0.1", wanted.port)
        except OSError:
            asking.closed(is_lost=True)

    await asyncio.gather(*(connect() for _ in range(wanted.connections)))
    await asking.done
    took = [each * 1000 for each in asking.took] or [0.0]
    steps = quantiles(took * 2, n=100)
    statuses = {status.decode(): count for status, count in asking.statuses.items()}
    return Yield(statuses, time.perf_counter() - start, steps[49], steps[98], asking.lost)


def main() -> None:
    """Put on the load that stdin names."""
    os.sched_setaffinity(0, {int(sys.argv[1])})
    wanted = Load(**json.load(sys.stdin))
    print(json.dumps(uvloop.run(_run(wanted))._asdict()))


if __name__ == "__main__":
    main()
