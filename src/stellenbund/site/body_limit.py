"""Body limit: what is too large is not kept, and its sender still gets a page to read."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from stellenbund.feeds.limits import MOST_BYTES
from stellenbund.site.errors import BodyTooLargeError

ROOM = 1_000_000
"""Bytes that a form may have besides its file."""

PATIENCE = 20 * MOST_BYTES
"""So much of a body that is too large is thrown away: a browser shows no answer before its end."""


class BodyLimit:
    """ASGI layer that ends the reading of a body which is larger than the largest file.

    The framework's own limit answers at once; a browser that is still sending shows no page then,
    but a connection that broke.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap *app*."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, as long as its body lasts.

        Raises:
            BodyTooLargeError: in whoever reads the body, once all of it or PATIENCE has passed.
        """
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen <= MOST_BYTES + ROOM:
                return message
            while message.get("more_body", False) and seen < PATIENCE:
                message = await receive()
                seen += len(message.get("body", b""))
            raise BodyTooLargeError

        await self.app(scope, counted, send)
