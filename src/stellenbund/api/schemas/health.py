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
    """The database can be reached and has all the tables it should have."""

    status: Annotated[Literal["ready"], Field(description="Always ready", examples=["ready"])] = (
        "ready"
    )
