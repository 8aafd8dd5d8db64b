"""Limits: who asks more often than there is room for is told to wait."""

from collections.abc import Awaitable, Callable
from time import monotonic

from starlette.types import ASGIApp, Receive, Scope, Send

from stellenbund.api.access import bearer_of
from stellenbund.api.access_problems import TOO_MANY_REQUESTS
from stellenbund.api.allowance import WINDOW, Allowance, Allowances
from stellenbund.api.client_address import client_number, number_of
from stellenbund.api.head import HeadAsGet
from stellenbund.api.headers import ALLOWANCE, PublicHeaders
from stellenbund.api.quota import Quota
from stellenbund.api.rendering import describe, render

COUNTED = ("/v1/", "/sandbox/")
"""What is counted begins so; health, documentation, files and the pages for people are free."""

IsGood = Callable[[str], Awaitable[bool]]
"""Says whether a token is good."""


class Limits:
    """Counts the requests of each client, and refuses those above its quota.

    A good token is counted for itself, wherever it is used. Asking which methods an address takes
    is free: browsers do it of their own accord.
    """

    def __init__(
        self,
        is_good: IsGood,
        *,
        quotas: tuple[int, int],
        proxies: int = 0,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """Let through, each minute, what *quotas* say for an address and for a token."""
        self._is_good, self._proxies = is_good, proxies
        self._address, self._token = map(Quota, ("address", "token"), quotas)
        self._allowances = Allowances(clock)

    def count(self, scope: Scope) -> ASGIApp | None:
        """Count a request for its address; return what answers it, if it is one too many."""
        if not scope["path"].startswith(COUNTED) or scope["method"] == "OPTIONS":
            return None
        return self._counted(self._address, client_number(scope, self._proxies), scope)

    async def count_with(self, authorization: bytes, scope: Scope) -> ASGIApp | None:
        """Count a request with an *authorization*: for its token, if that is good."""
        token = bearer_of(authorization.decode("latin-1"))
        if not token or not await self._is_good(token):
            return self.count(scope)
        if not scope["path"].startswith(COUNTED) or scope["method"] == "OPTIONS":
            return None
        return self._counted(self._token, number_of(token), scope)

    def _counted(self, quota: Quota, client: int, scope: Scope) -> ASGIApp | None:
        if not quota.most:
            return None
        allowance = self._allowances.take(client, quota.most)
        scope[ALLOWANCE] = quota.headers(allowance)
        return refusal(quota, allowance) if allowance[0] < 0 else None


def refusal(quota: Quota, allowance: Allowance) -> ASGIApp:
    """Return what answers a client that has used up its *quota*."""
    _, resets_in = allowance

    async def refuse(scope: Scope, receive: Receive, send: Send) -> None:
        english = (
            f"{quota.most} requests in {WINDOW} seconds are the most for one {quota.name}; "
            f"all of them are there again in {resets_in} seconds."
        )
        german = (
            f"Mehr als {quota.most} Anfragen in {WINDOW} Sekunden sind {_OF[quota.name]} nicht "
            f"möglich; in {resets_in} Sekunden sind es wieder so viele."
        )
        problem = describe(TOO_MANY_REQUESTS, scope, (english, german))
        answer = render(problem, {"Retry-After": str(resets_in)})
        await answer(scope, receive, send)

    return PublicHeaders(HeadAsGet(refuse))


_OF = {"address": "von einer Adresse", "token": "mit einem Token"}
