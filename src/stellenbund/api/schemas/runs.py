"""Runs: what one delivery of a source did, in numbers."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field

from stellenbund.domain.run import Outcome
from stellenbund.domain.value import Value
from stellenbund.store.runs import LoggedRun


class RunOut(Value):
    """One delivery of a source, in numbers."""

    id: Annotated[int, Field(description="Its number", examples=[17])]
    trigger: Annotated[str, Field(description="What started it", examples=["command"])]
    sample: Annotated[
        bool,
        Field(description="Whether it read saved sample pages, not the live web", examples=[True]),
    ]
    started_at: Annotated[
        datetime, Field(description="When it began, in UTC", examples=["2026-11-24T06:00:00Z"])
    ]
    finished_at: Annotated[
        datetime, Field(description="When it ended, in UTC", examples=["2026-11-24T06:00:09Z"])
    ]
    outcome: Annotated[Outcome, Field(description="How it ended", examples=["applied"])]
    reason: Annotated[
        str | None,
        Field(
            description="Why it ended so, in German; null: there is nothing to explain",
            examples=["Die Seite antwortet mit Status 403."],
        ),
    ]
    pages: Annotated[int, Field(description="Number of pages read", examples=[4])]
    found: Annotated[
        int,
        Field(description="Number of records the source showed, readable or not", examples=[23]),
    ]
    new: Annotated[
        int, Field(description="Number of notices seen for the first time", examples=[2])
    ]
    changed: Annotated[int, Field(description="Number of notices with new content", examples=[1])]
    unchanged: Annotated[int, Field(description="Number of notices as they were", examples=[18])]
    vanished: Annotated[
        int, Field(description="Number of notices the source no longer holds", examples=[0])
    ]
    missing: Annotated[
        int,
        Field(
            description="Number of notices absent, but not yet often enough to be gone",
            examples=[1],
        ),
    ]
    unreadable: Annotated[
        int, Field(description="Number of records that could not be read", examples=[0])
    ]
    left_out: Annotated[
        int, Field(description="Number of records that are no training place", examples=[2])
    ]
    completeness: Annotated[
        dict[str, float],
        Field(
            description="For each field the share of notices that state it, 0 to 1",
            examples=[{"title": 1.0, "deadline_on": 0.86}],
        ),
    ]

    @classmethod
    def of(cls, run: LoggedRun) -> Self:
        """Return *run* as the API shows it."""
        return cls(**run.model_dump(exclude={"city", "source", "findings"}))
