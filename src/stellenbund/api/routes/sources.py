"""Sources: where openings come from, and how their last runs went."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.conditional import represent, respond
from stellenbund.api.dependencies import NO_PARAMETERS, EngineDep, NowDep
from stellenbund.api.responses import kept
from stellenbund.api.schemas.sources import SourceListOut, SourceOut
from stellenbund.store.database import reading
from stellenbund.store.links import count_dead_links
from stellenbund.store.sources import list_sources

router = APIRouter(prefix="/v1", tags=["Sources"], dependencies=[NO_PARAMETERS])


@router.get(
    "/sources",
    operation_id="listSources",
    summary="List the sources and how they are doing",
    response_model=SourceListOut,
    responses=kept(422, 503),
)
def sources(request: Request, engine: EngineDep, now: NowDep) -> Response:
    """Every source of every city: its last runs with outcome, reason and numbers."""
    with reading(engine) as session:
        dead = count_dead_links(session, now)
        items = tuple(
            SourceOut.of(state, dead_links=dead[state.source.city, state.source.key])
            for state in list_sources(session)
        )
    return respond(request, represent(SourceListOut(items=items)))
