"""Answers: every exception that can reach the edge, and the problem it becomes."""

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.complaints import kind_of
from stellenbund.api.errors import NotReadyError, ParameterError, WithdrawnError
from stellenbund.api.near import near
from stellenbund.api.problems import (
    METHOD_NOT_ALLOWED,
    REFUSED,
    UNAVAILABLE,
    UNKNOWN_ADDRESS,
    UNKNOWN_OPENING,
    WITHDRAWN,
)
from stellenbund.api.rendering import describe, render
from stellenbund.api.schemas.problem import ParameterFault, WithdrawnProblem
from stellenbund.api.shown import shown
from stellenbund.api.validation import faults_of
from stellenbund.domain.errors import NotFoundError
from stellenbund.store.database import DATABASE_ERRORS

METHODS = "GET, HEAD, OPTIONS"
"""What every address takes: the API is read-only."""

PATIENCE = {"Retry-After": "5"}
"""After how many seconds a service that was unavailable may be asked again."""

_log = logging.getLogger(__name__)


def on_invalid(request: Request, error: RequestValidationError) -> Response:
    """Answer a request whose parameters the framework refused."""
    return _faulty(request, faults_of(request, error.errors()))


def on_parameters(request: Request, error: ParameterError) -> Response:
    """Answer a request whose parameters the route refused."""
    return _faulty(request, error.faults)


def on_not_found(request: Request, error: NotFoundError) -> Response:
    """Answer a question about an opening that never was."""
    name = shown(error.name)
    detail = (
        f"No opening has the id “{name}”.",
        f"Eine Ausbildungsstelle mit der Kennung „{name}“ gibt es nicht.",
    )
    return render(describe(UNKNOWN_OPENING, request.scope, detail))


def on_withdrawn(request: Request, error: WithdrawnError) -> Response:
    """Answer a question about an opening that is gone: say what it was and where to look on."""
    opening = error.opening
    detail = (
        f"“{opening.title}” is no longer offered.",
        f"„{opening.title}“ wird nicht mehr angeboten.",
    )
    problem = describe(WITHDRAWN, request.scope, detail)
    return render(WithdrawnProblem.about(opening, error.last, problem))


def on_http(request: Request, error: HTTPException) -> Response:
    """Answer what the router refuses; an OPTIONS that nobody took is a question about methods."""
    if error.status_code == METHOD_NOT_ALLOWED.status:
        return _wrong_method(request)
    if error.status_code == UNKNOWN_ADDRESS.status:
        return _nowhere(request)
    detail = ("This request cannot be answered.", "Diese Anfrage lässt sich nicht beantworten.")
    return render(describe(REFUSED, request.scope, detail))


def on_database(request: Request, error: Exception) -> Response:
    """Answer while the database is away; the log names the error, the answer does not."""
    cause = getattr(error, "orig", None) or error
    _log.error("the database did not answer: %s", type(cause).__name__)
    detail = ("The database does not answer.", "Die Datenbank antwortet nicht.")
    return render(describe(UNAVAILABLE, request.scope, detail), PATIENCE)


def on_not_ready(request: Request, error: NotReadyError) -> Response:
    """Answer that the service is not ready to answer anything."""
    detail = (error.detail, error.detail_de)
    return render(describe(UNAVAILABLE, request.scope, detail), PATIENCE)


def _faulty(request: Request, faults: Sequence[ParameterFault]) -> Response:
    first, more = faults[0], len(faults) - 1
    detail = (
        first.detail + (f" ({more} more)" if more else ""),
        first.detail_de + (f" ({more} weitere)" if more else ""),
    )
    return render(describe(kind_of(first), request.scope, detail, tuple(faults)))


def _wrong_method(request: Request) -> Response:
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": METHODS})
    method = shown(request.method)
    detail = (
        f"{method} is not possible here; the API is read-only.",
        f"{method} ist hier nicht möglich; es kann nur gelesen werden.",
    )
    return render(describe(METHOD_NOT_ALLOWED, request.scope, detail), {"Allow": METHODS})


def _nowhere(request: Request) -> Response:
    path = shown(request.scope["path"])
    likely = near(path, request.app.openapi()["paths"])
    english = f" Did you mean “{likely[0]}”?" if likely else ""
    german = f" Ist „{likely[0]}“ gemeint?" if likely else ""
    detail = (
        f"Nothing is at “{path}”.{english}",
        f"Unter „{path}“ gibt es nichts.{german}",
    )
    return render(describe(UNKNOWN_ADDRESS, request.scope, detail))


ANSWERS: Mapping[type[Exception], Callable[[Request, Any], Response]] = {
    RequestValidationError: on_invalid,
    ParameterError: on_parameters,
    NotFoundError: on_not_found,
    WithdrawnError: on_withdrawn,
    NotReadyError: on_not_ready,
    HTTPException: on_http,
    **dict.fromkeys(DATABASE_ERRORS, on_database),
}
"""Which exception is answered how; everything else is the last resort's."""
