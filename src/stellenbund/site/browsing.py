"""Browsing: which ticket a browser has, and who is signed in with it."""

from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from stellenbund.domain.sign_in import SignIn
from stellenbund.flows.sign_in import sign_in_of
from stellenbund.site.errors import FromElsewhereError, NotSignedInError
from stellenbund.site.forms import PostedDep, texts_of
from stellenbund.site.means import MeansDep
from stellenbund.site.origin import leads_here


async def _ticket(request: Request, means: MeansDep) -> str:
    """Return the ticket of the browser; one that has none gets it with the page.

    Raises:
        FromElsewhereError: it may have one that it has kept back.
    """
    ticket = means.cookie.read(request)
    if ticket is None and request.method == "GET" and leads_here(request):
        raise FromElsewhereError
    if ticket is None:
        ticket = request.state.fresh_ticket = means.new_ticket()
    request.state.ticket = ticket
    return ticket


TicketDep = Annotated[str, Depends(_ticket)]
"""A browser's ticket, whether anybody is signed in with it or not."""


def _sign_in(request: Request, ticket: TicketDep, posted: PostedDep, means: MeansDep) -> SignIn:
    """Return who is signed in; being no coroutine, it may wait for the database.

    Raises:
        NotSignedInError: nobody is, or not any more.
    """
    found = sign_in_of(means.engine, ticket, means.clock())
    if found is None:
        raise NotSignedInError(texts_of(posted) if posted else None)
    request.state.account = found.account
    return found


SignInDep = Annotated[SignIn, Depends(_sign_in)]
