"""Sandbox: below /sandbox the same API answers from invented openings, at a moment one chooses."""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from datetime import datetime
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from stellenbund.api.conditional import KEPT_REPLIES
from stellenbund.api.sandbox_magic import (
    DELAY,
    NOW,
    SLOW,
    away,
    forced,
    id_in,
    no_moment,
    only_read,
)
from stellenbund.domain.clock import SANDBOX_NOON
from stellenbund.settings import Settings
from stellenbund.store.database import DATABASE_ERRORS

if TYPE_CHECKING:
    from stellenbund.api.sandbox_place import SandboxPlace

ROOT = "/sandbox"
EXPOSED = "Access-Control-Expose-Headers"
MARK = "X-Sandbox"

_READS = frozenset({"GET", "HEAD", "OPTIONS"})
_STOPPED = frozenset({"lifespan.shutdown.complete", "lifespan.shutdown.failed"})
_YEARS = range(2000, 2101)


class Sandbox:
    """ASGI layer that answers what is asked below /sandbox and passes on everything else.

    Nothing is made before somebody asks. What was found there is never kept beside the answers of
    the real service.
    """

    def __init__(
        self,
        app: ASGIApp,
        settings: Settings,
        *,
        wait: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._app, self._settings, self._wait = app, settings, wait
        self._now = ContextVar("sandbox_now", default=SANDBOX_NOON)
        self._turn = asyncio.Lock()
        self._place: SandboxPlace | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request below /sandbox, or pass it on."""
        if scope["type"] == "http" and _is_inside(scope["path"]):
            await self._answer(_inside(scope), receive, _marked(send))
            return
        is_lifespan = scope["type"] == "lifespan"
        await self._app(scope, receive, self._leaving(send) if is_lifespan else send)

    def _leaving(self, send: Send) -> Send:
        """Return *send*, which lets go of everything before it says that the service has stopped.

        Afterwards nothing is sure to run.
        """

        async def leave(message: Message) -> None:
            if message["type"] in _STOPPED and self._place:
                await run_in_threadpool(self._place.leave)
            await send(message)

        return leave

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        answering = await self._answering(scope)
        await answering(scope, receive, send)

    async def _answering(self, scope: Scope) -> ASGIApp:
        """Return what answers, with the clock set."""
        if scope["method"] not in _READS:
            return only_read(scope)
        told = Headers(scope=scope).get(NOW)
        try:
            self._now.set(SANDBOX_NOON if told is None else _moment(told))
        except ValueError:
            return no_moment(scope, told or "")
        identity = id_in(scope["path"])
        if identity == SLOW:
            await self._wait(DELAY)
        try:
            return forced(identity, scope) or await self._opened()
        except (OSError, *DATABASE_ERRORS):
            return away(scope)

    async def _opened(self) -> ASGIApp:
        async with self._turn:
            if self._place is None:
                self._place = await run_in_threadpool(self._make_place)
        return self._place.app

    def _make_place(self) -> "SandboxPlace":
        from stellenbund.api.sandbox_place import SandboxPlace

        return SandboxPlace(self._settings, self._now.get)


def _is_inside(path: str) -> bool:
    return path == ROOT or path.startswith(f"{ROOT}/")


def _inside(scope: Scope) -> Scope:
    """Return the request as it would come to the real service."""
    inside = {key: value for key, value in scope.items() if key != KEPT_REPLIES}
    inside["path"] = scope["path"].removeprefix(ROOT) or "/"
    inside["raw_path"] = scope["raw_path"].removeprefix(ROOT.encode()) or b"/"
    return inside


def _marked(send: Send) -> Send:
    """Return *send*, which says of each answer that it comes from the sandbox."""

    async def mark(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers[MARK] = "true"
            headers.add_vary_header(NOW)
            if EXPOSED in headers:
                headers[EXPOSED] += f", {MARK}"
            if "Link" in headers:
                headers["Link"] = headers["Link"].replace("</", f"<{ROOT}/")
        await send(message)

    return mark


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text.upper())
    if moment.tzinfo is None or moment.year not in _YEARS:
        raise ValueError("it names no moment, or none that anybody could mean")
    return moment
