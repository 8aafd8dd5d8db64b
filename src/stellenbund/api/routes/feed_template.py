"""Feed template: the empty file that a city fills in, for everybody."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.conditional import respond
from stellenbund.api.dependencies import EngineDep, TodayDep
from stellenbund.api.questions import refuse_repetitions
from stellenbund.api.representation import Representation
from stellenbund.api.responses import kept
from stellenbund.api.routes.upload_files import MEDIA_TYPES
from stellenbund.api.upload_parameters import FileForm, TemplateParameters
from stellenbund.api.upload_responses import files
from stellenbund.feeds.template import template_csv, template_xlsx
from stellenbund.feeds.untouched import SOMEWHERE
from stellenbund.store.cities import find_city
from stellenbund.store.database import reading

router = APIRouter(prefix="/v1", tags=["Uploads"])

_OK = 200


def _responses() -> dict[int | str, dict[str, object]]:
    """Return the answers of the operation: a file that can be asked for conditionally."""
    usual = kept(404, 422, 503)
    return usual | {_OK: usual[_OK] | files(*MEDIA_TYPES.values())}


@router.get(
    "/feed-template",
    operation_id="getFeedTemplate",
    summary="Get the template of a city's file",
    response_class=Response,
    responses=_responses(),
)
def template(
    request: Request,
    parameters: Annotated[TemplateParameters, Query()],
    engine: EngineDep,
    today: TodayDep,
) -> Response:
    """A table with all columns and three examples, which are left out if they stay in it."""
    refuse_repetitions(request)
    city = SOMEWHERE
    if parameters.city is not None:
        with reading(engine) as session:
            city = find_city(session, parameters.city)
    make = template_csv if parameters.format is FileForm.CSV else template_xlsx
    name = f"ausbildungsplaetze.{parameters.format}"
    return respond(
        request,
        Representation(make(city, today=today), MEDIA_TYPES[parameters.format]),
        {"Content-Disposition": f'attachment; filename="{name}"'},
    )
