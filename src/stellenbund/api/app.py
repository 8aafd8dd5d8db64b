"""App: the REST face, put together from its routes, layers and answers."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware

from stellenbund.api.answers import ANSWERS
from stellenbund.api.application import Application
from stellenbund.api.contract import INTRODUCTION
from stellenbund.api.dependencies import Clock, system_clock
from stellenbund.api.head import HeadAsGet
from stellenbund.api.headers import PublicHeaders
from stellenbund.api.last_resort import LastResort
from stellenbund.api.picture import CurrentPicture
from stellenbund.api.routes import (
    cities,
    health,
    index,
    intakes,
    opening,
    openings,
    pages,
    professions,
    suggest,
)
from stellenbund.api.snapshots import Snapshots
from stellenbund.flows.chance import new_id
from stellenbund.flows.saved_picture import place_of
from stellenbund.settings import Settings
from stellenbund.store.database import Database, open_database

READ = (openings, opening, suggest, cities, professions, intakes)
"""What is answered from the picture."""

AROUND = (index, health, pages)

LAYERS = (PublicHeaders, HeadAsGet, LastResort)
"""From the outside in: headers stand on everything, also on what the last resort says."""


def create_app(
    settings: Settings,
    *,
    engine: Database | None = None,
    clock: Clock = system_clock,
    new_id: Callable[[], str] = new_id,
) -> Application:
    """Return the application.

    Without an *engine* it opens the database of *settings* when it starts, not before, and lets
    it go when it stops; a thread keeps the picture of what is public up to date meanwhile. With
    one, each request sees what was committed before it.
    """
    app = Application(
        **INTRODUCTION,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        middleware=[Middleware(layer) for layer in LAYERS],
        lifespan=None if engine else partial(_with_database, settings),
    )
    app.state.engine, app.state.clock, app.state.new_id = engine, clock, new_id
    if engine:
        app.state.picture, app.state.snapshots = CurrentPicture(engine), Snapshots(engine)
    app.state.operator_key, app.state.webhook_key = settings.operator_key, settings.webhook_key
    app.state.webhooks_here, app.state.letterhead = settings.webhooks_here, settings.letterhead
    app.state.contact = settings.contact
    for error, answer in ANSWERS.items():
        app.add_exception_handler(error, answer)
    for router in (*(each.router for each in READ), app.rest, *(each.router for each in AROUND)):
        app.include_router(router)
    return app


@asynccontextmanager
async def _with_database(settings: Settings, app: FastAPI) -> AsyncIterator[None]:
    app.state.engine = open_database(settings.database_url)
    file = place_of(app.state.engine, settings.picture_file)
    app.state.picture = CurrentPicture(app.state.engine, file)
    app.state.snapshots = Snapshots(app.state.engine)
    await run_in_threadpool(app.state.picture.follow)
    yield
    await run_in_threadpool(app.state.picture.leave)
    app.state.engine.dispose()
