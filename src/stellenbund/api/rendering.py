"""Rendering: a problem becomes bytes, whatever it holds."""

import json
from collections.abc import Mapping
from urllib.parse import quote

from starlette.responses import Response
from starlette.types import Scope

from stellenbund.api.problem_kind import ProblemKind
from stellenbund.api.schemas.problem import ParameterFault, Problem

MEDIA_TYPE = "application/problem+json"
LISTED = 20
"""How many faults one problem lists."""

_ALIVE_IN_HTML = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def describe(
    kind: ProblemKind,
    scope: Scope,
    detail: tuple[str, str],
    faults: tuple[ParameterFault, ...] = (),
) -> Problem:
    """Return a problem of *kind* for the request of *scope*; *detail* in English and German."""
    return Problem(
        type=kind.path,
        title=kind.title,
        title_de=kind.title_de,
        status=kind.status,
        detail=detail[0],
        detail_de=detail[1],
        instance=instance(scope),
        errors=faults[:LISTED],
    )


def instance(scope: Scope) -> str:
    """Return the path of a request, percent-encoded and clipped; the query stays out of it."""
    return quote(scope.get("path", "")[:100], errors="replace")


def render(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """Return the answer that carries *problem*.

    Nothing in the JSON is alive in HTML, a lone surrogate is escaped, and nobody may keep it.
    """
    text = json.dumps(problem.model_dump(mode="json"), ensure_ascii=False).translate(_ALIVE_IN_HTML)
    return Response(
        text.encode(errors="backslashreplace"),
        status_code=problem.status,
        media_type=MEDIA_TYPE,
        headers={"Cache-Control": "no-store", **(headers or {})},
    )
