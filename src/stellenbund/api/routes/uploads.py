"""Uploads: a city sends a file, sees what it would change, and finds it again later."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.access import KNOWN_CALLER, SECURED
from stellenbund.api.conditional import respond_once
from stellenbund.api.dependencies import NO_PARAMETERS, EngineDep
from stellenbund.api.paging import before
from stellenbund.api.questions import refuse_repetitions
from stellenbund.api.responses import problems
from stellenbund.api.routes.audit import CityPath
from stellenbund.api.schemas.upload_previews import PreviewOut
from stellenbund.api.schemas.uploads import UploadListOut, UploadOut
from stellenbund.api.upload_body import FILE_BODY, CarriedDep
from stellenbund.api.upload_callers import READER, ActingDep, KeyHeader, with_key
from stellenbund.api.upload_parameters import HistoryParameters
from stellenbund.api.upload_responses import looked_up, received, shown
from stellenbund.api.values import Printable
from stellenbund.domain.upload import UploadState
from stellenbund.flows.commit_upload import commit
from stellenbund.flows.preview_upload import Preview, preview
from stellenbund.flows.receive_upload import receive
from stellenbund.flows.uploads import list_uploads

router = APIRouter(
    prefix="/v1/cities/{city}/uploads", tags=["Uploads"], dependencies=[KNOWN_CALLER]
)

UploadPath = Annotated[Printable, Path(description="Id of the upload", examples=["k7m2x9qa4w"])]


@router.post(
    "",
    operation_id="sendFile",
    summary="Send a city's file",
    status_code=201,
    response_model=PreviewOut,
    responses=received() | shown(status=201),
    openapi_extra=SECURED | FILE_BODY,
)
def send(
    request: Request,
    city: CityPath,
    acting: ActingDep,
    carried: CarriedDep,
    engine: EngineDep,
    key: KeyHeader = None,
) -> Response:
    """Read the file and keep it as a preview; nothing changes unless `commit=true` is given.

    Even then nothing does where the preview asks for a second consent.
    """
    who = with_key(acting, key, digest=carried.digest)
    name = receive(engine, city, carried.sent, who).id
    found = preview(engine, city, name)
    waits = found.upload.state is UploadState.PREVIEW and not found.needs_second_consent
    if carried.is_to_commit and waits:
        commit(engine, city, name, acting, fingerprint=found.fingerprint)
        found = preview(engine, city, name)
    answer = _shown(found)
    answer.status_code = 201
    answer.headers["Location"] = f"{request.url.path}/{name}"
    return answer


@router.get(
    "",
    operation_id="listUploads",
    summary="List the uploads of a city",
    response_model=UploadListOut,
    responses=problems(401, 403, 404, 422, 503),
    dependencies=[READER],
    openapi_extra=SECURED,
)
def history(
    request: Request,
    city: CityPath,
    parameters: Annotated[HistoryParameters, Query()],
    engine: EngineDep,
) -> Response:
    """Who sent which file when, and what became of it; the newest first."""
    refuse_repetitions(request)
    limit = parameters.limit
    found = list_uploads(engine, city, before=parameters.before, limit=limit + 1)
    older = before(request, found[limit - 1].id) if len(found) > limit else None
    return respond_once(UploadListOut(items=tuple(map(UploadOut.of, found[:limit])), next=older))


@router.get(
    "/{upload}",
    operation_id="previewUpload",
    summary="See what an upload would change",
    response_model=PreviewOut,
    responses=looked_up() | shown(),
    dependencies=[READER, NO_PARAMETERS],
    openapi_extra=SECURED,
)
def look(city: CityPath, upload: UploadPath, engine: EngineDep) -> Response:
    """What is new, what changes and what vanishes at this moment; once committed, what did."""
    return _shown(preview(engine, city, upload))


def _shown(found: Preview) -> Response:
    """Answer with a preview, which is for this caller alone; its tag is what a commit needs."""
    answer = respond_once(PreviewOut.of(found))
    answer.headers["ETag"] = f'"{found.fingerprint}"'
    return answer
