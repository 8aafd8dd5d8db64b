"""Headers: what every answer says to browsers, errors and empty ones included."""

from collections.abc import Sequence
from functools import cache

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from stellenbund.api.access import needs_token
from stellenbund.api.deprecation import DEPRECATIONS, Deprecation, tell_deprecation
from stellenbund.api.request_id import request_id

JSON_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""What a page may load and do when it says nothing else: nothing at all."""

ALWAYS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Allow, Deprecation, ETag, Link, RateLimit, RateLimit-Policy, "
    "Retry-After, Stellenbund-Sequence, Sunset, X-Request-Id",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Every origin may read, none with credentials. As the answer is the same for all of them, it
does not vary by origin, and a cache can hand one answer to a page and to a program."""

CLOSED = {name: value for name, value in ALWAYS.items() if not name.startswith("Access-Control")}
"""What needs a token is no business of other origins' pages."""

PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}
"""What a browser asks before it sends a conditional request from another origin; seconds."""


ALLOWANCE = "stellenbund.allowance"
"""Where a layer further out puts, in the scope, the raw headers about what a client has left."""

RawHeaders = list[tuple[bytes, bytes]]


class PublicHeaders:
    """ASGI layer that adds the headers of a public service of which a part needs a token."""

    def __init__(self, app: ASGIApp, deprecations: Sequence[Deprecation] = DEPRECATIONS) -> None:
        """Wrap *app*, of which *deprecations* will go."""
        self.app = app
        self.deprecations = deprecations

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete the headers of its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        personal = personal_headers(scope, request_id(scope))

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                complete_headers(headers, scope["path"], scope["method"], self.deprecations)
                message["headers"] += personal
            await send(message)

        await self.app(scope, receive, complete)


def complete_headers(
    headers: MutableHeaders, path: str, method: str, deprecations: Sequence[Deprecation]
) -> None:
    """Add to *headers* of an answer what all answers at *path* say."""
    told = _told(is_open=not needs_token(path), is_preflight=method == "OPTIONS")
    names = {name for name, _ in told}
    headers.raw[:] = [*(pair for pair in headers.raw if pair[0] not in names), *told]
    headers.setdefault("Content-Security-Policy", JSON_POLICY)
    tell_deprecation(path, headers, deprecations)


def personal_headers(scope: Scope, identity: bytes) -> RawHeaders:
    """Return what only this one answer says: its request's id, and what the client has left."""
    return [(b"x-request-id", identity), *scope.get(ALLOWANCE, ())]


@cache
def _told(*, is_open: bool, is_preflight: bool) -> RawHeaders:
    preflight = PREFLIGHT if is_preflight else {}
    headers = ALWAYS | preflight if is_open else CLOSED
    return [(name.lower().encode(), value.encode()) for name, value in headers.items()]
