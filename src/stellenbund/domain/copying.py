"""Copying: what somebody has to do who keeps a copy of everything that is public."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, Field

from stellenbund.domain.clock import end_of_day
from stellenbund.domain.errors import StellenbundError
from stellenbund.domain.opening import Opening, OpeningId
from stellenbund.domain.value import Line, Value

LONGEST = 500
"""How many openings one portion holds at the most."""


class Operation(StrEnum):
    """What to do with an opening in a copy."""

    UPSERT = "upsert"
    REMOVE = "remove"


class Copied(Value):
    """An opening as it is now: to be put into the copy, or, without *opening*, to be let go.

    *sequence* is the number of its last change, *reason* and *at* say what that was. Nothing in
    it depends on the clock: the opening's status is the stored one.
    """

    id: OpeningId
    sequence: Annotated[int, Field(ge=1)]
    reason: Line
    at: AwareDatetime
    opening: Opening | None

    @property
    def operation(self) -> Operation:
        """What to do with it."""
        return Operation.REMOVE if self.opening is None else Operation.UPSERT


class Portion(Value):
    """The openings that moved after a number, by sequence, each once and as it is now.

    Whoever took them is up to date as of *next*; *latest* is the number of the last change of all.
    """

    items: tuple[Copied, ...]
    next: int
    latest: int

    @property
    def has_more(self) -> bool:
        """Whether there is something to take after it."""
        return self.next < self.latest


class RestartedError(StellenbundError):
    """A copy of *after* is of before *begins*: it can only be taken anew."""

    def __init__(self, after: int, begins: int) -> None:
        """Keep what the copy is of, and from where on changes are told."""
        super().__init__(f"changes are told from {begins} on, not from {after}")
        self.after, self.begins = after, begins


def expires_at(opening: Opening) -> datetime | None:
    """Return the instant at which the deadline of *opening* is over, if it states one.

    A copy holds this in place of the status *expired*: at midnight in Berlin nothing is written,
    so nothing could tell a copier that a deadline has passed. It needs no calendar to compare.
    """
    return None if opening.deadline_on is None else end_of_day(opening.deadline_on)
