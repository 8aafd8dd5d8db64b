"""Pages: the viewers of the contract, the pages about problems, and the files they need."""

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.assets import NAMES, asset
from stellenbund.api.conditional import respond
from stellenbund.api.contract import openapi_document
from stellenbund.api.docs_pages import CONTRACT, Page, redoc_page, swagger_page
from stellenbund.api.problem_pages import index_page, problem_page
from stellenbund.api.problems import KINDS, UNKNOWN_ADDRESS
from stellenbund.api.representation import Representation

router = APIRouter(include_in_schema=False)


@router.get("/docs")
def docs(request: Request) -> Response:
    """Show the contract with a form for each operation."""
    return _show(request, swagger_page())


@router.get("/redoc")
def redoc(request: Request) -> Response:
    """Show the contract as one document."""
    return _show(request, redoc_page())


@router.get(CONTRACT)
def contract(request: Request) -> Response:
    """Return the contract itself."""
    return respond(
        request, Representation(openapi_document(request.app).encode(), "application/json")
    )


@router.get("/problems")
def problems(request: Request) -> Response:
    """List the types of problem."""
    return _show(request, index_page())


@router.get("/problems/{slug}")
def problem(request: Request, slug: str) -> Response:
    """Describe one type of problem."""
    if slug not in KINDS:
        raise HTTPException(UNKNOWN_ADDRESS.status)
    return _show(request, problem_page(KINDS[slug]))


@router.get("/static/{name}")
def static(request: Request, name: str) -> Response:
    """Return a file that a page needs."""
    if name not in NAMES:
        raise HTTPException(UNKNOWN_ADDRESS.status)
    return respond(request, asset(name))


def _show(request: Request, page: Page) -> Response:
    return respond(request, page.representation, {"Content-Security-Policy": page.policy})
