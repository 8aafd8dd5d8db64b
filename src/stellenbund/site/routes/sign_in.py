"""Sign-in: the page where one signs in, and the button that signs out."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.domain.account import AccountRefusedError
from stellenbund.flows.sign_in import sign_in, sign_in_of, sign_out
from stellenbund.site.browsing import TicketDep
from stellenbund.site.done import after
from stellenbund.site.forms import FormDep, raw_of, text_of
from stellenbund.site.means import MeansDep
from stellenbund.site.rendering import leading_to, page
from stellenbund.site.return_path import HOME, SIGN_IN, safe

router = APIRouter()

CARRIED = "offen:"
"""What stands before the name of a field that an expired form left behind."""


@router.get("/anmelden")
def sign_in_page(
    request: Request,
    ticket: TicketDep,
    means: MeansDep,
    weiter: Annotated[str, Query(max_length=1000)] = HOME,
) -> Response:
    """Show the page where one signs in; whoever is signed in goes on at once."""
    if sign_in_of(means.engine, ticket, means.clock()) is not None:
        return leading_to(safe(weiter))
    notice = "" if weiter == HOME else "Danach geht es weiter mit der Seite, die Sie wollten."
    return sign_in_form(request, notice=notice, onward=safe(weiter))


@router.post("/anmelden")
def enter(request: Request, form: FormDep, ticket: TicketDep, means: MeansDep) -> Response:
    """Sign in; the browser gets a new ticket, so that nobody knew it before."""
    email, onward, texts = text_of(form, "email"), safe(text_of(form, "weiter")), _carried(form)
    try:
        entered = sign_in(
            means.engine,
            email,
            raw_of(form, "passwort"),
            passwords=means.passwords,
            clock=means.clock,
            new_ticket=means.new_ticket,
        )
    except AccountRefusedError as refusal:
        return sign_in_form(
            request, status=403, error=refusal.detail_de, email=email, onward=onward, texts=texts
        )
    sign_out(means.engine, ticket)
    response = _going_on(request, entered, onward, texts)
    means.cookie.write(response, entered)
    return response


@router.post("/abmelden")
def leave(_: FormDep, ticket: TicketDep, means: MeansDep) -> Response:
    """Sign out in this browser."""
    sign_out(means.engine, ticket)
    response = leading_to(after(SIGN_IN, "abgemeldet"))
    means.cookie.drop(response)
    return response


def _carried(form: FormData) -> list[tuple[str, str]]:
    """Return what an expired form left behind."""
    return [
        (name.removeprefix(CARRIED), value)
        for name, value in form.multi_items()
        if name.startswith(CARRIED) and isinstance(value, str)
    ]


def _going_on(request: Request, ticket: str, onward: str, texts: list[tuple[str, str]]) -> Response:
    if not texts:
        return leading_to(onward)
    request.state.ticket = ticket
    return page(request, "resume", onward=onward, texts=texts)


def sign_in_form(
    request: Request,
    *,
    onward: str,
    status: int = 200,
    texts: Sequence[tuple[str, str]] = (),
    **told: str,
) -> Response:
    """Show the form for signing in, with what went wrong."""
    plain: dict[str, Any] = {"notice": "", "error": "", "email": ""}
    return page(request, "sign_in", status=status, onward=onward, texts=texts, **(plain | told))
