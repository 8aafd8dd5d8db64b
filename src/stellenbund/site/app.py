"""App: the HR pages, put together from their routes, layers and answers."""

from collections.abc import Callable
from datetime import datetime

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.staticfiles import StaticFiles

from stellenbund.flows.chance import new_id, new_ticket
from stellenbund.flows.passwords import Passwords
from stellenbund.oidc.relying_party import RelyingParty
from stellenbund.settings import Settings
from stellenbund.site.answers import ANSWERS
from stellenbund.site.body_limit import BodyLimit
from stellenbund.site.cookies import TicketCookie
from stellenbund.site.headers import PrivateHeaders
from stellenbund.site.means import system_clock
from stellenbund.site.routes import (
    account,
    admitted,
    audit,
    correction,
    files,
    history,
    home,
    invitation,
    opening,
    overview,
    questions,
    sign_in,
    single_sign_on,
    stock,
    upload,
)
from stellenbund.store.database import Database

ROUTERS = (
    *(home, sign_in, single_sign_on, invitation, account),
    *(overview, questions, stock, opening, correction),
    *(upload, files, history, admitted, audit),
)

LAYERS = (PrivateHeaders, BodyLimit)
"""From the outside in: headers stand on everything."""


def create_site(
    settings: Settings,
    *,
    engine: Database | None = None,
    clock: Callable[[], datetime] = system_clock,
    new_id: Callable[[], str] = new_id,
    passwords: Passwords | None = None,
) -> FastAPI:
    """Return the application that answers below /hr; without an *engine* it is given one later."""
    app = FastAPI(
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        middleware=[Middleware(layer) for layer in LAYERS],
    )
    app.state.engine, app.state.clock, app.state.new_id = engine, clock, new_id
    app.state.new_ticket, app.state.passwords = new_ticket, passwords or Passwords()
    app.state.cookie, app.state.letterhead = TicketCookie.of(settings), settings.letterhead
    app.state.contact = settings.contact
    app.state.relying_party = RelyingParty.of(settings)
    for error, answer in ANSWERS.items():
        app.add_exception_handler(error, answer)
    for module in ROUTERS:
        app.include_router(module.router, prefix="/hr")
    app.mount("/hr/static", StaticFiles(packages=[("stellenbund.site", "static")]))
    return app
