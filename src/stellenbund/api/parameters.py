"""Parameters: what each resource may be asked, as its contract says."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from stellenbund.api.values import PLAIN_DIGITS, YES_OR_NO, Printable, Reference, one_of
from stellenbund.domain.opening import OpeningId
from stellenbund.domain.query import LIMIT
from stellenbund.domain.run import Outcome

SEVERAL = 20
"""How often a parameter that may be repeated may be given."""


class NoParameters(BaseModel):
    """The parameters of a resource that takes none; any other is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


RunNumber = Annotated[int, PLAIN_DIGITS, Field(ge=1)]
"""The number of a run."""

EntryNumber = RunNumber
"""The number of an entry of the audit; it is written alike."""

_SOURCE = Field(description="A source, as city/key from /v1/sources", examples=["bochum/site"])


class RunParameters(NoParameters):
    """Filters that all must hold of a run."""

    city: Annotated[
        Printable | SkipJsonSchema[None],
        Field(description="Slug of a city, from /v1/cities", examples=["bochum"]),
    ] = None
    source: Annotated[Printable | SkipJsonSchema[None], _SOURCE] = None
    outcome: Annotated[
        tuple[Annotated[Outcome, one_of(Outcome)], ...],
        Field(
            max_length=SEVERAL,
            description="How the run ended; repeat for several",
            examples=[["doubted", "truncated"]],
        ),
    ] = ()
    open: Annotated[
        bool,
        YES_OR_NO,
        Field(
            description="true: only runs that wait for a person to release or to reject them",
            examples=[True],
        ),
    ] = False
    before: Annotated[
        RunNumber | SkipJsonSchema[None],
        Field(description="Only runs with a smaller number", examples=[17]),
    ] = None
    limit: Annotated[
        int, Field(ge=1, le=LIMIT, description="Runs per page", examples=[20]), PLAIN_DIGITS
    ] = 20


class AuditParameters(NoParameters):
    """Which part of an audit to see."""

    before: Annotated[
        EntryNumber | SkipJsonSchema[None],
        Field(description="Only entries with a smaller number", examples=[17]),
    ] = None
    limit: Annotated[
        int, Field(ge=1, le=LIMIT, description="Entries per page", examples=[20]), PLAIN_DIGITS
    ] = 20


class CorrectionParameters(NoParameters):
    """Which corrections of a city to see."""

    opening: Annotated[
        OpeningId | SkipJsonSchema[None],
        Field(description="Only those of this opening", examples=["k7m2x9qa4w"]),
    ] = None
    before: Annotated[
        EntryNumber | SkipJsonSchema[None],
        Field(description="Only those with a smaller number", examples=[7]),
    ] = None
    limit: Annotated[
        int, Field(ge=1, le=LIMIT, description="Corrections per page", examples=[20]), PLAIN_DIGITS
    ] = 20


class WhyParameters(NoParameters):
    """The record that is asked about."""

    source: Annotated[Printable, _SOURCE]
    reference: Annotated[
        Reference,
        Field(
            description="The source's own reference of the record, or the address of its page",
            examples=["2027-17"],
        ),
    ]
