"""Decision: what a person answers to the question that a doubted run asks."""

import hashlib
import json
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from stellenbund.domain.clock import berlin_day
from stellenbund.domain.diff import Diff
from stellenbund.domain.errors import StellenbundError
from stellenbund.domain.notice import Notice
from stellenbund.domain.value import Line, Value

Actor = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=100, pattern=r"^[^\x00-\x1f\x7f-\x9f]*$"
    ),
]
"""Who decides, in at most 100 characters."""


class Verdict(StrEnum):
    """The two answers: the harvest is news after all, or the source is broken indeed."""

    RELEASED = "released"
    REJECTED = "rejected"


class Consent(Value):
    """Who decides about a doubted run, and why; both are kept."""

    actor: Actor
    reason: Line


class Decision(Consent):
    """An answer as it is kept; *caused* is the run that a release led to."""

    run: int
    verdict: Verdict
    at: datetime
    caused: Annotated[int | None, Field(ge=1)] = None

    @property
    def sentence(self) -> str:
        """Who decided what, when and why, in English."""
        return (
            f"Run {self.run} was {self.verdict} by {self.actor} on "
            f"{self.at:%Y-%m-%d at %H:%M} UTC: {self.reason}"
        )


class Undecidable(StrEnum):
    """Why nothing can be decided about a run."""

    NEVER_DOUBTED = "never_doubted"
    DECIDED = "decided"
    OVERTAKEN = "overtaken"


class UndecidableError(StellenbundError):
    """Nothing waits for a person here; both sentences say what happened instead."""

    def __init__(self, why: Undecidable, detail: str, detail_de: str) -> None:
        """Keep the sentences in English and in German."""
        super().__init__(detail)
        self.why = why
        self.detail = detail
        self.detail_de = detail_de


def question(diff: Diff) -> str:
    """Return a fingerprint of what a doubted harvest would change: the same changes, the same."""
    changes = [
        (change.reference, _content(change.before), _content(change.after))
        for change in diff.changes
    ]
    return hashlib.sha256(json.dumps(changes).encode()).hexdigest()


def rejected_before(decision: Decision) -> str:
    """Say in German that a doubt is an old one; the person's name stays out of the public log."""
    return (
        f"Das Gleiche wurde schon am {berlin_day(decision.at):%d.%m.%Y} abgelehnt "
        f"(Lauf {decision.run})."
    )


def never_doubted(run: int, outcome: str) -> UndecidableError:
    """Complain that a run asks nobody anything."""
    return UndecidableError(
        Undecidable.NEVER_DOUBTED,
        f"Run {run} was not doubted but {outcome}, so there is nothing to decide.",
        f"Lauf {run} wurde nicht angezweifelt ({outcome}); es gibt nichts zu entscheiden.",
    )


def decided(decision: Decision) -> UndecidableError:
    """Complain that somebody was faster, and say who, when and why."""
    german = "freigegeben" if decision.verdict is Verdict.RELEASED else "abgelehnt"
    return UndecidableError(
        Undecidable.DECIDED,
        decision.sentence,
        f"Lauf {decision.run} wurde am {berlin_day(decision.at):%d.%m.%Y} von {decision.actor} "
        f"{german}: {decision.reason}",
    )


def overtaken(run: int, by: int) -> UndecidableError:
    """Complain that the source has answered anew since."""
    return UndecidableError(
        Undecidable.OVERTAKEN,
        f"Run {run} was overtaken by run {by}, so its harvest is no longer kept.",
        f"Lauf {run} wurde von Lauf {by} überholt; seine Ernte ist nicht mehr aufbewahrt.",
    )


def _content(notice: Notice | None) -> str | None:
    return notice.content if notice else None
