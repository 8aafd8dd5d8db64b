"""Audit: who did what, read by the city that it concerns or by the operator."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.access import KNOWN_CALLER, SECURED, CallerDep, demand
from stellenbund.api.conditional import respond_once
from stellenbund.api.dependencies import EngineDep
from stellenbund.api.paging import before
from stellenbund.api.parameters import AuditParameters
from stellenbund.api.questions import refuse_repetitions
from stellenbund.api.responses import problems
from stellenbund.api.schemas.audit import AuditEntryOut, AuditOut
from stellenbund.api.values import Printable
from stellenbund.domain.access import Caller, Verb
from stellenbund.domain.audit import AuditQuery, LoggedEntry
from stellenbund.store.audit import list_audit
from stellenbund.store.cities import find_city
from stellenbund.store.database import reading

router = APIRouter(prefix="/v1", tags=["Audit"], dependencies=[KNOWN_CALLER])

CityPath = Annotated[Printable, Path(description="Slug of the city", examples=["bochum"])]
Parameters = Annotated[AuditParameters, Query()]


def _reader(city: CityPath, caller: CallerDep) -> Caller:
    return demand(caller, Verb.READ_OWN, city)


def _operator(caller: CallerDep) -> Caller:
    return demand(caller, Verb.READ_OWN, None)


@router.get(
    "/cities/{city}/audit",
    operation_id="listCityAudit",
    summary="Read what was done in the matters of a city",
    response_model=AuditOut,
    responses=problems(401, 403, 404, 422, 503),
    dependencies=[Depends(_reader)],
    openapi_extra=SECURED,
)
def city_audit(
    request: Request, city: CityPath, parameters: Parameters, engine: EngineDep
) -> Response:
    """What persons and programs did in the matters of the city, newest first."""
    refuse_repetitions(request)
    with reading(engine) as session:
        slug = find_city(session, city).slug
        found = list_audit(session, _query(parameters, city=slug))
    return _page(request, found, parameters.limit)


@router.get(
    "/audit",
    operation_id="listAudit",
    summary="Read everything that was done",
    response_model=AuditOut,
    responses=problems(401, 403, 422, 503),
    dependencies=[Depends(_operator)],
    openapi_extra=SECURED,
)
def whole_audit(request: Request, parameters: Parameters, engine: EngineDep) -> Response:
    """What persons and programs did, for any city and for the operator, newest first."""
    refuse_repetitions(request)
    with reading(engine) as session:
        found = list_audit(session, _query(parameters, city=None))
    return _page(request, found, parameters.limit)


def _query(parameters: AuditParameters, *, city: str | None) -> AuditQuery:
    """Ask for one entry more than is shown, to know whether there are older ones."""
    return AuditQuery(city=city, before=parameters.before, limit=parameters.limit + 1)


def _page(request: Request, found: tuple[LoggedEntry, ...], limit: int) -> Response:
    shown = found[:limit]
    older = before(request, shown[-1].id) if len(found) > limit else None
    return respond_once(AuditOut(items=tuple(map(AuditEntryOut.of, shown)), next=older))
