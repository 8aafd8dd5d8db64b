"""Audit: who did what in the matters of a city."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.domain.audit import AuditQuery
from stellenbund.site.doors import ReaderDep
from stellenbund.site.means import MeansDep
from stellenbund.site.rendering import page
from stellenbund.store.audit import list_audit
from stellenbund.store.database import reading
from stellenbund.store.sources import list_sources

router = APIRouter(prefix="/stadt/{city}")

SHOWN = 50
"""Entries on a page."""


@router.get("/protokoll")
def audit_page(
    request: Request,
    inside: ReaderDep,
    means: MeansDep,
    vor: Annotated[int | None, Query(ge=1)] = None,
) -> Response:
    """Show what people and programs did, newest first."""
    query = AuditQuery(city=inside.city.slug, before=vor, limit=SHOWN + 1)
    with reading(means.engine) as session:
        found = list_audit(session, query)
        states = list_sources(session, city=inside.city.slug)
    shown = found[:SHOWN]
    older = shown[-1].id if len(found) > SHOWN else None
    names = {f"{inside.city.slug}/{each.source.key}": each.source.name for each in states}
    return page(request, "audit", entries=shown, older=older, sources=names)
