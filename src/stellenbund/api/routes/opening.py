"""Opening: one in full, and those that resemble it."""

import json
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.conditional import respond
from stellenbund.api.dependencies import PictureDep, TodayDep
from stellenbund.api.errors import WithdrawnError
from stellenbund.api.language_parameters import LanguageParameters
from stellenbund.api.links import link_header
from stellenbund.api.negotiation import prefers
from stellenbund.api.opening_parameters import SimilarParameters
from stellenbund.api.questions import refuse_repetitions
from stellenbund.api.representation import Representation
from stellenbund.api.responses import kept
from stellenbund.api.schemas.lines import address_of
from stellenbund.api.schemas.openings import OpeningOut, SimilarOut
from stellenbund.api.shape import Shape
from stellenbund.catalogue.catalogue import Hit
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.job_posting import MEDIA_TYPE, job_posting
from stellenbund.domain.opening import OpeningId
from stellenbund.domain.vocabulary import Status
from stellenbund.flows.kept import Kept, opening_of
from stellenbund.flows.picture import Picture

JSON = "application/json"
VARY = {"Vary": "Accept, Accept-Encoding"}

router = APIRouter(prefix="/v1", tags=["Openings"])


@router.get(
    "/openings/{id}",
    operation_id="getOpening",
    summary="Read one opening in full",
    response_model=OpeningOut,
    responses=kept(404, 410, 422, 503),
)
async def opening(
    request: Request,
    identity: Annotated[
        OpeningId, Path(alias="id", description="Id of the opening", examples=["k7m2x9qa4w"])
    ],
    parameters: Annotated[LanguageParameters, Query()],
    picture: PictureDep,
    today: TodayDep,
) -> Response:
    """All fields of an opening, the source of each value, and its history.

    With `Accept: application/ld+json` a published opening is answered as a schema.org
    `JobPosting`. An address never dies: an opening that is gone answers 410 with what it was and
    where to look on.
    """
    refuse_repetitions(request)
    found = picture.get(identity, today)
    if found is None:
        raise NotFoundError("opening", identity)
    seen = picture.seen(identity)
    if found.status is Status.WITHDRAWN:
        gone = opening_of(found.kept, found.status, seen)
        raise WithdrawnError(gone, picture.successor(identity, today))
    address = address_of(identity)
    links = link_header(canonical=address, related=f"{address}/similar") | VARY
    if prefers(MEDIA_TYPE, JSON, ", ".join(request.headers.getlist("accept"))):
        linked = _linked(found, picture)
        if linked is not None:
            body = Representation(linked, MEDIA_TYPE)
            return respond(request, body, links, as_of=picture.version)
    full = Representation(Shape(language=parameters.lang).full(found, picture), JSON)
    return respond(request, full, links, as_of=picture.version)


@router.get(
    "/openings/{id}/similar",
    operation_id="listSimilarOpenings",
    summary="List openings that resemble one",
    response_model=SimilarOut,
    responses=kept(404, 422, 503),
)
async def similar(
    request: Request,
    identity: Annotated[
        OpeningId, Path(alias="id", description="Id of the opening", examples=["k7m2x9qa4w"])
    ],
    parameters: Annotated[SimilarParameters, Query()],
    picture: PictureDep,
    today: TodayDep,
) -> Response:
    """Published openings for the same or a related profession, of the same kind and year first.

    An opening that is gone has some too.
    """
    refuse_repetitions(request)
    if picture.get(identity, today) is None:
        raise NotFoundError("opening", identity)
    shape = Shape(language=parameters.lang)
    hits = picture.catalogue.similar(identity, today, limit=parameters.limit)
    lines = b",".join(shape.line(hit, picture).content for hit in hits)
    body = Representation(b'{"items":[%b]}' % lines, JSON)
    links = link_header(up=address_of(identity))
    return respond(request, body, links, as_of=picture.version)


def _linked(found: Hit[Kept], picture: Picture) -> bytes | None:
    """Return *found* as linked data; ``None``: nobody can apply for it any more."""
    if found.status is not Status.PUBLISHED:
        return None
    told = opening_of(found.kept, found.status, picture.seen(found.id))
    city = picture.register.cities.get(told.city)
    if city is None:
        return None
    posting: dict[str, Any] = job_posting(told, city, address_of(found.id))
    return json.dumps(posting, ensure_ascii=False).encode()
