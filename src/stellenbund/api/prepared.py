"""Prepared answers: what was asked before is answered again, as long as it is still true."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

from starlette.types import Scope

from stellenbund.api.conditional import is_known
from stellenbund.api.dependencies import system_clock
from stellenbund.api.deprecation import DEPRECATIONS, Deprecation
from stellenbund.api.freshness import freshness
from stellenbund.api.headers import RawHeaders
from stellenbund.api.prepared_replies import PreparedReplies
from stellenbund.api.request_headers import (
    ACCEPT_ENCODING,
    REQUEST_ID,
)
from stellenbund.api.wire import Wire, wired
from stellenbund.domain.clock import berlin_day

MOST_BYTES = 8 * 2**20
"""What all prepared replies of a worker may take together."""

MOST_IN_A_SECOND = 200
"""Different requests whose answers are found at one look within a second."""


class Moving(Protocol):
    """What replies are made from, as far as its moves concern them."""

    @property
    def version(self) -> str:
        """A word that changes with whatever moves; empty as long as there is nothing."""

    @property
    def moved_at(self) -> datetime | None:
        """When it last moved, if that is known."""


class PreparedAnswers:
    """Repeats what `respond` let it keep, while the picture has the version it was made from.

    And while it is the same day in Berlin. How fresh an answer is, is said anew each second, as of
    the end of it; within the second the same request gets the very same answer.
    """

    def __init__(
        self,
        picture: Callable[[], Moving],
        *,
        clock: Callable[[], datetime] = system_clock,
        most_bytes: int = MOST_BYTES,
        deprecations: Sequence[Deprecation] = DEPRECATIONS,
    ) -> None:
        """Repeat what comes from *picture*, which is looked up each second, as of *clock*."""
        self._find_picture, self._clock = picture, clock
        self._most_bytes, self._deprecations = most_bytes, deprecations
        self._picture: Moving = _Nothing()
        self._day = date.min
        self._begun = self._ends = datetime.min.replace(tzinfo=UTC)
        self._fresh: Mapping[str, str] = {}
        self._fresh_headers: RawHeaders = []
        self._of_this_second: dict[tuple[object, ...], Wire] = {}
        self.replies = PreparedReplies("", most_bytes)

    def find(self, scope: Scope, asked: Mapping[bytes, bytes]) -> Wire | None:
        """Return the answer to a request with the telling headers *asked*, if there is one."""
        now = self._clock()
        if not self._begun <= now < self._ends or self._picture.version != self.replies.version:
            self._keep_up(now)
        if REQUEST_ID in asked:
            return self._again(scope, asked)
        request = (scope["raw_path"], scope["query_string"], *asked.items())
        wire = self._of_this_second.get(request)
        if wire is None:
            wire = self._again(scope, asked)
            if wire is not None and len(self._of_this_second) < MOST_IN_A_SECOND:
                self._of_this_second[request] = wire
        return wire

    def _again(self, scope: Scope, asked: Mapping[bytes, bytes]) -> Wire | None:
        """Return the answer to what was not asked yet in this second, if there is one."""
        prepared = self.replies.find((scope["raw_path"], scope["query_string"]), asked)
        if prepared is None:
            return None
        representation = prepared.reply.representation
        coding = representation.coding(asked.get(ACCEPT_ENCODING, b""))
        has_it = is_known(asked, representation.tag(coding), self._fresh.get("Last-Modified"))
        manner = (coding, has_it)
        wire = prepared.wires.get(manner)
        if wire is None:
            wire = wired(prepared.reply, manner, scope["path"], self._deprecations)
            self.replies.add(prepared, manner, wire)
        return wire._replace(headers=[*wire.headers, *self._fresh_headers])

    def _keep_up(self, now: datetime) -> None:
        """Let go of what is true no longer: after each move, and at midnight."""
        self._picture = self._find_picture()
        self._begun = now.replace(microsecond=0)
        self._ends = self._begun + timedelta(seconds=1)
        last = now.replace(microsecond=999_999)
        version, day = self._picture.version, berlin_day(last)
        if version != self.replies.version or day != self._day:
            self._day = day
            self.replies = PreparedReplies(version, self._most_bytes)
        self._fresh = freshness(last, self._picture.moved_at)
        self._fresh_headers = [
            (name.lower().encode(), value.encode()) for name, value in self._fresh.items()
        ]
        self._of_this_second = {}


class _Nothing:
    """What is there before anybody asked."""

    version = ""
    moved_at = None
