"""Deprecation: what will go says so in each answer, also in one that is prepared."""

import re
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from stellenbund.api.codings import Coding
from stellenbund.api.deprecation import Deprecation
from stellenbund.api.headers import PublicHeaders
from stellenbund.api.reply import Reply
from stellenbund.api.representation import Representation
from stellenbund.api.wire import wired

OLD = Deprecation(
    path=re.compile(r"/v1/openings(/.*)?"),
    since=datetime(2027, 1, 1, tzinfo=UTC),
    gone_at=datetime(2028, 1, 1, tzinfo=UTC),
    page="/docs/v2",
)


async def answers(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with a link, whatever is asked."""
    response = Response("{}", headers={"Link": '</openapi.json>; rel="describedby"'})
    await response(Request(scope).scope, receive, send)


def test_what_will_go_says_since_when_until_when_and_what_then() -> None:
    client = TestClient(PublicHeaders(answers, (OLD,)))
    for path in ("/v1/openings", "/v1/openings/k7m2x9qa4w"):
        headers = client.get(path).headers
        assert headers["deprecation"] == "@1798761600"
        assert headers["sunset"] == "Sat, 01 Jan 2028 00:00:00 GMT"
        assert headers.get_list("link") == [
            '</openapi.json>; rel="describedby"',
            '</docs/v2>; rel="deprecation", </docs/v2>; rel="sunset"',
        ]


def test_what_is_prepared_says_so_too() -> None:
    reply = Reply(Representation(b"{}", "application/json"), {})
    for is_known in (False, True):
        wire = wired(reply, (Coding.IDENTITY, is_known), "/v1/openings", (OLD,))
        assert {(b"deprecation", b"@1798761600")} <= set(wire.headers)


def test_what_stays_says_nothing_of_it() -> None:
    client = TestClient(PublicHeaders(answers, (OLD,)))
    headers = client.get("/v1/cities").headers
    assert not {"deprecation", "sunset"} & set(headers)
