"""Answers: every exception that can reach the edge, and the problem it becomes."""

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.complaints import kind_of, uncorrectable, unknown_value
from stellenbund.api.copy_answers import COPY_ANSWERS
from stellenbund.api.copy_problems import UNKNOWN_WEBHOOK
from stellenbund.api.correction_problems import UNASKED, UNKNOWN_CORRECTION
from stellenbund.api.errors import (
    BodyError,
    NotReadyError,
    ParameterError,
    WithdrawnError,
)
from stellenbund.api.methods import allowed_methods
from stellenbund.api.near import near
from stellenbund.api.problems import (
    INVALID_BODY,
    METHOD_NOT_ALLOWED,
    REFUSED,
    UNAVAILABLE,
    UNDECIDABLE,
    UNKNOWN_ADDRESS,
    UNKNOWN_CITY,
    UNKNOWN_OPENING,
    UNKNOWN_REFERENCE,
    UNKNOWN_RUN,
    WITHDRAWN,
)
from stellenbund.api.refusals import REFUSALS
from stellenbund.api.rendering import describe, render
from stellenbund.api.schemas.problem import ParameterFault, WithdrawnProblem
from stellenbund.api.shown import shown
from stellenbund.api.upload_answers import UPLOAD_ANSWERS
from stellenbund.api.upload_problems import UNKNOWN_UPLOAD
from stellenbund.api.validation import faults_of
from stellenbund.domain.correction_parts.fault import UnaskedError, UncorrectableError
from stellenbund.domain.decision import UndecidableError
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.why import UnknownReferenceError
from stellenbund.store.database import DATABASE_ERRORS

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
    """Answer a question about an opening, a city or a run that never was."""
    name = shown(error.name)
    kind, english, german = _ABSENT.get(error.what, _NO_OPENING)
    detail = (english.format(name=name), german.format(name=name))
    return render(describe(kind, request.scope, detail))


_NO_OPENING = (
    UNKNOWN_OPENING,
    "No opening has the id “{name}”.",
    "Eine Ausbildungsstelle mit der Kennung „{name}“ gibt es nicht.",
)
_ABSENT = {
    "city": (
        UNKNOWN_CITY,
        "No city is called “{name}”.",
        "Eine Stadt „{name}“ gibt es hier nicht.",
    ),
    "correction": (
        UNKNOWN_CORRECTION,
        "No correction has the number {name}.",
        "Eine Berichtigung mit der Nummer {name} gibt es nicht.",
    ),
    "upload": (
        UNKNOWN_UPLOAD,
        "The city has no upload “{name}”.",
        "Einen Upload „{name}“ hat die Stadt nicht.",
    ),
    "webhook": (
        UNKNOWN_WEBHOOK,
        "No webhook has the number {name}.",
        "Einen Webhook mit der Nummer {name} gibt es nicht.",
    ),
    "run": (
        UNKNOWN_RUN,
        "No run has the number {name}.",
        "Einen Lauf mit der Nummer {name} gibt es nicht.",
    ),
}


def on_unknown_reference(request: Request, error: UnknownReferenceError) -> Response:
    """Answer a question about a record of which nothing is remembered: name those alike."""
    fault = unknown_value("reference", error.reference, error.known)
    name = shown(error.reference)
    english = (
        f"{error.source} showed nothing of its city under “{name}” within the last year: it lists "
        "that under another employer, or not at all."
    )
    german = (
        f"{error.source} hat unter „{name}“ im letzten Jahr nichts von der Stadt gezeigt: Dort "
        "steht es unter einem anderen Arbeitgeber oder gar nicht."
    )
    return render(describe(UNKNOWN_REFERENCE, request.scope, (english, german), (fault,)))


def on_undecidable(request: Request, error: UndecidableError) -> Response:
    """Answer who wants to decide about a run that does not wait for anybody."""
    return render(describe(UNDECIDABLE, request.scope, (error.detail, error.detail_de)))


def on_unasked(request: Request, error: UnaskedError) -> Response:
    """Answer who answers a question that is not asked."""
    return render(describe(UNASKED, request.scope, (error.detail, error.detail_de)))


def on_uncorrectable(request: Request, error: UncorrectableError) -> Response:
    """Answer who wants to set what cannot be set: name each text, and what would be taken."""
    return _faulty(request, [uncorrectable(fault) for fault in error.faults])


def on_body(request: Request, error: BodyError) -> Response:
    """Answer a request whose body cannot be read at all."""
    return render(describe(INVALID_BODY, request.scope, (error.detail, error.detail_de)))


def on_withdrawn(request: Request, error: WithdrawnError) -> Response:
    """Answer a question about an opening that is gone: say what it was and where to look on."""
    opening = error.opening
    again = (" It is advertised again.", " Sie ist neu ausgeschrieben.")
    english, german = again if error.successor else ("", "")
    detail = (
        f"“{opening.title}” is no longer offered.{english}",
        f"„{opening.title}“ wird nicht mehr angeboten.{german}",
    )
    problem = describe(WITHDRAWN, request.scope, detail)
    about = WithdrawnProblem.about(opening, problem, successor=error.successor)
    return render(about)


def on_http(request: Request, error: HTTPException) -> Response:
    """Answer what the router refuses; an OPTIONS that nobody took is a question about methods."""
    if error.status_code == METHOD_NOT_ALLOWED.status:
        return _wrong_method(request, error)
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


def _wrong_method(request: Request, error: HTTPException) -> Response:
    allowed = allowed_methods(request, (error.headers or {}).get("Allow", ""))
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": allowed})
    method = shown(request.method)
    detail = (
        f"{method} is not possible here; {allowed} are.",
        f"{method} ist hier nicht möglich; möglich sind {allowed}.",
    )
    return render(describe(METHOD_NOT_ALLOWED, request.scope, detail), {"Allow": allowed})


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
    UnknownReferenceError: on_unknown_reference,
    UndecidableError: on_undecidable,
    UnaskedError: on_unasked,
    UncorrectableError: on_uncorrectable,
    BodyError: on_body,
    **REFUSALS,
    **COPY_ANSWERS,
    **UPLOAD_ANSWERS,
    WithdrawnError: on_withdrawn,
    NotReadyError: on_not_ready,
    HTTPException: on_http,
    **dict.fromkeys(DATABASE_ERRORS, on_database),
}
"""Which exception is answered how; everything else is the last resort's."""
