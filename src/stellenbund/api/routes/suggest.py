"""Suggest: what a word may become while it is typed."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.conditional import represent, respond
from stellenbund.api.dependencies import PictureDep, TodayDep
from stellenbund.api.facets import name_of
from stellenbund.api.links import link_header, openings_by
from stellenbund.api.opening_parameters import SuggestParameters
from stellenbund.api.questions import refuse_repetitions
from stellenbund.api.responses import kept
from stellenbund.api.schemas.suggestions import SuggestionListOut, SuggestionOut

router = APIRouter(prefix="/v1", tags=["Openings"])


@router.get(
    "/suggest",
    operation_id="suggest",
    summary="Complete what is being typed",
    response_model=SuggestionListOut,
    responses=kept(422, 503),
)
async def suggest(
    request: Request,
    parameters: Annotated[SuggestParameters, Query()],
    picture: PictureDep,
    today: TodayDep,
) -> Response:
    """Professions, kinds and cities that the letters may become, in any of the seven languages.

    Only what has openings that one can apply for now.
    """
    refuse_repetitions(request)
    found = picture.catalogue.suggest(parameters.q, today, limit=parameters.limit)
    items = tuple(
        SuggestionOut(
            parameter=each.facet,
            value=each.value,
            label=name_of(each.facet, each.value, picture.register, parameters.lang),
            openings=each.total,
            url=openings_by(**{each.facet.value: each.value}),
        )
        for each in found
    )
    body = represent(SuggestionListOut(items=items))
    return respond(request, body, link_header(), as_of=picture.version)
