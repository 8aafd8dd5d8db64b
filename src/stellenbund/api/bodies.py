"""Bodies: what a caller sends beside the address, read within a bound and checked."""

import json
from typing import Annotated, Any

from fastapi import Depends
from pydantic import ValidationError
from starlette.requests import Request

from stellenbund.api.errors import BodyError, ParameterError
from stellenbund.api.schemas.decisions import DecisionIn
from stellenbund.api.validation import member_faults

MOST = 10_000
"""Bytes that a body may have; a reason has at most 500 characters."""

DECISION_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "Why, and who decides",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/DecisionIn"}}},
    }
}
"""What the contract says of an operation that takes a decision."""


async def _decision(request: Request) -> DecisionIn:
    """Read the decision that a request carries."""
    try:
        return DecisionIn.model_validate(_read_object(await _content(request)))
    except ValidationError as error:
        raise ParameterError(member_faults(error.errors(), DecisionIn.model_fields)) from error


async def _content(request: Request) -> bytes:
    content = b""
    async for chunk in request.stream():
        content += chunk
        if len(content) > MOST:
            raise BodyError(
                f"The body has more than {MOST} bytes.", f"Der Inhalt hat mehr als {MOST} Bytes."
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


DecisionDep = Annotated[DecisionIn, Depends(_decision)]
