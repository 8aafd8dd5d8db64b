"""Professions: what one can be trained for."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.conditional import represent, respond
from stellenbund.api.dependencies import NO_PARAMETERS, EngineDep, NowDep
from stellenbund.api.responses import kept
from stellenbund.api.samples import holds_samples
from stellenbund.api.schemas.lists import ProfessionListOut, ProfessionOut
from stellenbund.store.database import reading
from stellenbund.store.professions import list_professions

router = APIRouter(prefix="/v1", tags=["Reference"], dependencies=[NO_PARAMETERS])


@router.get(
    "/professions",
    operation_id="listProfessions",
    summary="List the professions",
    response_model=ProfessionListOut,
    responses=kept(422, 503),
)
def professions(request: Request, engine: EngineDep, now: NowDep) -> Response:
    """All professions we know, each with the number of openings one can apply for now."""
    with reading(engine) as session:
        items = tuple(ProfessionOut.of(state) for state in list_professions(session, now))
        body = ProfessionListOut(items=items, sample=holds_samples(session))
    return respond(request, represent(body))
