"""Headers: what every answer says to browsers, errors and empty ones included."""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from stellenbund.api.access import needs_token

JSON_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""What a page may load and do when it says nothing else: nothing at all."""

ALWAYS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Allow, ETag, Link, Retry-After, Stellenbund-Sequence",
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


class PublicHeaders:
    """ASGI layer that adds the headers of a public service of which a part needs a token."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap *app*."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete the headers of its answer."""
        extra = _headers_for(scope)

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(extra)
                headers.setdefault("Content-Security-Policy", JSON_POLICY)
            await send(message)

        await self.app(scope, receive, complete)


def _headers_for(scope: Scope) -> Mapping[str, str]:
    if needs_token(scope.get("path", "")):
        return CLOSED
    return ALWAYS | (PREFLIGHT if scope.get("method") == "OPTIONS" else {})
