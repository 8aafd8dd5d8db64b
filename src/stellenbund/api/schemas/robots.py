"""Robots: what a host asks of programs that read it, as a source last learnt it."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field

from stellenbund.domain.robots import RobotsState, RobotsStatus
from stellenbund.domain.value import Value


class RobotsOut(Value):
    """What one host asks of us."""

    host: Annotated[
        str, Field(description="The host", examples=["https://karriere.musterstadt.example"])
    ]
    asked_at: Annotated[
        datetime,
        Field(description="When it was asked, in UTC", examples=["2026-11-24T06:00:01Z"]),
    ]
    status: Annotated[
        RobotsStatus,
        Field(
            description="none: it has no robots.txt; allowed: all that the source needs; "
            "disallowed: something the source needs is forbidden; unreadable: its server failed, "
            "and nothing is read",
            examples=["allowed"],
        ),
    ]
    crawl_delay: Annotated[
        float,
        Field(
            description="Seconds that it wants between two requests; 0: it names none",
            examples=[5.0],
        ),
    ]
    is_reserved: Annotated[
        bool,
        Field(
            description="Whether it reserves text and data mining (TDMRep) for something the "
            "source needs; that is not read",
            examples=[False],
        ),
    ]

    @classmethod
    def of(cls, state: RobotsState) -> Self:
        """Return *state* as the API shows it."""
        return cls(**state.model_dump(exclude={"robots_txt", "tdmrep"}))
