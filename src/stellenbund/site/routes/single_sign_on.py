"""Single sign-on: a person comes in by the word of her city's own sign-in service."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from stellenbund.domain.account import AccountRefusedError
from stellenbund.domain.errors import NotFoundError
from stellenbund.flows.passwords import TooManyAtOnceError
from stellenbund.flows.sign_in import enter_by_email, sign_in_of, sign_out
from stellenbund.oidc.errors import NotVouchedError
from stellenbund.oidc.relying_party import RelyingParty
from stellenbund.site.browsing import TicketDep
from stellenbund.site.means import Means, MeansDep
from stellenbund.site.rendering import leading_to
from stellenbund.site.return_path import HOME, safe
from stellenbund.site.routes.sign_in import sign_in_form

router = APIRouter(prefix="/anmelden/oidc")

_log = logging.getLogger(__name__)


@router.get("")
def begin(
    request: Request,
    ticket: TicketDep,
    means: MeansDep,
    weiter: Annotated[str, Query(max_length=1000)] = HOME,
) -> Response:
    """Send the browser to the provider, with a ticket that no earlier attempt had."""
    with _turn(means) as party:
        if sign_in_of(means.engine, ticket, means.clock()) is not None:
            return leading_to(safe(weiter))
        fresh = means.new_ticket()
        try:
            response = RedirectResponse(party.begin(fresh, safe(weiter)), status_code=303)
        except NotVouchedError as error:
            return _refused(request, means, error)
    means.cookie.write(response, fresh)
    return response


@router.get("/zurueck")
def finish(request: Request, ticket: TicketDep, means: MeansDep) -> Response:
    """Let in whom the provider vouches for; the browser gets a new ticket, whatever comes of it.

    Who is in already stays in: no link of somebody else's ends or replaces a sign-in.
    """
    with _turn(means) as party:
        if sign_in_of(means.engine, ticket, means.clock()) is not None:
            return leading_to(HOME)
        try:
            vouched = party.finish(ticket, request.query_params, means.clock())
            entered = enter_by_email(
                means.engine, vouched.email, at=means.clock(), new_ticket=means.new_ticket
            )
        except (NotVouchedError, AccountRefusedError) as error:
            return _refused(request, means, error)
    sign_out(means.engine, ticket)
    response = leading_to(safe(vouched.onward))
    means.cookie.write(response, entered)
    return response


@contextmanager
def _turn(means: Means) -> Iterator[RelyingParty]:
    """Let few at once ask the provider.

    Raises:
        NotFoundError: no provider is set up.
        TooManyAtOnceError: others are asking already.
    """
    party = means.relying_party
    if party is None:
        raise NotFoundError("page", "OpenID Connect")
    if not party.turns.acquire(blocking=False):
        raise TooManyAtOnceError
    try:
        yield party
    finally:
        party.turns.release()


def _refused(
    request: Request, means: Means, error: NotVouchedError | AccountRefusedError
) -> Response:
    """Show the page for signing in, and let the browser forget what it had begun."""
    if isinstance(error, NotVouchedError):
        _log.warning("OpenID Connect: %s", error.reason)
    request.state.ticket = request.state.fresh_ticket = means.new_ticket()
    return sign_in_form(request, status=403, error=error.detail_de, onward=HOME)
