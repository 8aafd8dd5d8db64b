"""Intakes: the years for which openings are offered."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.conditional import represent, respond
from stellenbund.api.counting import published
from stellenbund.api.dependencies import NO_PARAMETERS, PictureDep, TodayDep
from stellenbund.api.links import link_header
from stellenbund.api.responses import kept
from stellenbund.api.schemas.lists import IntakeListOut, IntakeOut
from stellenbund.domain.catalogue_query import Facet

router = APIRouter(prefix="/v1", tags=["Reference"], dependencies=[NO_PARAMETERS])


@router.get(
    "/intakes",
    operation_id="listIntakes",
    summary="List the intakes",
    response_model=IntakeListOut,
    responses=kept(422, 503),
)
async def intakes(request: Request, picture: PictureDep, today: TodayDep) -> Response:
    """The years in which training starts, each with the number of openings one can apply for."""
    counts = published(picture, Facet.TRAINING_YEAR, today)
    items = tuple(IntakeOut.of(int(year), count) for year, count in sorted(counts.items()))
    body = IntakeListOut(items=items, sample=picture.has_samples)
    return respond(request, represent(body), link_header(), as_of=picture.version)
