"""Facts: everything that is known about one reference of a source, before it is explained."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from stellenbund.domain.correction import KeptCorrection
from stellenbund.domain.decision import Decision
from stellenbund.domain.departure import Departure
from stellenbund.domain.finding import Finding
from stellenbund.domain.kinship import HeldNotice
from stellenbund.domain.opening import Opening, StatusChange
from stellenbund.domain.run import Run
from stellenbund.domain.sighting import Sighting
from stellenbund.domain.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedRun:
    """A run with its number, whether it waits for a person, and what one decided about it."""

    number: int
    run: Run
    is_open: bool = False
    decision: Decision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """How long a notice has lived, how often it was missing lately, and when it vanished."""

    first_seen_at: datetime
    content_changed_at: datetime
    last_seen_at: datetime
    missing_strikes: int
    vanished_at: datetime | None
    vanished_reason: Departure | None
    sample: bool
    opening: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the store knows about *reference*.

    *life* is that of its notice, if it ever became one. *findings* are what the run of its last
    *sighting* said about it; *runs* are that run and the newer ones of the source, oldest first.
    *held* are all live notices of the city, *history* the life of the opening, *corrections* what
    the city set of it by hand.
    """

    source: Source
    reference: str
    life: Life | None = None
    sighting: Sighting | None = None
    findings: Sequence[Finding] = ()
    runs: Sequence[NumberedRun] = ()
    held: Sequence[HeldNotice] = ()
    opening: Opening | None = None
    history: Sequence[StatusChange] = ()
    corrections: Sequence[KeptCorrection] = ()

    @property
    def last_run(self) -> NumberedRun | None:
        """The run in which the source showed the reference last."""
        number = self.sighting.run if self.sighting else None
        return next((each for each in self.runs if each.number == number), None)

    @property
    def later_runs(self) -> Sequence[NumberedRun]:
        """The runs since then, in which the source did not show it."""
        number = self.sighting.run if self.sighting else 0
        return [each for each in self.runs if each.number > number]
