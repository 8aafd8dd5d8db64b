"""Bodies: what a caller sends beside the address, read within a bound and checked."""

import json
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, TypeVar

from fastapi import Depends
from pydantic import BaseModel, ValidationError
from starlette.requests import Request

from stellenbund.api.errors import BodyError, ParameterError
from stellenbund.api.schemas.correcting import AnswerIn, CorrectionsIn, HidingIn
from stellenbund.api.schemas.decisions import DecisionIn
from stellenbund.api.schemas.uploads import CommitIn
from stellenbund.api.schemas.webhooks import ReplayIn, WebhookIn
from stellenbund.api.validation import member_faults

MOST = 10_000
"""Bytes that a body may have; a reason has at most 500 characters."""

MOST_TEXTS = 500_000
"""Bytes that the body may have in which whole texts of an opening are set."""

T = TypeVar("T", bound=BaseModel)


def told(what: str, shape: type[BaseModel], *, is_needed: bool = True) -> dict[str, Any]:
    """Return what the contract says of an operation that takes a body of this *shape*."""
    schema = {"$ref": f"#/components/schemas/{shape.__name__}"}
    content = {"application/json": {"schema": schema}}
    return {"requestBody": {"required": is_needed, "description": what, "content": content}}


DECISION_BODY = told("Why, and who decides", DecisionIn)
CORRECTIONS_BODY = told("What is to be set, or cleared", CorrectionsIn)
HIDING_BODY = told("Why it is hidden", HidingIn)
ANSWER_BODY = told("What is answered", AnswerIn)
COMMIT_BODY = told("That much may vanish; without a body it may not", CommitIn, is_needed=False)
WEBHOOK_BODY = told("Where to send what", WebhookIn)
REPLAY_BODY = told("From where on", ReplayIn)


def _carried(
    shape: type[T], *, most: int = MOST, is_needed: bool = True
) -> Callable[[Request], Awaitable[T]]:
    """Return how a body of this *shape*, of at most so many bytes, is read from a request.

    Where none *is needed*, one without a byte says nothing.
    """

    async def read(request: Request) -> T:
        try:
            content = await _content(request, most)
            said = _read_object(content) if content or is_needed else {}
            return shape.model_validate(said)
        except ValidationError as error:
            raise ParameterError(member_faults(error.errors(), shape.model_fields)) from error

    return read


async def _content(request: Request, most: int) -> bytes:
    content = b""
    async for chunk in request.stream():
        content += chunk
        if len(content) > most:
            raise BodyError(
                f"The body has more than {most} bytes.", f"Der Inhalt hat mehr als {most} Bytes."
            )
    return content


def _read_object(content: bytes) -> dict[str, Any]:
    try:
        document = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BodyError("The body is no JSON.", "Der Inhalt ist kein JSON.") from error
    if not isinstance(document, dict):
        raise BodyError("The body is no JSON object.", "Der Inhalt ist kein JSON-Objekt.")
    return document


DecisionDep = Annotated[DecisionIn, Depends(_carried(DecisionIn))]
CorrectionsDep = Annotated[CorrectionsIn, Depends(_carried(CorrectionsIn, most=MOST_TEXTS))]
HidingDep = Annotated[HidingIn, Depends(_carried(HidingIn))]
AnswerDep = Annotated[AnswerIn, Depends(_carried(AnswerIn))]
WebhookDep = Annotated[WebhookIn, Depends(_carried(WebhookIn))]
ReplayDep = Annotated[ReplayIn, Depends(_carried(ReplayIn))]
CommitDep = Annotated[CommitIn, Depends(_carried(CommitIn, is_needed=False))]
