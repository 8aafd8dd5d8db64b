"""Service: everything that one worker serves, as one application."""

from starlette.types import ASGIApp, Receive, Scope, Send

from stellenbund.api.app import create_app
from stellenbund.settings import Settings
from stellenbund.site.app import create_site

PAGES = "/hr"
"""Below this address stand the pages for HR; all others are the API's."""


class Service:
    """The API and the pages for HR beside it, on one database."""

    def __init__(self, settings: Settings) -> None:
        """Put both together; the API opens the database when it starts, and closes it."""
        self.api, self.site = create_app(settings), create_site(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on to the one whom its address belongs to."""
        path = scope.get("path", "")
        if path != PAGES and not path.startswith(f"{PAGES}/"):
            await self.api(scope, receive, send)
            return
        self.site.state.engine = self.api.state.engine
        await self.site(scope, receive, send)


def create_service(settings: Settings) -> ASGIApp:
    """Return the application that a worker serves."""
    return Service(settings)
