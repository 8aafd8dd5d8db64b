"""Openings: the list to search in, and each one in full."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.conditional import represent, respond
from stellenbund.api.cursor import write_cursor
from stellenbund.api.dependencies import NO_PARAMETERS, EngineDep, NowDep
from stellenbund.api.errors import WithdrawnError
from stellenbund.api.parameters import OpeningParameters
from stellenbund.api.questions import question
from stellenbund.api.responses import kept
from stellenbund.api.schemas.openings import NextOut, OpeningLineOut, OpeningOut, OpeningPageOut
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.opening import OpeningId
from stellenbund.domain.query import OpeningQuery
from stellenbund.domain.vocabulary import Status
from stellenbund.store.adverts import successor
from stellenbund.store.database import reading
from stellenbund.store.openings import (
    OpeningPage,
    find_openings,
    get_opening,
    opening_history,
)
from stellenbund.store.sources import list_sources

TERMS = (
    "Each opening belongs to the city that offers it. Where an opening states a licence, it "
    "holds; where it states an attribution, name it. Check the source before you rely on a date."
)
TERMS_DE = (
    "Jede Stelle gehört der Stadt, die sie anbietet. Steht bei einer Stelle eine Lizenz, so gilt "
    "sie; steht dort eine Namensnennung, so ist sie zu nennen. Verbindlich ist die Quelle."
)

router = APIRouter(prefix="/v1", tags=["Openings"])


@router.get(
    "/openings",
    operation_id="listOpenings",
    summary="Search the openings",
    response_model=OpeningPageOut,
    responses=kept(400, 422, 503, is_paged=True),
)
def openings(
    request: Request,
    parameters: Annotated[OpeningParameters, Query()],
    engine: EngineDep,
    now: NowDep,
) -> Response:
    """The openings that match all filters, newest first; without any filter, all published ones.

    Texts are left out here; each opening's `url` leads to it in full. Follow `next.url` (or the
    Link header) until it is null: openings that appear meanwhile never shift the pages.
    """
    with reading(engine) as session:
        asked = question(request, parameters, session, now)
        page = find_openings(session, asked, now)
    following = _next(request, asked, page)
    body = OpeningPageOut(
        items=tuple(OpeningLineOut.of(opening) for opening in page.items),
        total=page.total,
        next=following,
        sample=any(opening.sample for opening in page.items),
        terms=TERMS,
        terms_de=TERMS_DE,
    )
    links = {"Link": f'<{following.url}>; rel="next"'} if following else {}
    return respond(request, represent(body), links)


@router.get(
    "/openings/{id}",
    operation_id="getOpening",
    summary="Read one opening in full",
    response_model=OpeningOut,
    responses=kept(404, 410, 422, 503),
    dependencies=[NO_PARAMETERS],
)
def opening(
    request: Request,
    identity: Annotated[
        OpeningId, Path(alias="id", description="Id of the opening", examples=["k7m2x9qa4w"])
    ],
    engine: EngineDep,
    now: NowDep,
) -> Response:
    """All fields of an opening, the source of each value, and its history.

    An address never dies: an opening that is gone answers 410 with what it was and where to look
    on.
    """
    with reading(engine) as session:
        found = get_opening(session, identity, now)
        history = opening_history(session, identity)
        following = successor(session, identity) if found.status is Status.WITHDRAWN else None
        sources = [state.source for state in list_sources(session, city=found.city)]
    if found.status is Status.HELD:
        raise NotFoundError("opening", identity)
    if found.status is Status.WITHDRAWN:
        raise WithdrawnError(found, history[-1], following)
    return respond(request, represent(OpeningOut.of(found, history, sources)))


def _next(request: Request, asked: OpeningQuery, page: OpeningPage) -> NextOut | None:
    """Return the way to the page after *page*: the same parameters with another cursor."""
    if page.next is None:
        return None
    cursor = write_cursor(page.next, asked)
    kept = [pair for pair in request.query_params.multi_items() if pair[0] != "cursor"]
    return NextOut(
        url=f"{request.url.path}?{urlencode([*kept, ('cursor', cursor)])}", cursor=cursor
    )
