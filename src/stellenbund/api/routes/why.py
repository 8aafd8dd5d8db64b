"""Why: what became of one record of a source."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.conditional import represent, respond
from stellenbund.api.dependencies import EngineDep, NowDep
from stellenbund.api.parameters import WhyParameters
from stellenbund.api.questions import known_source
from stellenbund.api.responses import kept
from stellenbund.api.schemas.why import WhyOut
from stellenbund.flows.why import why as ask
from stellenbund.store.database import reading

router = APIRouter(prefix="/v1", tags=["Sources"])


@router.get(
    "/why",
    operation_id="explainRecord",
    summary="Ask what became of a record",
    response_model=WhyOut,
    responses=kept(404, 422, 503),
)
def why(
    request: Request,
    parameters: Annotated[WhyParameters, Query()],
    engine: EngineDep,
    now: NowDep,
) -> Response:
    """Which step and which rule dropped, held, merged or published one record of a source.

    Ask with the source's own reference, or with the address of the record's page.
    """
    with reading(engine) as session:
        city, key = known_source(request, parameters.source, session)
        explanation = ask(session, city, key, parameters.reference, now=now)
    return respond(request, represent(WhyOut.of(explanation)))
