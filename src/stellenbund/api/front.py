"""Front: what a request meets before the framework, the cheapest answer first."""

from starlette.datastructures import State
from starlette.types import ASGIApp, Receive, Scope, Send

from stellenbund.api.access import caller_with
from stellenbund.api.conditional import KEPT_REPLIES
from stellenbund.api.headers import personal_headers
from stellenbund.api.known_tokens import KnownTokens
from stellenbund.api.limits import Limits
from stellenbund.api.prepared import PreparedAnswers
from stellenbund.api.reply import Reply
from stellenbund.api.request_headers import AUTHORIZATION, REQUEST_ID, telling
from stellenbund.api.request_id import chosen_id
from stellenbund.settings import Settings

_READS = frozenset({"GET", "HEAD"})


class Front:
    """ASGI layer that counts requests, and answers from what is prepared those that it can.

    It is one layer, and not two, because each costs a repeated answer a twentieth. Whoever sends an
    Authorization is never answered from what is prepared.
    """

    def __init__(self, app: ASGIApp, prepared: PreparedAnswers, limits: Limits) -> None:
        """Stand before *app*."""
        self._app, self._prepared, self._limits = app, prepared, limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a request, answer it, or pass it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = telling(scope)
        if AUTHORIZATION in asked:
            refusal = await self._limits.count_with(asked[AUTHORIZATION], scope)
            await (refusal or self._app)(scope, receive, send)
            return
        refusal = self._limits.count(scope)
        if refusal is not None or scope["method"] not in _READS:
            await (refusal or self._app)(scope, receive, send)
            return
        wire = self._prepared.find(scope, asked)
        if wire is None:
            await self._listen(scope, receive, send)
            return
        status, headers, body = wire
        personal = personal_headers(scope, chosen_id(asked.get(REQUEST_ID)))
        headers = [*headers, *personal]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        body = b"" if scope["method"] == "HEAD" else body
        await send({"type": "http.response.body", "body": body})

    async def _listen(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and keep the replies to it that may be given again."""
        replies = self._prepared.replies
        given: list[tuple[Reply, str]] = []
        scope[KEPT_REPLIES] = given
        await self._app(scope, receive, send)
        address = (scope["raw_path"], scope["query_string"])
        for reply, as_of in given:
            replies.keep(reply, as_of, address, telling(scope))


def with_front(app: ASGIApp, state: State, settings: Settings) -> ASGIApp:
    """Return *app* with everything before it that *settings* say; *state* is that of the API."""
    tokens = KnownTokens(
        lambda token: caller_with(token, state.operator_key, state.engine, state.clock())
    )
    quotas = (settings.reads_per_minute, settings.token_reads_per_minute)
    limits = Limits(tokens.is_good, quotas=quotas, proxies=settings.proxies)
    prepared = PreparedAnswers(lambda: state.picture, clock=state.clock)
    return Front(app, prepared, limits)
