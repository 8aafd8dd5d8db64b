"""Upload callers: who acts upon the files of a city; it is known before any body is read."""

import hashlib
from dataclasses import replace
from typing import Annotated, NamedTuple

from fastapi import Depends, Header
from pydantic import ValidationError
from starlette.requests import Request

from stellenbund.api.access import CallerDep, demand
from stellenbund.api.bodies import CommitDep
from stellenbund.api.complaints import BrokenRule, broken
from stellenbund.api.dependencies import NewIdDep
from stellenbund.api.errors import NoConditionError, ParameterError
from stellenbund.api.routes.audit import CityPath
from stellenbund.domain.access import Caller, Verb
from stellenbund.domain.request_key import RequestKey
from stellenbund.flows.acting import Acting

_KEY = "Idempotency-Key"
_KEY_RULE = BrokenRule(
    code="length",
    allowed="1 to 255 printable ASCII characters without a blank",
    english="must have 1 to 255 printable ASCII characters without a blank",
    german="muss 1 bis 255 druckbare ASCII-Zeichen ohne Leerzeichen haben",
)

KeyHeader = Annotated[
    str | None,
    Header(
        alias=_KEY,
        description="A name for this request, so that it is carried out once however often it "
        "comes; kept for 7 days",
        examples=["nightly-2026-11-25"],
    ),
]
MatchHeader = Annotated[
    str | None,
    Header(
        alias="If-Match",
        description="The ETag of the preview that is agreed to",
        examples=['"9f86d081884c7d659a2feaa0c55ad015"'],
    ),
]


async def _reader(city: CityPath, caller: CallerDep) -> Caller:
    return demand(caller, Verb.READ_OWN, city)


async def _acting(request: Request, city: CityPath, caller: CallerDep, new_id: NewIdDep) -> Acting:
    by = demand(caller, Verb.UPLOAD, city)
    state = request.app.state
    return Acting(by=by, clock=state.clock, new_id=new_id, letterhead=state.letterhead)


def with_key(acting: Acting, key: str | None, *, digest: str) -> Acting:
    """Return *acting* with the key of a request that asks for what *digest* tells.

    Raises:
        ParameterError: the key is none.
    """
    if key is None:
        return acting
    try:
        return replace(acting, key=RequestKey(key=key, digest=digest))
    except ValidationError as error:
        raise ParameterError([broken(_KEY, key, _KEY_RULE)]) from error


ActingDep = Annotated[Acting, Depends(_acting)]


class Agreed(NamedTuple):
    """Who commits, the fingerprint of the preview that they saw, and whether much may vanish."""

    acting: Acting
    fingerprint: str
    is_sure: bool


async def _agreed(
    request: Request,
    acting: ActingDep,
    said: CommitDep,
    if_match: MatchHeader = None,
    key: KeyHeader = None,
) -> Agreed:
    """Return what a commit agrees to.

    Raises:
        NoConditionError: it does not say which preview was seen.
    """
    if not if_match:
        raise NoConditionError
    fingerprint = if_match.strip().removeprefix("W/").strip('"')
    who = with_key(acting, key, digest=_digest(request.url.path, fingerprint, str(said.sure)))
    return Agreed(who, fingerprint, said.sure)


async def _undoing(request: Request, acting: ActingDep, key: KeyHeader = None) -> Acting:
    return with_key(acting, key, digest=_digest(request.url.path))


def _digest(*told: str) -> str:
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


READER = Depends(_reader)
AgreedDep = Annotated[Agreed, Depends(_agreed)]
UndoingDep = Annotated[Acting, Depends(_undoing)]
