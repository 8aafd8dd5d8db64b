"""Professions: what one can be trained for."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.conditional import represent, respond
from stellenbund.api.counting import published
from stellenbund.api.dependencies import NO_PARAMETERS, PictureDep, TodayDep
from stellenbund.api.links import link_header
from stellenbund.api.responses import kept
from stellenbund.api.schemas.lists import ProfessionListOut, ProfessionOut
from stellenbund.domain.catalogue_query import Facet

router = APIRouter(prefix="/v1", tags=["Reference"], dependencies=[NO_PARAMETERS])


@router.get(
    "/professions",
    operation_id="listProfessions",
    summary="List the professions",
    response_model=ProfessionListOut,
    responses=kept(422, 503),
)
async def professions(request: Request, picture: PictureDep, today: TodayDep) -> Response:
    """All professions we know, each with the number of openings one can apply for now."""
    counts = published(picture, Facet.PROFESSION, today)
    known = picture.register.professions.values()
    items = tuple(ProfessionOut.of(each, counts.get(each.slug, 0)) for each in known)
    body = ProfessionListOut(items=items, sample=picture.has_samples)
    return respond(request, represent(body), link_header(), as_of=picture.version)
