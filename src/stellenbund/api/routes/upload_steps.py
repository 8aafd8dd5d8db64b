"""Upload steps: an upload is committed, or its commit is taken back."""

from fastapi import APIRouter
from starlette.responses import Response

from stellenbund.api.access import KNOWN_CALLER, SECURED
from stellenbund.api.bodies import COMMIT_BODY
from stellenbund.api.conditional import respond_once
from stellenbund.api.dependencies import NO_PARAMETERS, EngineDep
from stellenbund.api.routes.audit import CityPath
from stellenbund.api.routes.uploads import UploadPath
from stellenbund.api.schemas.uploads import CarriedOutOut
from stellenbund.api.upload_callers import AgreedDep, UndoingDep
from stellenbund.api.upload_responses import committed, taken_back
from stellenbund.flows.commit_upload import commit
from stellenbund.flows.undo_upload import undo
from stellenbund.flows.uploads import get_upload

router = APIRouter(
    prefix="/v1/cities/{city}/uploads",
    tags=["Uploads"],
    dependencies=[KNOWN_CALLER, NO_PARAMETERS],
)


@router.post(
    "/{upload}/commit",
    operation_id="commitUpload",
    summary="Commit an upload",
    response_model=CarriedOutOut,
    responses=committed(),
    openapi_extra=SECURED | COMMIT_BODY,
)
def commit_upload(
    city: CityPath, upload: UploadPath, agreed: AgreedDep, engine: EngineDep
) -> Response:
    """Publish what the preview of that ETag shows, all of it or nothing.

    Where much would vanish the body must say that it is sure.
    """
    run = commit(
        engine,
        city,
        upload,
        agreed.acting,
        fingerprint=agreed.fingerprint,
        is_sure=agreed.is_sure,
    )
    return respond_once(CarriedOutOut.of(get_upload(engine, city, upload), run))


@router.post(
    "/{upload}/undo",
    operation_id="undoUpload",
    summary="Take the commit of an upload back",
    response_model=CarriedOutOut,
    responses=taken_back(),
    openapi_extra=SECURED,
)
def undo_upload(
    city: CityPath, upload: UploadPath, acting: UndoingDep, engine: EngineDep
) -> Response:
    """Let the openings of the city's files be what they were before, as a new run.

    What other sources said since stays. Only the newest commit can be taken back, then the one
    before it.
    """
    run = undo(engine, city, upload, acting)
    return respond_once(CarriedOutOut.of(get_upload(engine, city, upload), run))
