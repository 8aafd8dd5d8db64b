"""Responses: what each operation may answer, as the contract tells it."""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from stellenbund.api.access_problems import TOO_MANY_REQUESTS
from stellenbund.api.copy_problems import COPY_OUTDATED
from stellenbund.api.problem_kind import ProblemKind
from stellenbund.api.problems import INTERNAL_ERROR, KINDS, UNAVAILABLE, WITHDRAWN
from stellenbund.api.rendering import MEDIA_TYPE, describe
from stellenbund.api.schemas.correcting import AnswerIn, CorrectionsIn, HidingIn
from stellenbund.api.schemas.decisions import DecisionIn
from stellenbund.api.schemas.problem import Elsewhere, Problem, WithdrawnOpening, WithdrawnProblem
from stellenbund.api.schemas.uploads import CommitIn
from stellenbund.api.schemas.webhooks import ReplayIn, WebhookIn
from stellenbund.api.upload_problems import UPLOAD_PROBLEMS

Responses = dict[int | str, dict[str, Any]]

_RETRY = {
    "Retry-After": {
        "description": "After how many seconds to try again",
        "schema": {"type": "integer", "examples": [5]},
    }
}
_ETAG = {
    "ETag": {
        "description": "Fingerprint of exactly this answer; send it as If-None-Match to ask "
        "whether there is anything new",
        "schema": {"type": "string", "examples": ['"5d41402abc4b2a76b9719d911017c592"']},
    },
    "Last-Modified": {
        "description": "When anything public last moved, once that is a minute ago; the ETag is "
        "exact",
        "schema": {"type": "string", "examples": ["Wed, 25 Nov 2026 05:00:00 GMT"]},
    },
    "Cache-Control": {
        "description": "For how many seconds the answer may be used; never beyond midnight in "
        "Europe/Berlin, when deadlines pass",
        "schema": {"type": "string", "examples": ["public, max-age=300"]},
    },
}
_LINK = {
    "Link": {
        "description": "The next page, as rel=next; absent on the last one",
        "schema": {
            "type": "string",
            "examples": ['</v1/openings?city=bochum&cursor=AAZF>; rel="next"'],
        },
    }
}


_RARE = frozenset({COPY_OUTDATED, *UPLOAD_PROBLEMS})
"""What only few operations answer, so that the others of its status do not speak of it."""

BODIES: tuple[type[BaseModel], ...] = (
    DecisionIn,
    CorrectionsIn,
    HidingIn,
    AnswerIn,
    CommitIn,
    WebhookIn,
    ReplayIn,
)
"""The shapes of what a request carries, which the framework does not see."""


def kept(*statuses: int, is_paged: bool = False) -> Responses:
    """Return the answers of an operation that can be asked conditionally, with its problems."""
    headers = _ETAG | (_LINK if is_paged else {})
    return {
        200: {"description": "The answer", "headers": headers},
        304: {"description": "Nothing has changed since the ETag in If-None-Match"},
        **problems(*statuses),
    }


def problems(*statuses: int) -> Responses:
    """Return the problems of an operation; that something goes wrong inside can always be."""
    return {status: _problem(status) for status in (*statuses, INTERNAL_ERROR.status)}


def components() -> dict[str, Any]:
    """Return what problems refer to: their schemas, and an example of each."""
    _, schemas = models_json_schema(
        [
            (Problem, "serialization"),
            (WithdrawnProblem, "serialization"),
            *((shape, "validation") for shape in BODIES),
        ],
        ref_template="#/components/schemas/{model}",
    )
    examples = {
        kind.slug: {"summary": kind.title, "value": _example(kind)} for kind in KINDS.values()
    }
    return {"schemas": schemas["$defs"], "examples": examples}


def _problem(status: int) -> dict[str, Any]:
    kinds = (kind for kind in KINDS.values() if kind.status == status and kind not in _RARE)
    return problem_of(*kinds)


def problem_of(*kinds: ProblemKind) -> dict[str, Any]:
    """Return the answer of an operation that is one of *kinds*, all of one status."""
    model = WithdrawnProblem if WITHDRAWN in kinds else Problem
    content = {
        "schema": {"$ref": f"#/components/schemas/{model.__name__}"},
        "examples": {kind.slug: {"$ref": f"#/components/examples/{kind.slug}"} for kind in kinds},
    }
    return {
        "description": "; ".join(kind.title for kind in kinds),
        "content": {MEDIA_TYPE: content},
        **({"headers": _RETRY} if {UNAVAILABLE, TOO_MANY_REQUESTS} & set(kinds) else {}),
    }


def _example(kind: ProblemKind) -> dict[str, Any]:
    problem = describe(kind, {"path": "/v1/openings"}, (kind.example, kind.example_de))
    told = problem.model_dump(mode="json")
    if kind is WITHDRAWN:
        told |= {"opening": _first_examples(WithdrawnOpening), "links": _first_examples(Elsewhere)}
    return told


def _first_examples(model: type[BaseModel]) -> dict[str, Any]:
    return {name: (field.examples or [None])[0] for name, field in model.model_fields.items()}
