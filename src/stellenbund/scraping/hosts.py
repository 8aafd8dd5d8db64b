"""Host: one server, asked one thing at a time, and never in haste."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Request
from stellenbund.scraping.replies import Reply
from stellenbund.scraping.robots import Robots

Send = Callable[[Request, float], Reply]
"""How a request is sent: what is asked for and the seconds it may take in, a reply out."""

_AGAIN = frozenset({502, 503, 504})
_WAITS = (2.0, 5.0)
"""Seconds before the first and the second repetition."""

_LONGEST_WAIT = 30.0


class UnreachableError(FetchError):
    """No connection came about; the request may be repeated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How politely the network is used: all in seconds."""

    gap: float = 1.0
    deadline: float = 30.0
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic


class Host:
    """One server: how it is asked, its rules for robots, and when it was asked last."""

    def __init__(self, send: Send, pace: Pace) -> None:
        self.robots: Robots | None = None
        self._send = send
        self._pace = pace
        self._lock = threading.Lock()
        self._free_at = pace.clock()
        self._is_lost = False

    def ask(self, request: Request, seconds: float) -> Reply:
        """Send *request*, again where that may help; each attempt may take *seconds*.

        Whoever asks while another does waits for their turn, and the seconds begin with it. A
        host that no repetition reached is not tried again: nine sources may stand on it. What is
        posted is a question too, and may be repeated like any other.

        Raises:
            FetchError: there is no reply.
        """
        with self._lock:
            if self._is_lost:
                reason = (
                    f"{request.url} ist nicht zu erreichen; der Server antwortete schon vorhin "
                    "nicht."
                )
                raise UnreachableError(Outcome.FAILED, reason)
            try:
                return self._patiently(request, seconds)
            except UnreachableError:
                self._is_lost = True
                raise

    def _patiently(self, request: Request, seconds: float) -> Reply:
        """Ask, and ask twice more where that may help."""
        for wait in _WAITS:
            try:
                reply = self._once(request, seconds)
            except UnreachableError:
                self._pace.sleep(wait)
                continue
            later = _later(reply, wait)
            if later is None:
                return reply
            self._pace.sleep(later)
        return self._once(request, seconds)

    def _once(self, request: Request, seconds: float) -> Reply:
        """Ask once, when the last request lies back far enough."""
        wait = self._free_at - self._pace.clock()
        if wait > 0:
            self._pace.sleep(wait)
        try:
            return self._send(request, seconds)
        finally:
            delay = self.robots.delay if self.robots else 0.0
            self._free_at = self._pace.clock() + max(self._pace.gap, delay)


def _later(reply: Reply, wait: float) -> float | None:
    """Return after how many seconds to ask again; ``None`` if the reply is to be taken."""
    if reply.status not in _AGAIN:
        return None
    wanted = reply.headers.get("retry-after", "").strip()
    seconds = float(wanted) if wanted.isdecimal() and wanted.isascii() else wait
    return max(wait, seconds) if seconds <= _LONGEST_WAIT else None
