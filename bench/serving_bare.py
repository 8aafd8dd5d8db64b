"""Serving bare: an application for uvicorn that sends bytes it was given, and does nothing else."""

import json
import os
from base64 import b64decode
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any, NamedTuple

from starlette.types import Receive, Scope, Send

ANSWERS = "BENCH_ANSWERS"
"""The setting that names the file with the answers."""


class Bare(NamedTuple):
    """Both messages of an answer, ready to be sent."""

    start: MutableMapping[str, Any]
    body: MutableMapping[str, Any]


def _read() -> dict[bytes, Bare]:
    found = {}
    for address, told in json.loads(Path(os.environ[ANSWERS]).read_text("utf-8")).items():
        headers = [(name.encode(), value.encode()) for name, value in told["headers"]]
        start = {"type": "http.response.start", "status": told["status"], "headers": headers}
        body = {"type": "http.response.body", "body": b64decode(told["body"])}
        found[address.encode()] = Bare(start, body)
    return found


ALL = _read() if ANSWERS in os.environ else {}


async def app(scope: Scope, _receive: Receive, send: Send) -> None:
    """Send what belongs to the path."""
    if scope["type"] == "http":
        start, body = ALL[scope["raw_path"]]
        await send(start)
        await send(body)
