"""Index: where everything is."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.conditional import represent, respond
from stellenbund.api.dependencies import NO_PARAMETERS
from stellenbund.api.opening_page import TERMS, TERMS_DE
from stellenbund.api.responses import kept
from stellenbund.api.schemas.index import IndexOut

router = APIRouter(tags=["Service"], dependencies=[NO_PARAMETERS])


@router.get(
    "/",
    operation_id="getIndex",
    summary="Find your way",
    response_model=IndexOut,
    responses=kept(422),
)
def index(request: Request) -> Response:
    """The addresses of all resources, and how the openings may be used."""
    return respond(request, represent(IndexOut(terms=TERMS, terms_de=TERMS_DE)))
