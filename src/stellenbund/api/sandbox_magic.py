"""Sandbox magic: ids that force an answer which otherwise comes at bad moments only."""

import re
from collections.abc import Mapping

from starlette.types import ASGIApp, Scope

from stellenbund.api.complaints import BrokenRule, broken
from stellenbund.api.head import HeadAsGet
from stellenbund.api.headers import ALLOWANCE, PublicHeaders
from stellenbund.api.limits import refusal
from stellenbund.api.problem_kind import ProblemKind
from stellenbund.api.problems import (
    INVALID_VALUE,
    METHOD_NOT_ALLOWED,
    UNAVAILABLE,
    UNDECIDABLE,
)
from stellenbund.api.quota import Quota
from stellenbund.api.rendering import describe, render
from stellenbund.api.schemas.problem import ParameterFault

NOW = "X-Sandbox-Now"

SLOW = "sandboxzzz"
DELAY = 5
"""Seconds that the opening ``SLOW`` keeps its readers waiting."""

ONCE_TOO_OFTEN = "sandbox429"

FORCED: Mapping[str, ProblemKind] = {
    "sandbox4o9": UNDECIDABLE,
    "sandbox422": INVALID_VALUE,
    "sandbox5o3": UNAVAILABLE,
}
"""Ids have neither 0 nor 1, so o and l stand for them; 404 and 410 come about by themselves."""

PATIENCE = 2
"""After how many seconds one may ask again."""

_RETRY = {"Retry-After": str(PATIENCE)}
_QUOTA = Quota("address", 120)
_USED_UP = (-1, PATIENCE)
_FAULT = ParameterFault(
    parameter="limit",
    value="101",
    rule="range",
    detail=INVALID_VALUE.example,
    detail_de=INVALID_VALUE.example_de,
    allowed=("100 or less",),
)
_MOMENT = BrokenRule(
    code="instant",
    allowed="YYYY-MM-DDThh:mm:ssZ",
    english="must be an instant of the years 2000 to 2100 such as 2026-11-25T11:00:00Z",
    german="muss ein Zeitpunkt der Jahre 2000 bis 2100 sein wie 2026-11-25T11:00:00Z",
)
_ADDRESS = re.compile(r"/v1/openings/([a-z2-9]{10})(?:/similar)?")


def id_in(path: str) -> str:
    """Return the id of the opening that *path* leads to; empty: it leads to none.

    >>> id_in("/v1/openings/sandbox429/similar"), id_in("/v1/cities")
    ('sandbox429', '')
    """
    found = _ADDRESS.fullmatch(path)
    return found[1] if found else ""


def forced(identity: str, scope: Scope) -> ASGIApp | None:
    """Return the answer that *identity* forces, if it does."""
    if identity == ONCE_TOO_OFTEN:
        scope[ALLOWANCE] = _QUOTA.headers(_USED_UP)
        return refusal(_QUOTA, _USED_UP)
    kind = FORCED.get(identity)
    if kind is None:
        return None
    headers = _RETRY if kind is UNAVAILABLE else {}
    faults = (_FAULT,) if kind is INVALID_VALUE else ()
    return _no(kind, scope, (kind.example, kind.example_de), headers, faults)


def only_read(scope: Scope) -> ASGIApp:
    """Return the answer to whoever wants to change something."""
    told = ("The sandbox can only be read.", "Der Spielplatz lässt sich nur lesen.")
    return _no(METHOD_NOT_ALLOWED, scope, told, {"Allow": "GET, HEAD, OPTIONS"})


def no_moment(scope: Scope, text: str) -> ASGIApp:
    """Return the answer to a clock that cannot be set to *text*."""
    fault = broken(NOW, text, _MOMENT)
    return _no(INVALID_VALUE, scope, (fault.detail, fault.detail_de), {}, (fault,))


def away(scope: Scope) -> ASGIApp:
    """Return the answer while there is no place for the sandbox."""
    told = (
        "The sandbox has no place for its database.",
        "Der Spielplatz hat keinen Platz für seine Datenbank.",
    )
    return _no(UNAVAILABLE, scope, told, _RETRY)


def _no(
    kind: ProblemKind,
    scope: Scope,
    told: tuple[str, str],
    headers: Mapping[str, str],
    faults: tuple[ParameterFault, ...] = (),
) -> ASGIApp:
    return PublicHeaders(HeadAsGet(render(describe(kind, scope, told, faults), headers)))
