"""Letter: an e-mail to one person, kept until it is sent."""

from datetime import datetime, timedelta
from typing import Annotated, Self

from pydantic import AwareDatetime, Field

from stellenbund.domain.account import Mailbox
from stellenbund.domain.errors import StellenbundError
from stellenbund.domain.opening import OpeningId
from stellenbund.domain.value import Line, Text, Value

WAITS = (
    timedelta(minutes=1),
    timedelta(minutes=10),
    timedelta(hours=1),
    timedelta(hours=6),
    timedelta(hours=24),
)
"""How long to wait after the first failure, the second and so on; after these it is given up."""


KEPT = timedelta(days=7)
"""For how long a letter is kept where nobody sends any; later it would tell nobody anything."""


class Letter(Value):
    """An e-mail in plain German; *next_at* is when it is due to be sent, at first or again.

    Its *id* is its name for mail programs too: what arrives twice is shown once.
    """

    id: OpeningId
    address: Mailbox
    subject: Line
    text: Text
    written_at: AwareDatetime
    next_at: AwareDatetime
    failures: Annotated[int, Field(ge=0)] = 0

    def failed(self, now: datetime) -> Self | None:
        """Return it as it is after one more failure, or ``None`` once that was the last try."""
        if self.failures == len(WAITS):
            return None
        changes = {"failures": self.failures + 1, "next_at": now + WAITS[self.failures]}
        return self.model_copy(update=changes)


class NotSentError(StellenbundError):
    """A letter was not taken by the mail server; *is_final* if it never will be."""

    def __init__(self, reason: str, *, is_final: bool = False) -> None:
        """Keep the reason, in English, for whoever runs the service."""
        super().__init__(reason)
        self.reason, self.is_final = reason, is_final
