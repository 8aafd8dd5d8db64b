"""Service: everything that one worker serves, as one application."""

import asyncio

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from stellenbund.api.app import create_app
from stellenbund.api.front import with_front
from stellenbund.api.sandbox import Sandbox
from stellenbund.settings import Settings

PAGES = "/hr"
"""Below this address stand the pages for HR; all others are the API's."""


class Service:
    """The API and the pages for HR beside it, on one database."""

    def __init__(self, settings: Settings) -> None:
        """Put the API together, which opens the database when it starts, and closes it.

        The pages are put together when somebody asks for the first of them: most workers are asked
        by programs only.
        """
        self.api, self._settings = create_app(settings), settings
        self._turn = asyncio.Lock()
        self._site: Starlette | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on to the one whom its address belongs to."""
        path = scope.get("path", "")
        if path != PAGES and not path.startswith(f"{PAGES}/"):
            await self.api(scope, receive, send)
            return
        site = self._site or await self._opened()
        site.state.engine = self.api.state.engine
        await site(scope, receive, send)

    async def _opened(self) -> Starlette:
        async with self._turn:
            if self._site is None:
                self._site = await run_in_threadpool(_create_site, self._settings)
        return self._site


def _create_site(settings: Settings) -> Starlette:
    from stellenbund.site.app import create_site

    return create_site(settings)


def create_service(settings: Settings) -> ASGIApp:
    """Return the application that a worker serves."""
    service = Service(settings)
    return with_front(Sandbox(service, settings), service.api.state, settings)
