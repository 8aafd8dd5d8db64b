"""Audit: what was done, as those may see it whom it concerns."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field

from stellenbund.domain.audit import Deed, LoggedEntry
from stellenbund.domain.value import Value


class AuditEntryOut(Value):
    """One deed; it is never changed or removed."""

    id: Annotated[int, Field(description="Its number; a later deed has a larger one", examples=[4])]
    at: Annotated[
        datetime, Field(description="When it was done, in UTC", examples=["2026-11-25T08:30:00Z"])
    ]
    actor: Annotated[
        str,
        Field(
            description="Who did it: a token by its name and number, the operator, or a name",
            examples=["Excel-Makro (token 3)"],
        ),
    ]
    city: Annotated[
        str | None,
        Field(
            description="Slug of the city that it concerns; null: it concerns the operator alone",
            examples=["bochum"],
        ),
    ]
    deed: Annotated[Deed, Field(description="What was done", examples=["run_released"])]
    subject: Annotated[str, Field(description="What it was done to", examples=["run 17"])]
    told: Annotated[
        dict[str, str | int],
        Field(
            description="What else is known of it, in a few names with short values",
            examples=[{"decided_by": "Petra Muster", "reason": "Die Stellen sind besetzt."}],
        ),
    ]

    @classmethod
    def of(cls, entry: LoggedEntry) -> Self:
        """Return *entry* as the API shows it."""
        return cls(**entry.model_dump())


class AuditOut(Value):
    """A page of an audit, newest first."""

    items: Annotated[tuple[AuditEntryOut, ...], Field(description="The deeds")]
    next: Annotated[
        str | None,
        Field(
            description="Address of the deeds before these, relative to the API's root; null: none",
            examples=["/v1/cities/bochum/audit?before=17"],
        ),
    ]
