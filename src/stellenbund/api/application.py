"""Application: the framework's, with what few ask for put together when somebody does."""

from threading import RLock
from typing import Any

from fastapi import APIRouter, FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.types import Receive, Scope, Send

from stellenbund.api.contract import complete

_IS_KNOWN = "stellenbund.all_routes"


class Application(FastAPI):
    """FastAPI that starts with some of its routes.

    Most workers only ever answer from the picture. The other routes, `rest`, are there from the
    first request on that none of the first ones takes, and the contract when it is first looked at:
    both take longer than reading thousands of openings.
    """

    def __init__(self, **told: Any) -> None:  # noqa: ANN401 - the framework's own arguments
        super().__init__(**told)
        self.rest = APIRouter()
        self._turn = RLock()
        self._has_all = False
        self.router.default = self._look_further

    def openapi(self) -> dict[str, Any]:
        """Return the contract."""
        with self._turn:
            if not self.openapi_schema:
                self.add_rest()
                complete(super().openapi(), self.state.contact)
            return super().openapi()

    def add_rest(self) -> None:
        """Include the other routes, if they are not yet."""
        from stellenbund.api.rest import ROUTERS

        with self._turn:
            if not self._has_all:
                for module in ROUTERS:
                    self.rest.include_router(module.router)
            self._has_all = True

    async def _look_further(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what no route takes that is there so far."""
        if _IS_KNOWN in scope:
            await self.router.not_found(scope, receive, send)
            return
        if not self._has_all:
            await run_in_threadpool(self.add_rest)
        scope[_IS_KNOWN] = True
        await self.router(scope, receive, send)
