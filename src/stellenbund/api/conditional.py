"""Conditional requests: who already has the answer gets 304, and nobody keeps it past midnight."""

import re
from collections.abc import Mapping
from datetime import datetime

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.representation import Representation
from stellenbund.domain.clock import berlin_day, end_of_day

KEPT = 300
"""Seconds for which an answer may be used without asking again."""

_TAG = re.compile(r'(?:W/)?("[^"]*")')


def represent(body: BaseModel) -> Representation:
    """Return the JSON of *body*."""
    return Representation(body.model_dump_json().encode(), "application/json")


def respond(
    request: Request, representation: Representation, headers: Mapping[str, str] | None = None
) -> Response:
    """Answer with *representation*, or with 304 if the client has exactly its bytes.

    The tag is a digest of the bytes themselves: whatever they depend on (data, query, Berlin's
    day, our code), none of it can be forgotten, and all workers agree.
    """
    coding = representation.coding(request.headers.get("accept-encoding", ""))
    tag = representation.tag(coding)
    common = {
        "ETag": tag,
        "Cache-Control": f"public, max-age={seconds_to_keep(request.app.state.clock())}",
        "Vary": "Accept-Encoding",
        **(headers or {}),
    }
    if matches(request.headers.getlist("if-none-match"), tag):
        return Response(status_code=304, headers=common)
    if coding is None:
        return Response(
            representation.content, headers=common, media_type=representation.media_type
        )
    common["Content-Encoding"] = coding
    return Response(representation.packed, headers=common, media_type=representation.media_type)


def respond_once(body: BaseModel) -> Response:
    """Answer with *body*, which is for this caller alone: nobody keeps it."""
    headers = {"Cache-Control": "no-store"}
    return Response(body.model_dump_json().encode(), headers=headers, media_type="application/json")


def matches(wanted: list[str], tag: str) -> bool:
    """Compare *tag* weakly with the values of If-None-Match headers.

    >>> matches(['W/"a", "b"'], '"b"'), matches(["*"], '"b"'), matches(['"bb"'], '"b"')
    (True, True, False)
    """
    text = ", ".join(wanted).strip()
    return text == "*" or tag in _TAG.findall(text)


def seconds_to_keep(now: datetime) -> int:
    """Return for how long an answer of *now* may be kept: at midnight in Berlin deadlines pass."""
    left = end_of_day(berlin_day(now)) - now
    return min(KEPT, int(left.total_seconds()))
