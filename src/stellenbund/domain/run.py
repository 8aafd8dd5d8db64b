"""Run: one delivery of one source, with its outcome."""

from datetime import datetime
from enum import StrEnum

from pydantic import Field

from stellenbund.domain.survey import Survey
from stellenbund.domain.value import Told, Value


class Outcome(StrEnum):
    """How a run ended; only an *applied* one may let a notice vanish."""

    APPLIED = "applied"
    UNCHANGED = "unchanged"
    EMPTY = "empty"
    DOUBTED = "doubted"
    TRUNCATED = "truncated"
    BLOCKED = "blocked"
    MOVED = "moved"
    UNREADABLE = "unreadable"
    FAILED = "failed"
    SWITCHED_OFF = "switched_off"
    INTERRUPTED = "interrupted"

    @property
    def is_good(self) -> bool:
        """Whether the run counts as a good one in the source's history."""
        return self in {Outcome.APPLIED, Outcome.UNCHANGED, Outcome.EMPTY}


class Run(Value):
    """What a run did, in numbers.

    ``completeness`` is the share of notices that state a field, of those that were read in full;
    older runs have no ``survey``.
    """

    city: str
    source: str
    trigger: str
    sample: bool
    started_at: datetime
    finished_at: datetime
    outcome: Outcome
    reason: Told | None = None
    pages: int = 0
    not_modified: int = 0
    found: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    vanished: int = 0
    missing: int = 0
    unreadable: int = 0
    left_out: int = 0
    completeness: dict[str, float] = Field(default_factory=dict)
    survey: Survey | None = None

    @property
    def is_answer(self) -> bool:
        """Whether the source said what is there now, so that no older doubt of it matters."""
        shows_some = self.outcome is Outcome.TRUNCATED and self.found > 0
        return shows_some or self.outcome.is_good or self.outcome is Outcome.DOUBTED

    @property
    def readable(self) -> int:
        """How many notices the source had that could be read."""
        return self.found - self.unreadable - self.left_out
