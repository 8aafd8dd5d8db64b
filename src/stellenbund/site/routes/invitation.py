"""Invitation: the page to which the link in an invitation leads."""

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.domain.password import PasswordRefusedError
from stellenbund.flows.accounts import open_invitation
from stellenbund.flows.new_password import accept_invitation
from stellenbund.flows.sign_in import enter, sign_out
from stellenbund.site.browsing import TicketDep
from stellenbund.site.forms import FormDep
from stellenbund.site.means import Means, MeansDep
from stellenbund.site.new_password import twice_the_same
from stellenbund.site.rendering import leading_to, page
from stellenbund.site.return_path import HOME
from stellenbund.site.whose import city_name
from stellenbund.store.database import reading

router = APIRouter()

InvitationPath = Annotated[str, Path(max_length=100)]


@router.get("/einladung/{invitation}")
def invitation_page(
    request: Request, invitation: InvitationPath, _: TicketDep, means: MeansDep
) -> Response:
    """Show whom the invitation is for, with the form for a password."""
    return _page(request, means, invitation)


@router.post("/einladung/{invitation}")
def accept(
    request: Request,
    invitation: InvitationPath,
    form: FormDep,
    ticket: TicketDep,
    means: MeansDep,
) -> Response:
    """Use the invitation up: from now on its person has a password, and is signed in."""
    try:
        account = accept_invitation(
            means.engine,
            invitation,
            twice_the_same(form),
            passwords=means.passwords,
            clock=means.clock,
        )
    except PasswordRefusedError as refusal:
        return _page(request, means, invitation, status=422, error=str(refusal))
    sign_out(means.engine, ticket)
    response = leading_to(HOME)
    entered = enter(means.engine, account, at=means.clock(), new_ticket=means.new_ticket)
    means.cookie.write(response, entered)
    return response


def _page(
    request: Request, means: Means, ticket: str, *, status: int = 200, error: str = ""
) -> Response:
    with reading(means.engine) as session:
        invitation = open_invitation(session, ticket, means.clock())
        city = city_name(session, invitation.account)
    return page(
        request,
        "invitation",
        status=status,
        error=error,
        invited=invitation.account,
        city=city,
        expires_at=invitation.expires_at,
    )
