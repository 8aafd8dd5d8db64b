"""Why: what became of one record of a source, step by step."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field

from stellenbund.domain.value import Value
from stellenbund.domain.why_parts.step import Step, StepKind
from stellenbund.flows.why import Explanation


class StepOut(Value):
    """One thing that happened to a record on its way from a source to an opening."""

    kind: Annotated[StepKind, Field(description="What happened", examples=["left_out"])]
    at: Annotated[
        datetime | None,
        Field(description="When, in UTC; null: it is so now", examples=["2026-11-24T06:00:09Z"]),
    ]
    rule: Annotated[
        str | None,
        Field(
            description="Stable code of the rule, outcome or reason that decided; null: none did",
            examples=["kind.ordinary_job"],
        ),
    ]
    value: Annotated[
        str | None,
        Field(
            description="What the rule saw, in the source's words; null: nothing to quote",
            examples=["Sachbearbeitung Ausbildung (m/w/d)"],
        ),
    ]
    run: Annotated[
        int | None,
        Field(description="Number of the run in which it happened; else null", examples=[17]),
    ]
    opening: Annotated[
        str | None,
        Field(description="Id of the opening that it is about; else null", examples=["k7m2x9qa4w"]),
    ]
    message: Annotated[
        str,
        Field(
            description="What happened, in English",
            examples=["Run 17 read it and left it out."],
        ),
    ]
    message_de: Annotated[
        str,
        Field(
            description="What happened, in German",
            examples=["Lauf 17 hat es gelesen und ausgelassen."],
        ),
    ]

    @classmethod
    def of(cls, step: Step) -> Self:
        """Return *step* as the API shows it."""
        return cls(**step.model_dump())


class WhyOut(Value):
    """What became of one record, in the order of time; what is so now stands at the end."""

    source: Annotated[
        str, Field(description="The source, as city/source", examples=["bochum/site"])
    ]
    reference: Annotated[
        str, Field(description="The source's own reference of the record", examples=["2027-17"])
    ]
    is_public: Annotated[
        bool, Field(description="Whether it is among the published openings", examples=[False])
    ]
    opening: Annotated[
        str | None,
        Field(
            description="Id of the opening that it became or was merged into; null: none",
            examples=["k7m2x9qa4w"],
        ),
    ]
    steps: Annotated[tuple[StepOut, ...], Field(description="What happened to it")]

    @classmethod
    def of(cls, explanation: Explanation) -> Self:
        """Return *explanation* as the API shows it."""
        return cls(
            source=f"{explanation.city}/{explanation.source}",
            reference=explanation.reference,
            is_public=explanation.is_public,
            opening=explanation.opening,
            steps=tuple(StepOut.of(step) for step in explanation.steps),
        )
