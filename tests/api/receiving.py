"""A receiver of webhooks on loopback that does what the guide says, and fails by chance."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from typing import Any

from tests.api.hour import by_chance

OK, BROKEN = 204, 500


@dataclass
class Receiver:
    """What arrived; *take* is what is done with it, *chance* decides when that goes wrong."""

    chance: Random = field(default_factory=lambda: by_chance(1))
    failures: float = 0.0
    messages: list[tuple[Mapping[str, str], bytes]] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    url: str = ""

    def receive(self, headers: Mapping[str, str], body: bytes) -> int:
        """Keep a message, or fail before that, or after it."""
        before, after = (self.chance.random() < self.failures for _ in range(2))
        if not before:
            self.messages.append((headers, body))
        status = BROKEN if before or after else OK
        self.statuses.append(status)
        return status

    def told(self) -> list[dict[str, Any]]:
        """Return the bodies that arrived."""
        return [json.loads(body) for _, body in self.messages]


@contextmanager
def receiving(receiver: Receiver) -> Iterator[Receiver]:
    """Let *receiver* listen on a free port of loopback."""

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            self.send_response(receiver.receive(headers, body))
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    listening = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    listening.start()
    receiver.url = f"http://127.0.0.1:{server.server_port}/hooks"
    try:
        yield receiver
    finally:
        server.shutdown()
        listening.join()
        server.server_close()
