"""Copying: everything that is public, at once or as it changes."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from stellenbund.api.conditional import matches, represent, respond
from stellenbund.api.copy_faults import beyond
from stellenbund.api.copy_forms import Form
from stellenbund.api.copy_parameters import SnapshotParameters
from stellenbund.api.copy_responses import PORTION, SNAPSHOT
from stellenbund.api.dependencies import EngineDep
from stellenbund.api.errors import ParameterError
from stellenbund.api.long_poll import PatientDep
from stellenbund.api.packing import Coding
from stellenbund.api.questions import refuse_repetitions
from stellenbund.api.schemas.copying import CopiedPortionOut
from stellenbund.api.snapshots import Snapshot, Snapshots
from stellenbund.store.copies import changed_after
from stellenbund.store.database import reading

SEQUENCE = "Stellenbund-Sequence"
"""The header that carries the number as of which an answer is up to date."""

ASK_AGAIN = {"Cache-Control": "no-cache"}
"""A copier wants what is true now; the ETag makes asking again cheap."""

router = APIRouter(prefix="/v1", tags=["Copying"])


async def _snapshot(
    request: Request, parameters: Annotated[SnapshotParameters, Query()]
) -> Snapshot:
    refuse_repetitions(request)
    snapshots: Snapshots = request.app.state.snapshots
    form = parameters.format or Form.accepted(request.headers.get("accept", ""))
    coding = Coding.accepted(request.headers.get("accept-encoding", ""))
    return await snapshots.newest(form, coding)


@router.get(
    "/snapshot",
    operation_id="getSnapshot",
    summary="Copy everything",
    response_class=Response,
    responses=SNAPSHOT,
)
def snapshot(request: Request, found: Annotated[Snapshot, Depends(_snapshot)]) -> Response:
    """All public openings as of one number, in one file, with a line for each, by `sequence`.

    As NDJSON each line is an object like those of /v1/changes, the first and the last line say
    how much there is between them. As CSV it is a table: go on from the largest `sequence` in it,
    or from the header `Stellenbund-Sequence`. What has parts stands in a cell as JSON, and text
    that a spreadsheet would run as a formula has an apostrophe before it.

    A deadline may be over: compare `expires_at` with the clock.
    """
    headers = ASK_AGAIN | {
        "ETag": found.tag,
        "Vary": "Accept, Accept-Encoding",
        SEQUENCE: str(found.extent.sequence),
    }
    if matches(request.headers.getlist("if-none-match"), found.tag):
        return Response(status_code=304, headers=headers)
    headers["Content-Length"] = str(found.size)
    if found.coding is not Coding.IDENTITY:
        headers["Content-Encoding"] = found.coding
    return StreamingResponse(found.chunks(), headers=headers, media_type=found.form.media_type)


@router.get(
    "/changes",
    operation_id="listChanges",
    summary="Bring a copy up to date",
    response_model=CopiedPortionOut,
    responses=PORTION,
)
def changes(request: Request, parameters: PatientDep, engine: EngineDep) -> Response:
    """What changed after a number: the openings to put into a copy, and those to let go.

    Each opening stands there once, as it is now, however often it changed meanwhile. Take over
    the items in their order, keep `next` in the same transaction, ask on with it as `after`. With
    `wait` the answer comes as soon as something changes.

    That a deadline passes is no change: compare `expires_at` with the clock.
    """
    with reading(engine) as session:
        portion = changed_after(session, parameters.after, limit=parameters.limit)
    if parameters.after > portion.latest:
        raise ParameterError([beyond(parameters.after, portion.latest)])
    headers = ASK_AGAIN | {SEQUENCE: str(portion.next)}
    return respond(request, represent(CopiedPortionOut.of(portion)), headers)
