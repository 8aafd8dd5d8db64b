"""App: the REST face, put together from its routes, layers and answers."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware

from stellenbund.api.answers import ANSWERS
from stellenbund.api.contract import INTRODUCTION, complete
from stellenbund.api.dependencies import Clock, system_clock
from stellenbund.api.head import HeadAsGet
from stellenbund.api.headers import PublicHeaders
from stellenbund.api.last_resort import LastResort
from stellenbund.api.picture import CurrentPicture
from stellenbund.api.routes import (
    audit,
    cities,
    copying,
    corrections,
    decisions,
    feed_template,
    health,
    index,
    intakes,
    opening,
    openings,
    pages,
    professions,
    runs,
    sources,
    suggest,
    upload_files,
    upload_steps,
    uploads,
    visibility,
    webhooks,
    why,
)
from stellenbund.api.snapshots import Snapshots
from stellenbund.flows.chance import new_id
from stellenbund.settings import Settings
from stellenbund.store.database import Database, open_database

ROUTERS = (
    *(openings, opening, suggest, cities, professions, intakes),
    *(sources, runs, decisions, why),
    *(uploads, upload_files, upload_steps, feed_template),
    *(corrections, visibility),
    *(copying, webhooks),
    *(audit, index, health, pages),
)

LAYERS = (PublicHeaders, HeadAsGet, LastResort)
"""From the outside in: headers stand on everything, also on what the last resort says."""


def create_app(
    settings: Settings,
    *,
    engine: Database | None = None,
    clock: Clock = system_clock,
    new_id: Callable[[], str] = new_id,
) -> FastAPI:
    """Return the application.

    Without an *engine* it opens the database of *settings* when it starts, not before, and lets
    it go when it stops; a thread keeps the picture of what is public up to date meanwhile. With
    one, each request sees what was committed before it.
    """
    app = FastAPI(
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
    app.state.webhooks_here = settings.webhooks_here
    for error, answer in ANSWERS.items():
        app.add_exception_handler(error, answer)
    for module in ROUTERS:
        app.include_router(module.router)
    complete(app, settings)
    return app


@asynccontextmanager
async def _with_database(settings: Settings, app: FastAPI) -> AsyncIterator[None]:
    app.state.engine = open_database(settings.database_url)
    app.state.picture = CurrentPicture(app.state.engine, settings.picture_file)
    app.state.snapshots = Snapshots(app.state.engine)
    await run_in_threadpool(app.state.picture.follow)
    yield
    await run_in_threadpool(app.state.picture.leave)
    app.state.engine.dispose()
