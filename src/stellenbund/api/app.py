"""App: the REST face, put together from its routes, layers and answers."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

from fastapi import FastAPI
from starlette.middleware import Middleware

from stellenbund.api.answers import ANSWERS
from stellenbund.api.contract import INTRODUCTION, complete
from stellenbund.api.dependencies import Clock, system_clock
from stellenbund.api.head import HeadAsGet
from stellenbund.api.headers import PublicHeaders
from stellenbund.api.last_resort import LastResort
from stellenbund.api.routes import (
    audit,
    cities,
    decisions,
    health,
    index,
    openings,
    pages,
    professions,
    runs,
    sources,
    why,
)
from stellenbund.flows.chance import new_id
from stellenbund.settings import Settings
from stellenbund.store.database import Database, open_database

ROUTERS = (
    *(openings, cities, professions, sources, runs, decisions, why),
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
    it go when it stops.
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
    app.state.operator_key = settings.operator_key
    for error, answer in ANSWERS.items():
        app.add_exception_handler(error, answer)
    for module in ROUTERS:
        app.include_router(module.router)
    complete(app, settings)
    return app


@asynccontextmanager
async def _with_database(settings: Settings, app: FastAPI) -> AsyncIterator[None]:
    app.state.engine = open_database(settings.database_url)
    yield
    app.state.engine.dispose()
