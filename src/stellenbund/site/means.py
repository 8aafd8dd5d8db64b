"""Means: what pages work with – the database, the moment, chance, and nothing global."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from stellenbund.flows.passwords import Passwords
from stellenbund.oidc.relying_party import RelyingParty
from stellenbund.site.cookies import TicketCookie
from stellenbund.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """Everything from outside that a page needs, as the application was given it."""

    engine: Database
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    new_ticket: Callable[[], str]
    passwords: Passwords
    cookie: TicketCookie
    letterhead: str | None
    relying_party: RelyingParty | None


def system_clock() -> datetime:
    """Return the present moment, in UTC."""
    return datetime.now(UTC)


async def _means(request: Request) -> Means:
    state = request.app.state
    return Means(
        engine=state.engine,
        clock=state.clock,
        new_id=state.new_id,
        new_ticket=state.new_ticket,
        passwords=state.passwords,
        cookie=state.cookie,
        letterhead=state.letterhead,
        relying_party=state.relying_party,
    )


MeansDep = Annotated[Means, Depends(_means)]
