"""Last resort: what nobody foresaw becomes a problem, too, and never shows its inside."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from stellenbund.api.problems import INTERNAL_ERROR
from stellenbund.api.rendering import describe, render
from stellenbund.api.request_id import request_id

DETAIL = (
    "An unexpected error occurred; its number is {number}.",
    "Ein unerwarteter Fehler ist aufgetreten; seine Nummer ist {number}.",
)


class LastResort:
    """ASGI layer that answers for an exception and hands it on to the server's log.

    Both name the request's id, so that who was told of an error can ask about it.
    """

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
        except Exception as error:
            if scope["type"] == "http":
                number = request_id(scope).decode()
                error.add_note(f"It was raised by request {number}.")
                if not has_begun:
                    await _answer(number, scope)(scope, receive, send)
            raise


def _answer(number: str, scope: Scope) -> ASGIApp:
    english, german = (each.format(number=number) for each in DETAIL)
    return render(describe(INTERNAL_ERROR, scope, (english, german)))
