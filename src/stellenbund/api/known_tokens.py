"""Known tokens: which tokens proved good of late, so that counting requests asks no database."""

from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

from starlette.concurrency import run_in_threadpool

from stellenbund.domain.errors import StellenbundError
from stellenbund.domain.token_text import fingerprint
from stellenbund.store.database import DATABASE_ERRORS

REMEMBERED = 60
"""Seconds; for so long a revoked token still counts for itself, but it opens nothing any more."""

_MOST = 1_000


class KnownTokens:
    """The fingerprints of good tokens, each with when it is to be looked up again."""

    def __init__(
        self, admit: Callable[[str], object], clock: Callable[[], float] = monotonic
    ) -> None:
        """Look a token up with *admit*, which raises if it is no good."""
        self._admit, self._clock = admit, clock
        self._known: OrderedDict[str, float] = OrderedDict()

    async def is_good(self, token: str) -> bool:
        """Say whether *token* is good; while the database is away, none is that was not known."""
        mark = fingerprint(token)
        if self._clock() < self._known.get(mark, 0.0):
            return True
        try:
            await run_in_threadpool(self._admit, token)
        except (StellenbundError, *DATABASE_ERRORS):
            self._known.pop(mark, None)
            return False
        self._known[mark] = self._clock() + REMEMBERED
        if len(self._known) > _MOST:
            self._known.popitem(last=False)
        return True
