"""Parameters: what each resource may be asked, as its contract says."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema

from stellenbund.api.values import PLAIN_DIGITS, Printable, Search, one_of
from stellenbund.domain.query import LIMIT
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
