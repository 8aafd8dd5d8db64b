"""A crowd: many people ask for pages, one after the other, with nothing between them and the pages.

A test client starts a loop for each request; where thousands are asked, that is most of the time.
"""

import asyncio
from collections.abc import Iterable
from urllib.parse import urlencode, urlsplit

from starlette.types import Message

from tests.site.person import ROOT, Person

Asked = tuple[Person, str, str]
"""Who asks, with which method, for which address; a form carries the key of her last page."""


def statuses(asked: Iterable[Asked]) -> list[int]:
    """Return what each is answered with; cookies and keys stay as they are."""

    async def ask_all() -> list[int]:
        return [await _status(*each) for each in asked]

    return asyncio.run(ask_all())


async def _status(person: Person, method: str, address: str) -> int:
    body = urlencode({"formular": person.key}).encode() if method == "POST" else b""
    cookies = "; ".join(f"{name}={value}" for name, value in person.client.cookies.items())
    headers = {
        "host": urlsplit(ROOT).netloc,
        "cookie": cookies,
        "content-type": "application/x-www-form-urlencoded",
        "content-length": str(len(body)),
    }
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "https",
        "path": address,
        "raw_path": address.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "server": (headers["host"], 443),
        "client": ("testclient", 50_000),
    }
    answered: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body}

    async def send(message: Message) -> None:
        answered.append(message)

    await person.client.app(scope, receive, send)
    return int(answered[0]["status"])
