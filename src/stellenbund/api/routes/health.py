"""Health: whether the process lives, and whether it can answer questions."""

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.responses import JSONResponse, Response

from stellenbund.api.dependencies import NO_PARAMETERS, EngineDep
from stellenbund.api.errors import NotReadyError
from stellenbund.api.responses import problems
from stellenbund.api.schemas.health import HealthOut, ReadinessOut
from stellenbund.store.database import reading
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
def readiness(engine: EngineDep) -> Response:
    """The database can be reached and has exactly the tables it should have; else 503."""
    with reading(engine) as session:
        if not is_current(session):
            raise NotReadyError(*UNMIGRATED)
    return _fresh(ReadinessOut())


def _fresh(body: BaseModel) -> Response:
    return JSONResponse(body.model_dump(), headers={"Cache-Control": "no-store"})
