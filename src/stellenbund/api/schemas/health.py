"""Health: the two signs that the service is well."""

from typing import Annotated, Literal

from pydantic import Field

from stellenbund.domain.value import Value


class HealthOut(Value):
    """The process answers."""

    status: Annotated[Literal["alive"], Field(description="Always alive", examples=["alive"])] = (
        "alive"
    )


class ReadinessOut(Value):
    """The openings are at hand, and the database has all the tables it should have."""

    status: Annotated[Literal["ready"], Field(description="Always ready", examples=["ready"])] = (
        "ready"
    )
    database: Annotated[
        Literal["answers", "away"],
        Field(
            description="away: what is public is answered as it was when the database went away",
            examples=["answers"],
        ),
    ]
    fresh: Annotated[
        bool,
        Field(
            description="Whether the last look at the database went well, so that what is answered "
            "is what it holds",
            examples=[True],
        ),
    ]
    sequence: Annotated[
        int,
        Field(
            ge=0,
            description="Number of the last change in what is answered; see `sequence` of openings",
            examples=[412],
        ),
    ]
