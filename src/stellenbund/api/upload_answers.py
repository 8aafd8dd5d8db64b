"""Upload answers: every exception that a city's file can cause, and the problem it becomes."""

from collections.abc import Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.errors import FileTooLargeError, NoConditionError
from stellenbund.api.problem_kind import ProblemKind
from stellenbund.api.rendering import describe, render
from stellenbund.api.schemas.problem import ParameterFault
from stellenbund.api.upload_problems import (
    ALREADY_COMMITTED,
    CONDITION_NEEDED,
    CONSENT_NEEDED,
    EMPTIES,
    FILE_DROPPED,
    FILE_TOO_LARGE,
    KEY_REUSED,
    NOT_NEWEST,
    NOTHING_TO_UNDO,
    PREVIEW_OUTDATED,
    SAME_FILE_WAITS,
    UNREADABLE_FILE,
    UPLOAD_CLOSED,
)
from stellenbund.domain import upload_errors as errors
from stellenbund.feeds.errors import FeedError

_TOO_LARGE = "limit.bytes"

KINDS: Mapping[type[errors.UploadRefusedError], ProblemKind] = {
    errors.TwinError: SAME_FILE_WAITS,
    errors.KeyReusedError: KEY_REUSED,
    errors.PreviewOutdatedError: PREVIEW_OUTDATED,
    errors.ConsentNeededError: CONSENT_NEEDED,
    errors.EmptiesError: EMPTIES,
    errors.AlreadyCommittedError: ALREADY_COMMITTED,
    errors.UploadClosedError: UPLOAD_CLOSED,
    errors.NotCommittedError: NOTHING_TO_UNDO,
    errors.NotNewestError: NOT_NEWEST,
    errors.ForgottenError: FILE_DROPPED,
}


def on_refused(request: Request, error: errors.UploadRefusedError) -> Response:
    """Answer who wants to do with an upload what cannot be done with it."""
    problem = describe(KINDS[type(error)], request.scope, (error.detail, error.detail_de))
    if isinstance(error, errors.TwinError):
        address = f"/v1/cities/{error.twin.city}/uploads/{error.twin.id}"
        return render(problem, {"Location": address})
    return render(problem)


def on_feed(request: Request, error: FeedError) -> Response:
    """Answer whose file cannot be read at all."""
    if error.rule == _TOO_LARGE:
        return on_too_large(request, FileTooLargeError())
    detail = (f"The file cannot be read, by the rule {error.rule}.", str(error))
    fault = ParameterFault(parameter="file", rule=error.rule, detail=detail[0], detail_de=detail[1])
    return render(describe(UNREADABLE_FILE, request.scope, detail, (fault,)))


def on_too_large(request: Request, _error: FileTooLargeError) -> Response:
    """Answer whose file is larger than any that is read."""
    detail = (FILE_TOO_LARGE.example, FILE_TOO_LARGE.example_de)
    return render(describe(FILE_TOO_LARGE, request.scope, detail), {"Connection": "close"})


def on_no_condition(request: Request, _error: NoConditionError) -> Response:
    """Answer who commits without saying which preview."""
    detail = (CONDITION_NEEDED.example, CONDITION_NEEDED.example_de)
    return render(describe(CONDITION_NEEDED, request.scope, detail))


UPLOAD_ANSWERS: Mapping[type[Exception], Callable[[Request, Any], Response]] = {
    errors.UploadRefusedError: on_refused,
    FeedError: on_feed,
    FileTooLargeError: on_too_large,
    NoConditionError: on_no_condition,
}
"""Which of them is answered how."""
