"""Host: one server, asked one thing at a time, and never in haste."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from stellenbund.domain.run import Outcome
from stellenbund.scraping.breaker import Breaker
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Request
from stellenbund.scraping.replies import Reply
from stellenbund.scraping.rules import Rules

Send = Callable[[Request, float], Reply]
"""How a request is sent: what is asked for and the seconds it may take in, a reply out."""

_AGAIN = frozenset({502, 503, 504})
_WAITS = (2.0, 5.0)
"""Seconds before the first and the second repetition."""

LONGEST_WAIT = 30.0
"""Seconds up to which a ``Retry-After`` is waited for; with a longer one we leave."""


class UnreachableError(FetchError):
    """No connection came about; the request may be repeated."""


def utc_now() -> datetime:
    """Return the instant at which something is asked."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How politely the network is used: all in seconds.

    After *most_failures* one after another a host is left alone (``Breaker``).
    """

    gap: float = 1.0
    deadline: float = 30.0
    most_failures: int = 3
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = utc_now


class Host:
    """One server: how it is asked, its rules for robots, and when it was asked last.

    The *rules* are those of its origins: it may have others with encryption than without.
    """

    def __init__(self, send: Send, pace: Pace) -> None:
        self.rules: dict[str, Rules] = {}
        self.learning = threading.Lock()
        self._send = send
        self._pace = pace
        self._lock = threading.Lock()
        self._last_at: float | None = None
        self._breaker = Breaker(most_failures=pace.most_failures, clock=pace.clock, now=pace.now)

    def ask(self, request: Request, seconds: float) -> Reply:
        """Send *request*, again where that may help; each attempt may take *seconds*.

        Whoever asks while another does waits for their turn, and the seconds begin with it. A
        host that fails again and again is left alone: nine sources may stand on it. What is
        posted is a question too, and may be repeated like any other.

        Raises:
            FetchError: there is no reply.
        """
        with self._lock:
            self._breaker.check(request.url)
            for wait in _WAITS:
                try:
                    reply = self._once(request, seconds)
                except UnreachableError:
                    if self._breaker.is_open:
                        raise
                    self._pace.sleep(wait)
                    continue
                later = None if self._breaker.is_open else _later(reply, wait)
                if later is None:
                    return reply
                self._pace.sleep(later)
            return self._once(request, seconds)

    def _once(self, request: Request, seconds: float) -> Reply:
        """Ask once, when the last request lies back far enough."""
        self._wait()
        try:
            reply = self._send(request, seconds)
        except FetchError as error:
            if error.outcome is Outcome.FAILED:
                self._breaker.failed(Outcome.FAILED)
            raise
        finally:
            self._last_at = self._pace.clock()
        self._judge(reply)
        return reply

    def _wait(self) -> None:
        """Let pass what is left of the gap that the host wants, as far as we know that by now."""
        if self._last_at is None:
            return
        gap = max([self._pace.gap, *(rules.delay for rules in tuple(self.rules.values()))])
        wait = self._last_at + gap - self._pace.clock()
        if wait > 0:
            self._pace.sleep(wait)

    def _judge(self, reply: Reply) -> None:
        """Count what the status says about the host, and give it the rest that it asks for."""
        is_too_much = reply.status == HTTPStatus.TOO_MANY_REQUESTS
        if not (is_too_much or reply.is_error_of_server):
            self._breaker.succeeded()
            return
        outcome = Outcome.BLOCKED if is_too_much else Outcome.FAILED
        self._breaker.failed(outcome)
        wanted = retry_after(reply)
        if wanted is not None and wanted > LONGEST_WAIT:
            self._breaker.rest(wanted, outcome)


def retry_after(reply: Reply) -> float | None:
    """Return the seconds that *reply* asks to wait (RFC 9110, 10.2.3), if it asks at all.

    A date is held against the server's own ``Date``, so that no clock has to be right.
    """
    wanted = reply.headers.get("retry-after", "").strip()
    if wanted.isdecimal() and wanted.isascii():
        return float(wanted)
    try:
        until = parsedate_to_datetime(wanted)
        return max(
            0.0, (until - parsedate_to_datetime(reply.headers.get("date", ""))).total_seconds()
        )
    except (ValueError, TypeError):
        return None


def _later(reply: Reply, wait: float) -> float | None:
    """Return after how many seconds to ask again; ``None`` if the reply is to be taken."""
    wanted = retry_after(reply)
    if reply.status in _AGAIN:
        return max(wait, wanted or 0.0)
    if reply.status == HTTPStatus.TOO_MANY_REQUESTS and wanted is not None:
        return max(wait, wanted)
    return None
