"""Cities: who takes part."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.conditional import represent, respond
from stellenbund.api.dependencies import NO_PARAMETERS, EngineDep, NowDep
from stellenbund.api.responses import kept
from stellenbund.api.samples import holds_samples
from stellenbund.api.schemas.lists import CityListOut, CityOut
from stellenbund.store.cities import list_cities
from stellenbund.store.database import reading

router = APIRouter(prefix="/v1", tags=["Reference"], dependencies=[NO_PARAMETERS])


@router.get(
    "/cities",
    operation_id="listCities",
    summary="List the cities",
    response_model=CityListOut,
    responses=kept(422, 503),
)
def cities(request: Request, engine: EngineDep, now: NowDep) -> Response:
    """All cities that take part, each with the number of openings one can apply for now."""
    with reading(engine) as session:
        items = tuple(CityOut.of(state) for state in list_cities(session, now))
        body = CityListOut(items=items, sample=holds_samples(session))
    return respond(request, represent(body))
