"""Account: what one's own account may do, and its password."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.domain.account import AccountRefusedError
from stellenbund.domain.password import PasswordRefusedError
from stellenbund.domain.sign_in import SignIn
from stellenbund.flows.new_password import change_password
from stellenbund.site.browsing import SignInDep
from stellenbund.site.done import after
from stellenbund.site.forms import FormDep, raw_of
from stellenbund.site.means import Means, MeansDep
from stellenbund.site.new_password import twice_the_same
from stellenbund.site.rendering import leading_to, page
from stellenbund.site.return_path import SIGN_IN
from stellenbund.site.whose import city_name
from stellenbund.store.database import reading

router = APIRouter()


@router.get("/konto")
def account_page(request: Request, sign_in: SignInDep, means: MeansDep) -> Response:
    """Show what the account may do, with the form for a new password."""
    return _page(request, sign_in, means)


@router.post("/konto")
def new_password(request: Request, form: FormDep, sign_in: SignInDep, means: MeansDep) -> Response:
    """Change the password; every browser, this one too, has to sign in again."""
    try:
        change_password(
            means.engine,
            sign_in.account,
            raw_of(form, "passwort_alt"),
            twice_the_same(form),
            passwords=means.passwords,
            clock=means.clock,
        )
    except PasswordRefusedError as refusal:
        return _page(request, sign_in, means, status=422, error=str(refusal))
    except AccountRefusedError as refusal:
        return _page(request, sign_in, means, status=403, error=refusal.detail_de)
    response = leading_to(after(SIGN_IN, "passwort"))
    means.cookie.drop(response)
    return response


def _page(
    request: Request, sign_in: SignIn, means: Means, *, status: int = 200, error: str = ""
) -> Response:
    with reading(means.engine) as session:
        city = city_name(session, sign_in.account)
    return page(request, "account", status=status, error=error, city=city)
