"""Decisions: a city or the operator releases or rejects a doubted run."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.access import KNOWN_CALLER, SECURED, CallerDep, demand
from stellenbund.api.bodies import DECISION_BODY, DecisionDep
from stellenbund.api.conditional import respond_once
from stellenbund.api.dependencies import NO_PARAMETERS, EngineDep, NewIdDep
from stellenbund.api.responses import problems
from stellenbund.api.routes.runs import RunPath
from stellenbund.api.schemas.changes import ChangesOut
from stellenbund.api.schemas.decisions import SignedDecisionOut
from stellenbund.api.schemas.runs import DecidedOut, RunDetailOut
from stellenbund.domain.access import Caller, Verb
from stellenbund.flows.consent import preview, reject, release
from stellenbund.store.database import reading, writing
from stellenbund.store.waiting import city_of_run

router = APIRouter(prefix="/v1/runs", tags=["Runs"], dependencies=[KNOWN_CALLER, NO_PARAMETERS])


def _decider(number: RunPath, caller: CallerDep, engine: EngineDep) -> Caller:
    """Return who may decide about the run; it is known before anything of the body is read."""
    with reading(engine) as session:
        city = city_of_run(session, number)
    return demand(caller, Verb.DECIDE, city)


DeciderDep = Annotated[Caller, Depends(_decider)]


@router.get(
    "/{number}/changes",
    operation_id="previewRun",
    summary="See what a release would change",
    response_model=ChangesOut,
    responses=problems(401, 403, 404, 409, 422, 503),
    dependencies=[Depends(_decider)],
    openapi_extra=SECURED,
)
def changes(number: RunPath, engine: EngineDep) -> Response:
    """What would be new, what would change and what would vanish at this moment.

    It is not shown to everybody, because what is doubted is not published.
    """
    with reading(engine) as session:
        return respond_once(ChangesOut.of(preview(session, number)))


@router.post(
    "/{number}/release",
    operation_id="releaseRun",
    summary="Release a doubted run",
    response_model=DecidedOut,
    responses=problems(400, 401, 403, 404, 409, 422, 503),
    openapi_extra=SECURED | DECISION_BODY,
)
def release_run(
    request: Request,
    number: RunPath,
    caller: DeciderDep,
    said: DecisionDep,
    engine: EngineDep,
    new_id: NewIdDep,
) -> Response:
    """Let the run's harvest be applied now; what it lacks is gone at once.

    It is compared anew with what is stored at this moment. A second time answers 409 and says who
    decided when.
    """
    with writing(engine) as session:
        decision, caused = release(
            session,
            number,
            said.by(caller),
            by=caller,
            clock=request.app.state.clock,
            new_id=new_id,
        )
    shown = SignedDecisionOut.of(decision)
    return respond_once(DecidedOut(decision=shown, run=RunDetailOut.of(caused)))


@router.post(
    "/{number}/reject",
    operation_id="rejectRun",
    summary="Reject a doubted run",
    response_model=DecidedOut,
    responses=problems(400, 401, 403, 404, 409, 422, 503),
    openapi_extra=SECURED | DECISION_BODY,
)
def reject_run(
    request: Request, number: RunPath, caller: DeciderDep, said: DecisionDep, engine: EngineDep
) -> Response:
    """Drop the run's harvest; everything stays as it is.

    When the source shows the very same again, it is doubted again but no longer waits for anybody.
    """
    with writing(engine) as session:
        clock = request.app.state.clock
        decision = reject(session, number, said.by(caller), by=caller, clock=clock)
    return respond_once(DecidedOut(decision=SignedDecisionOut.of(decision), run=None))
