"""Runs: what each delivery of a source did, and what a person should know about it."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.conditional import represent, respond
from stellenbund.api.dependencies import NO_PARAMETERS, EngineDep
from stellenbund.api.paging import before
from stellenbund.api.parameters import RunNumber, RunParameters
from stellenbund.api.questions import run_question
from stellenbund.api.responses import kept
from stellenbund.api.schemas.runs import RunDetailOut, RunLineOut, RunListOut
from stellenbund.store.database import reading
from stellenbund.store.runs import find_run, list_runs

router = APIRouter(prefix="/v1", tags=["Runs"])

RunPath = Annotated[RunNumber, Path(description="Number of the run", examples=[17])]


@router.get(
    "/runs",
    operation_id="listRuns",
    summary="List the runs",
    response_model=RunListOut,
    responses=kept(422, 503),
)
def runs(
    request: Request, parameters: Annotated[RunParameters, Query()], engine: EngineDep
) -> Response:
    """The last runs, newest first: outcome, reason, numbers, and what a person decided."""
    with reading(engine) as session:
        asked = run_question(request, parameters, session)
        found = list_runs(session, asked.model_copy(update={"limit": asked.limit + 1}))
    shown = found[: asked.limit]
    body = RunListOut(
        items=tuple(RunLineOut.of(run) for run in shown),
        next=before(request, shown[-1].id) if len(found) > len(shown) else None,
    )
    return respond(request, represent(body))


@router.get(
    "/runs/{number}",
    operation_id="getRun",
    summary="Read one run with its findings",
    response_model=RunDetailOut,
    responses=kept(404, 422, 503),
    dependencies=[NO_PARAMETERS],
)
def run(request: Request, number: RunPath, engine: EngineDep) -> Response:
    """One run with everything that a person should know about its records."""
    with reading(engine) as session:
        found = find_run(session, number)
    return respond(request, represent(RunDetailOut.of(found)))
