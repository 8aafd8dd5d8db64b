"""Access: whoever asks for more than is published says with a token who that is."""

import hmac
import re
from datetime import datetime
from typing import Annotated, Any

from fastapi import Depends
from pydantic import SecretStr
from starlette.requests import Request

from stellenbund.api.dependencies import EngineDep, NowDep
from stellenbund.api.errors import ForbiddenError, NoTokenError
from stellenbund.domain.access import OPERATOR, Caller, Verb
from stellenbund.domain.token import unknown
from stellenbund.domain.token_text import fingerprint
from stellenbund.flows.admission import admit
from stellenbund.store.database import Database

SCHEME = "token"
SECURITY_SCHEMES: dict[str, Any] = {
    SCHEME: {
        "type": "http",
        "scheme": "bearer",
        "description": "A token of a city or of the operator, as `stellenbund token create` gives "
        "it out, or the operator's key as set in STELLENBUND_OPERATOR_KEY of the service",
    }
}
SECURED: dict[str, Any] = {"security": [{SCHEME: []}]}
"""What the contract says of an operation that needs a token."""

_CLOSED = re.compile(
    r"/v1/(?:runs/[^/]*/(?:release|reject|changes)|(?:cities/[^/]*/)?audit"
    r"|webhooks(?:/[^/]*(?:/(?:replay|ping))?)?"
    r"|cities/[^/]*/(?:corrections(?:/[^/]*(?:/answer)?)?|questions|openings/[^/]*/(?:hide|show)"
    r"|uploads(?:/[^/]*(?:/(?:report|file|commit|undo))?)?))"
)


def needs_token(path: str) -> bool:
    """Say whether what stands at *path* is not for everybody, so for no page of another origin.

    >>> needs_token("/v1/runs/17/release"), needs_token("/v1/runs/17")
    (True, False)
    """
    return _CLOSED.fullmatch(path) is not None


def bearer_of(authorization: str) -> str | None:
    """Return what an Authorization header carries as a bearer token, or ``None``.

    >>> bearer_of("bearer geheim"), bearer_of("Basic geheim")
    ('geheim', None)
    """
    scheme, _, token = authorization.partition(" ")
    return token.strip() if scheme.casefold() == "bearer" else None


async def _carried(request: Request) -> str:
    """Return the token that a request carries; nothing of it is ever written down."""
    given = request.headers.get("authorization")
    if given is None:
        raise NoTokenError
    token = bearer_of(given)
    if token is None:
        raise unknown()
    return token


def _caller(
    request: Request, token: Annotated[str, Depends(_carried)], engine: EngineDep, now: NowDep
) -> Caller:
    """Return who asks; being no coroutine, it may wait for the database in a thread of its own.

    It lets go of its connection before the route asks for another, so none waits for the other.
    """
    return caller_with(token, request.app.state.operator_key, engine, now)


def caller_with(token: str, key: SecretStr | None, engine: Database, now: datetime) -> Caller:
    """Return who asks with *token*, which may be the operator's *key*.

    Raises:
        TokenRefusedError: it is misspelled, unknown, expired or revoked.
    """
    if key is not None and _is_same(token, key.get_secret_value()):
        return OPERATOR
    return admit(engine, token, now)


def _is_same(one: str, other: str) -> bool:
    """Compare two secrets; their digests take the same time, however much is right."""
    return hmac.compare_digest(fingerprint(one), fingerprint(other))


def demand(caller: Caller, verb: Verb, city: str | None) -> Caller:
    """Return *caller* if they may do *verb* in the matters of *city*, or of all for ``None``.

    Raises:
        ForbiddenError: they may not; it says what is missing.
    """
    lack = caller.grant.lack(verb, city)
    if lack is not None:
        raise ForbiddenError(caller.grant, lack, verb, city)
    return caller


CallerDep = Annotated[Caller, Depends(_caller)]
KNOWN_CALLER = Depends(_caller)
"""For a whole router: nobody learns anything there who has no good token."""
