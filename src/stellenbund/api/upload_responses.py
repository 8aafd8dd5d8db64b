"""Upload responses: what the operations upon a city's files may answer."""

from typing import Any

from stellenbund.api.problem_kind import ProblemKind
from stellenbund.api.problems import KINDS, UNKNOWN_CITY
from stellenbund.api.responses import Responses, problem_of, problems
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
    UNKNOWN_UPLOAD,
    UNREADABLE_FILE,
    UPLOAD_CLOSED,
    UPLOAD_PROBLEMS,
)

_TAG = {
    "ETag": {
        "description": "Fingerprint of what would change and of what it was compared with; send "
        "it as If-Match to commit exactly that",
        "schema": {"type": "string", "examples": ['"9f86d081884c7d659a2feaa0c55ad015"']},
    }
}
_MALFORMED = 422


def looked_up() -> Responses:
    """Return the problems of looking at an upload."""
    return {**problems(401, 403, 422, 503), 404: _absent(), 410: problem_of(FILE_DROPPED)}


def shown(*, status: int = 200) -> Responses:
    """Return a preview with its tag, as an operation answers it that succeeds."""
    return {status: {"description": "The preview", "headers": _TAG}}


def received() -> Responses:
    """Return the problems of receiving a file."""
    return {
        **problems(400, 401, 403, 503),
        404: problem_of(UNKNOWN_CITY),
        409: problem_of(SAME_FILE_WAITS),
        412: problem_of(PREVIEW_OUTDATED),
        413: problem_of(FILE_TOO_LARGE),
        422: _malformed(UNREADABLE_FILE, KEY_REUSED),
    }


def committed() -> Responses:
    """Return the problems of committing an upload."""
    return {
        **problems(400, 401, 403, 503),
        404: _absent(),
        409: problem_of(CONSENT_NEEDED, EMPTIES, ALREADY_COMMITTED, UPLOAD_CLOSED),
        410: problem_of(FILE_DROPPED),
        412: problem_of(PREVIEW_OUTDATED),
        422: _malformed(KEY_REUSED),
        428: problem_of(CONDITION_NEEDED),
    }


def taken_back() -> Responses:
    """Return the problems of taking a commit back."""
    return {
        **problems(401, 403, 503),
        404: _absent(),
        409: problem_of(NOTHING_TO_UNDO, NOT_NEWEST),
        410: problem_of(FILE_DROPPED),
        422: _malformed(KEY_REUSED),
    }


def files(*media_types: str) -> dict[str, Any]:
    """Return what an operation answers that gives out files."""
    binary = {"schema": {"type": "string", "format": "binary"}}
    return {"description": "The file", "content": dict.fromkeys(media_types, binary)}


def _absent() -> dict[str, Any]:
    return problem_of(UNKNOWN_CITY, UNKNOWN_UPLOAD)


def _malformed(*kinds: ProblemKind) -> dict[str, Any]:
    """Return what is answered to any malformed request, and *kinds*."""
    usual = (each for each in KINDS.values() if each.status == _MALFORMED)
    return problem_of(*(each for each in usual if each not in UPLOAD_PROBLEMS), *kinds)
