"""Breaker: a host that fails again and again, or asks for a rest, is left alone for a while."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from stellenbund.domain.clock import BERLIN
from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError

COOL_DOWN = 3_600.0
"""Seconds that a host is left alone; long enough that a round is over."""

LONGEST_REST = 86_400.0
"""Seconds of rest that a host may ask for; a longer one is cut to a day."""


@dataclass(slots=True, kw_only=True)
class Breaker:
    """Counts the failures of one host: closed it lets requests pass, open it does not.

    Once the rest is over, one request may try; if it fails too, the rest begins anew.
    """

    most_failures: int
    clock: Callable[[], float]
    now: Callable[[], datetime]
    _failures: int = 0
    _rests_until: float = field(default=float("-inf"))
    _outcome: Outcome = Outcome.FAILED

    @property
    def is_open(self) -> bool:
        """Whether the host is being left alone."""
        return self.clock() < self._rests_until

    def check(self, url: str) -> None:
        """Let a request for *url* pass.

        Raises:
            FetchError: the host is being left alone; it says until when.
        """
        if self.is_open:
            again_at = self.now() + timedelta(seconds=self._rests_until - self.clock())
            raise FetchError(
                self._outcome,
                f"{url} wurde nicht abgerufen: Der Server antwortete zuletzt nicht oder nur mit "
                "Fehlern und wird erst am "
                f"{again_at.astimezone(BERLIN):%d.%m.%Y um %H:%M} Uhr wieder gefragt.",
            )

    def succeeded(self) -> None:
        """Forget all failures."""
        self._failures = 0

    def failed(self, outcome: Outcome) -> None:
        """Count a failure; the last one that is borne opens the breaker."""
        self._failures += 1
        if self._failures >= self.most_failures:
            self.rest(COOL_DOWN, outcome)

    def rest(self, seconds: float, outcome: Outcome) -> None:
        """Leave the host alone for *seconds*; what is asked meanwhile has *outcome*."""
        self._rests_until = self.clock() + min(seconds, LONGEST_REST)
        self._outcome = outcome
