"""Home: where each account begins – at its city, or at all of them."""

from collections import Counter

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.domain.access import Lack
from stellenbund.domain.query import RunQuery
from stellenbund.site.browsing import SignInDep
from stellenbund.site.errors import NotAllowedError
from stellenbund.site.means import MeansDep
from stellenbund.site.rendering import leading_to, page
from stellenbund.site.return_path import HOME
from stellenbund.store.cities import list_cities
from stellenbund.store.database import reading
from stellenbund.store.runs import list_runs

router = APIRouter()

WAITING = RunQuery(is_open=True, limit=1000)


@router.get("")
def bare() -> Response:
    """Lead to the address with its slash."""
    return leading_to(HOME)


@router.get("/")
def home(sign_in: SignInDep) -> Response:
    """Lead to the account's own city; an operator chooses one."""
    city = sign_in.account.grant.city
    return leading_to("/hr/staedte" if city is None else f"/hr/stadt/{city}")


@router.get("/staedte")
def cities_page(request: Request, sign_in: SignInDep, means: MeansDep) -> Response:
    """Show the operator all cities, with what waits for a person in each."""
    if sign_in.account.grant.city is not None:
        raise NotAllowedError(Lack.OPERATOR)
    with reading(means.engine) as session:
        cities = list_cities(session, means.clock())
        waiting = Counter(run.city for run in list_runs(session, WAITING))
    return page(request, "cities", cities=cities, waiting=waiting)
