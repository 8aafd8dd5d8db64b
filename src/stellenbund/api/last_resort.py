"""Last resort: what nobody foresaw becomes a problem, too, and never shows its inside."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from stellenbund.api.problems import INTERNAL_ERROR
from stellenbund.api.rendering import describe, render

DETAIL = ("An unexpected error occurred.", "Ein unerwarteter Fehler ist aufgetreten.")


class LastResort:
    """ASGI layer that answers for an exception and hands it on to the server's log."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap *app*."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with status 500 where *app* raises before it has begun to answer."""
        has_begun = False

        async def watched(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception:
            if scope["type"] == "http" and not has_begun:
                await render(describe(INTERNAL_ERROR, scope, DETAIL))(scope, receive, send)
            raise
