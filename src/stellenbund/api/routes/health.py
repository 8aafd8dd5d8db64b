"""Health: whether the process lives, and whether it can answer questions."""

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from stellenbund.api.dependencies import NO_PARAMETERS, EngineDep
from stellenbund.api.errors import NotReadyError
from stellenbund.api.picture import CurrentPicture
from stellenbund.api.responses import problems
from stellenbund.api.schemas.health import HealthOut, ReadinessOut
from stellenbund.store.database import DATABASE_ERRORS, reading
from stellenbund.store.revision import is_current

UNMIGRATED = (
    "The database does not have the tables of this version; run: stellenbund migrate",
    "Die Datenbank hat nicht die Tabellen dieser Version; bitte ausführen: stellenbund migrate",
)

router = APIRouter(tags=["Service"], dependencies=[NO_PARAMETERS])


@router.get(
    "/healthz",
    operation_id="getHealth",
    summary="Ask for a sign of life",
    response_model=HealthOut,
    responses=problems(422),
)
def health() -> Response:
    """The process answers; nothing else is looked at, so that no restart is ever caused by it."""
    return _fresh(HealthOut())


@router.get(
    "/readyz",
    operation_id="getReadiness",
    summary="Ask whether everything is ready",
    response_model=ReadinessOut,
    responses=problems(422, 503),
)
def readiness(request: Request, engine: EngineDep) -> Response:
    """The openings are at hand, and the database has exactly the tables it should have; else 503.

    While the database is away, what is public is answered as it was: then `database` says so.
    """
    picture: CurrentPicture = request.app.state.picture
    try:
        with reading(engine) as session:
            is_migrated = is_current(session)
    except DATABASE_ERRORS:
        return _ready(picture, "away")
    if not is_migrated:
        raise NotReadyError(*UNMIGRATED)
    return _ready(picture, "answers")


def _ready(picture: CurrentPicture, database: Literal["answers", "away"]) -> Response:
    sequence = picture.latest().pulse.sequence
    return _fresh(ReadinessOut(database=database, fresh=picture.is_fresh, sequence=sequence))


def _fresh(body: BaseModel) -> Response:
    return JSONResponse(body.model_dump(), headers={"Cache-Control": "no-store"})
