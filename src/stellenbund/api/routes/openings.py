"""Openings: the list to search in."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.asking import contract, reader
from stellenbund.api.conditional import respond
from stellenbund.api.cursor import write_cursor
from stellenbund.api.dependencies import picture_of, today_of
from stellenbund.api.direct import DirectRoute
from stellenbund.api.facets import facets_as_json
from stellenbund.api.links import link_header, same_but
from stellenbund.api.opening_page import OpeningPage
from stellenbund.api.opening_parameters import OpeningParameters
from stellenbund.api.opening_questions import question
from stellenbund.api.responses import kept
from stellenbund.api.schemas.opening_page import NextOut, OpeningPageOut
from stellenbund.api.shape import Shape
from stellenbund.api.zero_hits import Instead
from stellenbund.domain.catalogue_query import Bookmark, CatalogueQuery

router = APIRouter(prefix="/v1", tags=["Openings"], route_class=DirectRoute)

_read = reader(OpeningParameters)


@router.get(
    "/openings",
    operation_id="listOpenings",
    summary="Search the openings",
    response_model=OpeningPageOut,
    responses=kept(400, 422, 503, is_paged=True),
    openapi_extra=contract(OpeningParameters),
)
async def openings(request: Request) -> Response:
    """The openings that match all filters, newest first; without any filter, all published ones.

    Texts are left out here; each opening's `url` leads to it in full. Follow `next.url` (or the
    Link header) until it is null: openings that appear meanwhile never shift the pages.
    """
    parameters, picture, today = _read(request), picture_of(request), today_of(request)
    asked = question(request, parameters, picture.register)
    found = picture.catalogue.find(asked, today)
    shape = Shape(parameters.fields, parameters.lang)
    following = _next(request, asked, found.next) if found.next else None
    instead = None
    if not found.total:
        help_ = picture.catalogue.help(asked, today)
        instead = Instead(request, asked, picture.register).of(help_)
    page = OpeningPage(
        lines=[shape.line(hit, picture) for hit in found.hits],
        total=found.total,
        next=following,
        facets=facets_as_json(found.facets, picture.register, parameters.lang)
        if asked.facets
        else None,
        unheeded=found.unheeded,
        help=instead,
        is_sample=any(hit.kept.is_sample for hit in found.hits),
    )
    links = link_header(next=following.url if following else None)
    return respond(request, page.represented(), links, as_of=picture.version)


def _next(request: Request, asked: CatalogueQuery, end: Bookmark) -> NextOut:
    """Return the way to the page after *end*: the same parameters with another cursor."""
    cursor = write_cursor(end, asked)
    return NextOut(url=same_but(request, cursor=cursor), cursor=cursor)
