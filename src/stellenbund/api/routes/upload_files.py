"""Upload files: what is given out of an upload, its file and what is known of its rows."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.access import KNOWN_CALLER, SECURED
from stellenbund.api.conditional import respond_once
from stellenbund.api.dependencies import NO_PARAMETERS, EngineDep, NowDep
from stellenbund.api.negotiation import prefers
from stellenbund.api.questions import refuse_repetitions
from stellenbund.api.routes.audit import CityPath
from stellenbund.api.routes.uploads import UploadPath
from stellenbund.api.schemas.upload_reports import ReportOut
from stellenbund.api.upload_callers import READER
from stellenbund.api.upload_parameters import FileForm, ReportParameters
from stellenbund.api.upload_responses import files, looked_up
from stellenbund.domain.clock import berlin_day
from stellenbund.feeds.returned import returned_name
from stellenbund.flows.preview_upload import preview
from stellenbund.flows.uploads import as_csv, as_xlsx, original_file

router = APIRouter(
    prefix="/v1/cities/{city}/uploads", tags=["Uploads"], dependencies=[KNOWN_CALLER]
)

JSON, BYTES = "application/json", "application/octet-stream"
MEDIA_TYPES = {
    FileForm.CSV: "text/csv",
    FileForm.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@router.get(
    "/{upload}/report",
    operation_id="reportUpload",
    summary="See what should be known about the rows of a file",
    response_model=ReportOut,
    responses=looked_up() | {200: files(*MEDIA_TYPES.values())},
    dependencies=[READER],
    openapi_extra=SECURED,
)
def report(
    request: Request,
    city: CityPath,
    upload: UploadPath,
    parameters: Annotated[ReportParameters, Query()],
    engine: EngineDep,
    now: NowDep,
) -> Response:
    """The findings, or the file itself with its findings, to be mended and sent again."""
    refuse_repetitions(request)
    shown = preview(engine, city, upload)
    match parameters.format or _wanted(request.headers.get("accept", "")):
        case FileForm.CSV:
            name = returned_name(shown.upload.name, FileForm.CSV)
            return _file(as_csv(engine, shown), name, MEDIA_TYPES[FileForm.CSV])
        case FileForm.XLSX:
            body = as_xlsx(engine, shown, day=berlin_day(now))
            name = returned_name(shown.upload.name, FileForm.XLSX)
            return _file(body, name, MEDIA_TYPES[FileForm.XLSX])
        case _:
            return respond_once(ReportOut.of(shown))


@router.get(
    "/{upload}/file",
    operation_id="getFile",
    summary="Get a file back as it came",
    response_class=Response,
    responses=looked_up() | {200: files(BYTES)},
    dependencies=[READER, NO_PARAMETERS],
    openapi_extra=SECURED,
)
def file(city: CityPath, upload: UploadPath, engine: EngineDep) -> Response:
    """The very bytes that were sent; 90 days after the commit they are dropped."""
    found, body = original_file(engine, city, upload)
    return _file(body, found.name, BYTES)


def _wanted(accept: str) -> FileForm:
    """Return the form that an Accept header would rather have than JSON, if it names one."""
    return next(
        (form for form, media_type in MEDIA_TYPES.items() if prefers(media_type, JSON, accept)),
        FileForm.JSON,
    )


def _file(body: bytes, name: str, media_type: str) -> Response:
    """Answer with a file to be saved, which nobody keeps on the way."""
    headers = {
        "Cache-Control": "no-store",
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
    }
    return Response(body, headers=headers, media_type=media_type)
