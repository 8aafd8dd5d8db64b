"""Parameters: what each resource may be asked, as its contract says."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema

from stellenbund.api.values import PLAIN_DIGITS, YES_OR_NO, Printable, Reference, Search, one_of
from stellenbund.domain.query import LIMIT
from stellenbund.domain.run import Outcome
from stellenbund.domain.vocabulary import Certificate, Kind, Status

SEVERAL = 20
"""How often a parameter that may be repeated may be given."""

PUBLIC = (Status.PUBLISHED, Status.EXPIRED, Status.WITHDRAWN)
"""What can be asked for; an opening that is held back is nobody's business yet."""

_PublicStatus = Annotated[
    Status,
    one_of(PUBLIC),
    WithJsonSchema({"type": "string", "enum": [each.value for each in PUBLIC]}),
]
_TrainingYear = Annotated[int, Field(ge=2000, le=2100), PLAIN_DIGITS]


class NoParameters(BaseModel):
    """The parameters of a resource that takes none; any other is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class OpeningParameters(NoParameters):
    """Filters that all must hold; within one filter any of its values will do."""

    city: Annotated[
        tuple[Printable, ...],
        Field(
            max_length=SEVERAL,
            description="Slug of a city, from /v1/cities; repeat for several",
            examples=[["bochum", "essen"]],
        ),
    ] = ()
    profession: Annotated[
        tuple[Printable, ...],
        Field(
            max_length=SEVERAL,
            description="Slug of a profession, from /v1/professions; repeat for several",
            examples=[["verwaltungsfachangestellte"]],
        ),
    ] = ()
    kind: Annotated[
        tuple[Annotated[Kind, one_of(Kind)], ...],
        Field(
            max_length=SEVERAL,
            description="Sort of training place; repeat for several",
            examples=[["dual_apprenticeship", "dual_study"]],
        ),
    ] = ()
    certificate: Annotated[
        Certificate | SkipJsonSchema[None],
        one_of(Certificate),
        Field(
            description="School-leaving certificate that the applicant holds: finds every opening "
            "that asks for no more, and those that state nothing",
            examples=["mittlerer"],
        ),
    ] = None
    training_year: Annotated[
        tuple[_TrainingYear, ...],
        Field(
            max_length=SEVERAL,
            description="Calendar year in which the training starts; repeat for several",
            examples=[[2027]],
        ),
    ] = ()
    status: Annotated[
        tuple[_PublicStatus, ...],
        Field(
            max_length=SEVERAL,
            description="published: open for applications; expired: the deadline is over; "
            "withdrawn: gone at its source. Repeat for several; without it, published",
            examples=[["published"]],
        ),
    ] = (Status.PUBLISHED,)
    q: Annotated[
        Search | SkipJsonSchema[None],
        Field(
            description="One to ten words; each must occur in the title, the texts, the office or "
            "a work place",
            examples=["feuerwehr"],
        ),
    ] = None
    cursor: Annotated[
        Printable | SkipJsonSchema[None],
        Field(
            description="Where the page begins: `next.cursor` of the page before. It holds only "
            "for the same filters",
        ),
    ] = None
    limit: Annotated[
        int,
        Field(ge=1, le=LIMIT, description="Openings per page", examples=[20]),
        PLAIN_DIGITS,
    ] = 20


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
