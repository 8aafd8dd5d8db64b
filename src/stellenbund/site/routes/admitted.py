"""Admitted: which people and programs may act for a city."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.site.doors import ReaderDep
from stellenbund.site.means import MeansDep
from stellenbund.site.rendering import page
from stellenbund.store.accounts import list_accounts
from stellenbund.store.database import reading
from stellenbund.store.tokens import list_tokens

router = APIRouter(prefix="/stadt/{city}")


@router.get("/zugaenge")
def admitted_page(request: Request, inside: ReaderDep, means: MeansDep) -> Response:
    """Show the accounts and tokens of the city; the operator gives them out."""
    with reading(means.engine) as session:
        accounts = list_accounts(session, inside.city.slug)
        tokens = list_tokens(session, inside.city.slug)
    return page(request, "admitted", accounts=accounts, tokens=tokens, now=means.clock())
