"""Webhook: an address that is told of changes as they come, and how telling it went."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AwareDatetime, Field

from stellenbund.domain.errors import StellenbundError
from stellenbund.domain.value import Line, Slug, Value

MOST_WEBHOOKS = 20
"""How many webhooks a city can have, and the operator."""

WAITS = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)
"""How long to wait after the first failure, the second and so on; after all others as the last."""

PATIENCE = timedelta(days=5)
"""A webhook that has failed for so long is disabled."""


class WebhookState(StrEnum):
    """Whether a webhook is told of changes."""

    ACTIVE = "active"
    FAILING = "failing"
    DISABLED = "disabled"


class WebhookTerms(Value):
    """What a webhook is wanted for: *url* is told what moves after *position*.

    With a *city*, only of that city's openings.
    """

    url: Annotated[str, Field(max_length=2_000)]
    city: Slug | None
    position: Annotated[int, Field(ge=0)]
    created_at: AwareDatetime
    created_by: Line


class Receipt(Value):
    """What came back from a webhook: a status, or only the reason why there is none.

    *wait* is for how long it asks to be left alone.
    """

    status: int | None = None
    reason: Line | None = None
    wait: timedelta | None = None

    @property
    def is_taken(self) -> bool:
        """Whether the message arrived: any status from 200 to 299 says so."""
        return self.status is not None and 200 <= self.status <= 299  # noqa: PLR2004 - as HTTP has it

    @property
    def is_final(self) -> bool:
        """Whether nothing is wanted there ever again (410)."""
        return self.status == 410  # noqa: PLR2004 - likewise

    @property
    def complaint(self) -> str:
        """What is wrong, as whoever set the webhook up reads it."""
        return self.reason or f"It answered with status {self.status}."


class Webhook(WebhookTerms):
    """A webhook as it is kept.

    *series* grows with each replay, *salt* is what its secret comes from, *next_at* is when it is
    told again if not at once.
    """

    id: int
    salt: str
    series: int = 0
    is_ping_due: bool = True
    failures: int = 0
    failing_since: AwareDatetime | None = None
    tried_at: AwareDatetime | None = None
    complaint: Line | None = None
    next_at: AwareDatetime | None = None
    disabled_at: AwareDatetime | None = None

    @property
    def state(self) -> WebhookState:
        """Whether it is told of changes."""
        if self.disabled_at is not None:
            return WebhookState.DISABLED
        return WebhookState.FAILING if self.failures else WebhookState.ACTIVE

    def told(self, position: int, now: datetime) -> Self:
        """Return it as it is once it has taken everything up to *position*."""
        return self.model_copy(update=_WELL | {"position": position, "tried_at": now})

    def pinged(self, now: datetime) -> Self:
        """Return it as it is once it has answered a ping."""
        return self.model_copy(update=_WELL | {"is_ping_due": False, "tried_at": now})

    def skipped(self, position: int) -> Self:
        """Return it as it is once there was nothing to tell it up to *position*."""
        return self.released().model_copy(update={"position": position})

    def released(self) -> Self:
        """Return it as it is when whoever claimed it lets go: due again at once."""
        return self.model_copy(update={"next_at": None})

    def failed(self, receipt: Receipt, now: datetime) -> Self:
        """Return it as it is after one more failure: it waits longer, or is disabled."""
        since = self.failing_since or now
        wait = max(WAITS[min(self.failures, len(WAITS) - 1)], receipt.wait or timedelta())
        is_over = receipt.is_final or now - since >= PATIENCE
        changes = {
            "failures": self.failures + 1,
            "failing_since": since,
            "tried_at": now,
            "complaint": receipt.complaint,
            "next_at": None if is_over else now + min(wait, WAITS[-1]),
            "disabled_at": now if is_over else None,
        }
        return self.model_copy(update=changes)

    def replayed(self, position: int) -> Self:
        """Return it as it is when it is told anew what moved after *position*."""
        changes = {"position": position, "series": self.series + 1, "disabled_at": None}
        return self.model_copy(update=_WELL | changes)


_WELL = {"failures": 0, "failing_since": None, "complaint": None, "next_at": None}
"""What a webhook is like that works."""


class TooManyWebhooksError(StellenbundError):
    """A city, or the operator, has as many webhooks as there can be."""

    def __init__(self, city: str | None) -> None:
        """Keep whose they are."""
        super().__init__(f"{city or 'the operator'} has {MOST_WEBHOOKS} webhooks already")
        self.city, self.most = city, MOST_WEBHOOKS
