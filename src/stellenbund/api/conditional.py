"""Conditional requests: who already has the answer gets 304."""

import re
from collections.abc import Iterable, Mapping

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.freshness import freshness, is_unmoved
from stellenbund.api.reply import Reply
from stellenbund.api.representation import Representation
from stellenbund.api.request_headers import (
    ACCEPT_ENCODING,
    IF_MODIFIED_SINCE,
    IF_NONE_MATCH,
    telling,
)

KEPT_REPLIES = "stellenbund.kept_replies"
"""Where, in the scope, a layer further out has a list for each reply that may be given again, with
the version of the picture that it was made from."""

_TAG = re.compile(r'(?:W/)?("[^"]*")')


def represent(body: BaseModel) -> Representation:
    """Return the JSON of *body*."""
    return Representation(body.model_dump_json().encode(), "application/json")


def respond(
    request: Request,
    representation: Representation,
    headers: Mapping[str, str] | None = None,
    *,
    as_of: str | None = None,
) -> Response:
    """Answer with *representation*, or with 304 if the client has exactly its bytes.

    The tag is a digest of the bytes themselves or of all their parts: whatever they depend on
    (data, query, Berlin's day, our code), none of it can be forgotten, and all workers agree.

    *as_of* is the version of the picture from which all of it was made, and of nothing else but
    the request and Berlin's day: while they stay, the same reply may be given again.
    """
    asked = telling(request.scope)
    reply = Reply(representation, headers or {})
    moved_at = None
    if as_of:
        request.scope.get(KEPT_REPLIES, []).append((reply, as_of))
        moved_at = request.app.state.picture.moved_at
    return answer(reply, asked, freshness(request.app.state.clock(), moved_at))


def answer(reply: Reply, asked: Mapping[bytes, bytes], fresh: Mapping[str, str]) -> Response:
    """Return *reply* for a client whose telling headers are *asked*."""
    coding = reply.representation.coding(asked.get(ACCEPT_ENCODING, b""))
    tag = reply.representation.tag(coding)
    if is_known(asked, tag, fresh.get("Last-Modified")):
        return reply.unchanged(coding, fresh)
    return reply.full(coding, fresh)


def respond_once(body: BaseModel) -> Response:
    """Answer with *body*, which is for this caller alone: nobody keeps it."""
    headers = {"Cache-Control": "no-store"}
    return Response(body.model_dump_json().encode(), headers=headers, media_type="application/json")


def is_known(asked: Mapping[bytes, bytes], tag: str, last_modified: str | None) -> bool:
    """Say whether a client has what bears *tag*; a moment counts only without one.

    RFC 9110, 13.2.2.

    >>> is_known({b"if-none-match": b'"a"'}, '"a"', None), is_known({}, '"a"', None)
    (True, False)
    """
    wanted = asked.get(IF_NONE_MATCH)
    if wanted is not None:
        text = wanted.decode("latin-1")
        return text == tag or matches([text], tag)
    return IF_MODIFIED_SINCE in asked and is_unmoved(asked[IF_MODIFIED_SINCE], last_modified)


def matches(wanted: Iterable[str], tag: str) -> bool:
    """Compare *tag* weakly with the values of If-None-Match headers.

    >>> matches(['W/"a", "b"'], '"b"'), matches(["*"], '"b"'), matches(['"bb"'], 'W/"b"')
    (True, True, False)
    """
    text = ", ".join(wanted).strip()
    return text == "*" or tag.removeprefix("W/") in _TAG.findall(text)
