"""Decisions: what a person answers to a doubted run, on the way in and on the way out."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from stellenbund.domain.access import Caller
from stellenbund.domain.decision import Actor, Consent, Decision, Verdict
from stellenbund.domain.value import Line, Value


class DecisionIn(Value):
    """Why a doubted run is released or rejected, and who says so."""

    reason: Annotated[
        Line,
        Field(
            description="Why; it is shown with the run to everybody",
            examples=["Die Stellen sind wirklich besetzt."],
        ),
    ]
    actor: Annotated[
        Actor | SkipJsonSchema[None],
        Field(
            description="Who decides, else the name of the token; kept, and shown to holders of "
            "tokens only",
            examples=["Petra Muster"],
        ),
    ] = None

    def by(self, caller: Caller) -> Consent:
        """Return what *caller* says with it."""
        return Consent(actor=self.actor or caller.name, reason=self.reason)


class DecisionOut(Value):
    """What was decided about a run; who did is not shown to everybody."""

    verdict: Annotated[Verdict, Field(description="What was decided", examples=["released"])]
    reason: Annotated[
        str, Field(description="Why", examples=["Die Stellen sind wirklich besetzt."])
    ]
    at: Annotated[datetime, Field(description="When, in UTC", examples=["2026-11-25T08:30:00Z"])]
    caused: Annotated[
        int | None,
        Field(description="Number of the run that a release led to; else null", examples=[18]),
    ]

    @classmethod
    def of(cls, decision: Decision) -> Self:
        """Return *decision* as everybody may see it."""
        return cls(**decision.model_dump(exclude={"actor", "run"}))


class SignedDecisionOut(DecisionOut):
    """What was decided about a run, and by whom."""

    run: Annotated[int, Field(description="Number of the doubted run", examples=[17])]
    actor: Annotated[str, Field(description="Who decided", examples=["Petra Muster"])]

    @classmethod
    def of(cls, decision: Decision) -> Self:
        """Return *decision* as those may see it who can decide themselves."""
        return cls(**decision.model_dump())
