"""Copy answers: every exception that a copier can cause, and the problem it becomes."""

from collections.abc import Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.copy_problems import COPY_OUTDATED, TOO_MANY_WEBHOOKS, WEBHOOKS_OFF
from stellenbund.api.errors import NoWebhooksError
from stellenbund.api.rendering import describe, render
from stellenbund.domain.copying import RestartedError
from stellenbund.domain.webhook import TooManyWebhooksError


def on_restarted(request: Request, error: RestartedError) -> Response:
    """Answer whose copy is older than what we can still tell the changes of."""
    detail = (
        f"Changes are told from {error.begins} on; your copy is of {error.after}.",
        f"Änderungen werden ab {error.begins} mitgeteilt; Ihre Kopie ist von {error.after}.",
    )
    return render(describe(COPY_OUTDATED, request.scope, detail))


def on_too_many(request: Request, error: TooManyWebhooksError) -> Response:
    """Answer who wants one webhook more than there can be."""
    whose, wessen = ("The operator", "Der Betreiber")
    if error.city is not None:
        whose, wessen = (f"The city {error.city}", f"Die Stadt {error.city}")
    detail = (
        f"{whose} has {error.most} webhooks, which is the most.",
        f"{wessen} hat {error.most} Webhooks; mehr sind nicht möglich.",
    )
    return render(describe(TOO_MANY_WEBHOOKS, request.scope, detail))


def on_off(request: Request, _error: NoWebhooksError) -> Response:
    """Answer that webhooks are not set up here."""
    return render(
        describe(WEBHOOKS_OFF, request.scope, (WEBHOOKS_OFF.example, WEBHOOKS_OFF.example_de))
    )


COPY_ANSWERS: Mapping[type[Exception], Callable[[Request, Any], Response]] = {
    RestartedError: on_restarted,
    TooManyWebhooksError: on_too_many,
    NoWebhooksError: on_off,
}
"""Which of them is answered how."""
