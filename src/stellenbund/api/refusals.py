"""Refusals: who may not do what they ask for is told what is missing."""

from collections.abc import Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.access_problems import MISSING_VERB, OPERATOR_ONLY, OTHER_CITY, UNAUTHORIZED
from stellenbund.api.errors import ForbiddenError, NoTokenError
from stellenbund.api.problem_kind import ProblemKind
from stellenbund.api.rendering import describe, render
from stellenbund.api.shown import shown
from stellenbund.domain.access import Lack
from stellenbund.domain.token import TokenRefusedError

CHALLENGE = 'Bearer realm="stellenbund"'
"""How to ask again, as RFC 6750 has it."""


def on_no_token(request: Request, _error: NoTokenError) -> Response:
    """Answer who carries no token."""
    detail = (UNAUTHORIZED.example, UNAUTHORIZED.example_de)
    problem = describe(UNAUTHORIZED, request.scope, detail)
    return render(problem, {"WWW-Authenticate": CHALLENGE})


def on_refused_token(request: Request, error: TokenRefusedError) -> Response:
    """Answer who carries a token that opens nothing."""
    problem = describe(UNAUTHORIZED, request.scope, (error.detail, error.detail_de))
    return render(problem, {"WWW-Authenticate": f'{CHALLENGE}, error="invalid_token"'})


def on_forbidden(request: Request, error: ForbiddenError) -> Response:
    """Answer whose token does not reach that far."""
    kind, english, german = _LACKS[error.lack]
    told = {
        "verb": error.verb,
        "has": error.grant.words,
        "city": shown(error.city),
        "own": error.grant.city,
    }
    detail = (english.format_map(told), german.format_map(told))
    challenge = f'{CHALLENGE}, error="insufficient_scope"'
    return render(describe(kind, request.scope, detail), {"WWW-Authenticate": challenge})


_LACKS: Mapping[Lack, tuple[ProblemKind, str, str]] = {
    Lack.OPERATOR: (
        OPERATOR_ONLY,
        "This is for the operator; the token is for the city {own}.",
        "Das ist Sache des Betreibers; das Token gilt für die Stadt {own}.",
    ),
    Lack.CITY: (
        OTHER_CITY,
        "This belongs to the city {city}; the token is for the city {own}.",
        "Das gehört zur Stadt {city}; das Token gilt für die Stadt {own}.",
    ),
    Lack.VERB: (
        MISSING_VERB,
        "This needs the verb “{verb}”; the token has “{has}”.",
        "Dafür ist das Verb „{verb}“ nötig; das Token hat „{has}“.",
    ),
}

REFUSALS: Mapping[type[Exception], Callable[[Request, Any], Response]] = {
    NoTokenError: on_no_token,
    TokenRefusedError: on_refused_token,
    ForbiddenError: on_forbidden,
}
"""Which refusal is answered how."""
