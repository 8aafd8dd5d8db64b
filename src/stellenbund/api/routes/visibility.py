"""Visibility: a city hides an opening and shows it again."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from stellenbund.api.access import KNOWN_CALLER, SECURED
from stellenbund.api.bodies import HIDING_BODY, HidingDep
from stellenbund.api.conditional import respond_once
from stellenbund.api.dependencies import NO_PARAMETERS, EngineDep
from stellenbund.api.responses import problems
from stellenbund.api.routes.audit import CityPath
from stellenbund.api.routes.corrections import SignatureDep
from stellenbund.api.schemas.corrections import VisibilityOut
from stellenbund.domain.opening import OpeningId
from stellenbund.flows import correct as flow
from stellenbund.store.database import writing
from stellenbund.store.openings import get_opening

router = APIRouter(
    prefix="/v1/cities/{city}/openings/{id}",
    tags=["Corrections"],
    dependencies=[KNOWN_CALLER, NO_PARAMETERS],
)

OpeningPath = Annotated[
    OpeningId, Path(alias="id", description="Id of the opening", examples=["k7m2x9qa4w"])
]


@router.post(
    "/hide",
    operation_id="hideOpening",
    summary="Hide an opening",
    response_model=VisibilityOut,
    responses=problems(400, 401, 403, 404, 422, 503),
    openapi_extra=SECURED | HIDING_BODY,
)
def hide(
    city: CityPath,
    opening: OpeningPath,
    signature: SignatureDep,
    said: HidingDep,
    engine: EngineDep,
) -> Response:
    """Hold it back from every public answer, whatever its sources say, until it is shown again.

    Why and by whom is kept for the city, in its corrections and its audit.
    """
    noted = replace(signature, note=said.note)
    with writing(engine) as session:
        flow.hide(session, city, opening, noted)
        hidden = get_opening(session, opening, signature.at)
    return respond_once(VisibilityOut.of(hidden))


@router.post(
    "/show",
    operation_id="showOpening",
    summary="Show a hidden opening again",
    response_model=VisibilityOut,
    responses=problems(401, 403, 404, 422, 503),
    openapi_extra=SECURED,
)
def show(
    city: CityPath,
    opening: OpeningPath,
    signature: SignatureDep,
    engine: EngineDep,
) -> Response:
    """Let it be public again as its sources have it by now; one that is not hidden stays as it is.

    If none of them speaks of it any more, it is withdrawn.
    """
    with writing(engine) as session:
        shown = flow.show(session, city, opening, signature)
    return respond_once(VisibilityOut.of(shown))
