"""Cities: who takes part."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.conditional import represent, respond
from stellenbund.api.counting import published
from stellenbund.api.dependencies import NO_PARAMETERS, PictureDep, TodayDep
from stellenbund.api.links import link_header
from stellenbund.api.responses import kept
from stellenbund.api.schemas.lists import CityListOut, CityOut
from stellenbund.domain.catalogue_query import Facet

router = APIRouter(prefix="/v1", tags=["Reference"], dependencies=[NO_PARAMETERS])


@router.get(
    "/cities",
    operation_id="listCities",
    summary="List the cities",
    response_model=CityListOut,
    responses=kept(422, 503),
)
async def cities(request: Request, picture: PictureDep, today: TodayDep) -> Response:
    """All cities that take part, each with the number of openings one can apply for now."""
    counts = published(picture, Facet.CITY, today)
    known = picture.register.cities.values()
    items = tuple(CityOut.of(city, counts.get(city.slug, 0)) for city in known)
    body = CityListOut(items=items, sample=picture.has_samples)
    return respond(request, represent(body), link_header(), as_of=picture.version)
