"""Headers: what every answer below /hr/ says to browsers."""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SOURCES: Mapping[str, str] = {
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self' data:",  # KERN draws its icons with masks that stand in its stylesheet
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
POLICY = "; ".join(f"{name} {source}" for name, source in _SOURCES.items())
"""What a page may load and do: only what we serve ourselves, and no script within a page."""

HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
}
"""Nothing of it is kept in a browser, framed, or found by a search engine."""

FILES = "/hr/static/"
"""Below it stands nothing that is anybody's own; a browser may keep it for an hour."""


class PrivateHeaders:
    """ASGI layer that adds the headers of pages for those who are signed in."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap *app*."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete the headers of its answer."""
        is_file = scope.get("path", "").startswith(FILES)
        extra = {**HEADERS, "Cache-Control": "public, max-age=3600"} if is_file else HEADERS

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in extra.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, complete)
