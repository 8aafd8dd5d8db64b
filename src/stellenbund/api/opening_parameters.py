"""Opening parameters: everything that the list of openings may be asked."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from pydantic import Field, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema

from stellenbund.api.language_parameters import Lang, LanguageParameters
from stellenbund.api.parameters import SEVERAL, NoParameters
from stellenbund.api.schemas.lines import LINE_FIELDS
from stellenbund.api.values import (
    AMOUNT,
    COMMAS,
    DAY,
    INSTANT,
    PLAIN_DIGITS,
    YES_OR_NO,
    Printable,
    Search,
    among,
    one_of,
)
from stellenbund.domain.catalogue_query import RADIUS_KM, Facet, Requirement, Sort
from stellenbund.domain.query import LIMIT
from stellenbund.domain.vocabulary import Certificate, GermanLevel, Kind, Status

PUBLIC = (Status.PUBLISHED, Status.EXPIRED, Status.WITHDRAWN)
"""What can be asked for; an opening that is held back is nobody's business yet."""

_PublicStatus = Annotated[
    Status,
    one_of(PUBLIC),
    WithJsonSchema({"type": "string", "enum": [each.value for each in PUBLIC]}),
]
_LineField = Annotated[
    str, among(LINE_FIELDS), WithJsonSchema({"type": "string", "enum": list(LINE_FIELDS)})
]
_TrainingYear = Annotated[int, Field(ge=2000, le=2100), PLAIN_DIGITS]
_Day = Annotated[date | SkipJsonSchema[None], DAY]


def _several(what: str, *examples: object) -> object:
    return Field(
        max_length=SEVERAL, description=f"{what}; repeat for several", examples=[list(examples)]
    )


def _one(what: str, example: object) -> object:
    return Field(description=what, examples=[example])


MOST_EUROS = 100_000
"""More a month is a slip of the finger."""


class SimilarParameters(LanguageParameters):
    """How many openings that resemble another one."""

    limit: Annotated[
        int, Field(ge=1, le=20, description="Openings at the most", examples=[6]), PLAIN_DIGITS
    ] = 6


class SuggestParameters(LanguageParameters):
    """What was typed so far."""

    q: Annotated[Printable, _one("What was typed so far, two letters or more", "feu")]
    limit: Annotated[
        int, Field(ge=1, le=20, description="Suggestions at the most", examples=[8]), PLAIN_DIGITS
    ] = 8


class FilterParameters(NoParameters):
    """Filters that all must hold; within one filter any of its values will do."""

    city: Annotated[
        tuple[Printable, ...], _several("Slug of a city, from /v1/cities", "bochum", "essen")
    ] = ()
    profession: Annotated[
        tuple[Printable, ...],
        _several(
            "Slug of a profession, from /v1/professions, or the first digits of a KldB 2010 code",
            "verwaltungsfachangestellte",
            "12",
        ),
    ] = ()
    kind: Annotated[
        tuple[Annotated[Kind, one_of(Kind)], ...],
        _several("Sort of training place", "dual_apprenticeship", "dual_study"),
    ] = ()
    training_year: Annotated[
        tuple[_TrainingYear, ...], _several("Calendar year in which the training starts", 2027)
    ] = ()
    start_from: Annotated[_Day, _one("The training starts on this day or later", "2027-08-01")] = (
        None
    )
    start_to: Annotated[_Day, _one("The training starts on this day or before", "2027-10-01")] = (
        None
    )
    deadline_from: Annotated[
        _Day, _one("The deadline is stated, and it is this day or later", "2026-12-01")
    ] = None
    deadline_to: Annotated[
        _Day, _one("The deadline is stated, and it is this day or before", "2027-01-31")
    ] = None
    certificate: Annotated[
        Certificate | SkipJsonSchema[None],
        one_of(Certificate),
        _one(
            "School-leaving certificate that the applicant holds: finds every opening that asks "
            "for no more, and those that state nothing",
            "mittlerer",
        ),
    ] = None
    german_level: Annotated[
        GermanLevel | SkipJsonSchema[None],
        one_of(GermanLevel),
        _one(
            "Level of German that the applicant has (CEFR): finds every opening that asks for no "
            "more, and those that state nothing",
            "B1",
        ),
    ] = None
    nothing_against_me: Annotated[
        tuple[Annotated[Requirement, one_of(Requirement)], ...],
        _several(
            "Requirement that may stand in the applicant's way: finds openings that state nothing "
            "of the sort",
            "nationality",
            "driving_licence",
        ),
    ] = ()
    part_time: Annotated[
        bool, YES_OR_NO, _one("true: only where part-time training is possible", example=True)
    ] = False
    pay_from: Annotated[
        Annotated[
            Decimal | None,
            Field(ge=0, le=MOST_EUROS),
            WithJsonSchema({"type": "number", "minimum": 0, "maximum": MOST_EUROS}),
        ],
        AMOUNT,
        Field(
            description="Gross euros per month in the first year, or more; where a city names its "
            "tariff only, the table of the tariff counts",
            examples=[1200],
        ),
    ] = None
    near: Annotated[
        Printable | SkipJsonSchema[None],
        _one(
            "LATITUDE,LONGITUDE in degrees (WGS 84), a postcode, or a place in North "
            "Rhine-Westphalia; finds what lies within `radius_km` and says how far it is",
            "Bochum",
        ),
    ] = None
    radius_km: Annotated[
        int | SkipJsonSchema[None],
        PLAIN_DIGITS,
        Field(
            ge=1,
            le=500,
            description=f"Kilometres around `near`, as the crow flies; without it, {RADIUS_KM}",
            examples=[25],
        ),
    ] = None
    source: Annotated[
        tuple[Printable, ...], _several("A source, as city/key from /v1/sources", "bochum/site")
    ] = ()
    changed_since: Annotated[
        datetime | SkipJsonSchema[None],
        INSTANT,
        _one("The content changed at this instant or later", "2026-11-24T06:00:00Z"),
    ] = None
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
        _one(
            "One to ten words as people type them: parts of words, everyday words and "
            "abbreviations, with slips, in German, English, Turkish, Arabic, Ukrainian, Russian "
            "or Polish",
            "feuerwehr",
        ),
    ] = None


class OpeningParameters(FilterParameters):
    """Filters, order, page and shape of the list of openings."""

    sort: Annotated[
        Sort | SkipJsonSchema[None],
        one_of(Sort),
        _one(
            "What comes first: relevance, deadline, newest, start or distance; among equals the "
            "newest. Without it, relevance if `q` is given, else newest",
            "deadline",
        ),
    ] = None
    facets: Annotated[
        tuple[Annotated[Facet, one_of(Facet)], ...],
        COMMAS,
        Field(
            max_length=SEVERAL,
            description="Filters to count: how many openings each value would find, were it chosen "
            "instead of what is chosen now. Names separated by commas",
            examples=[["city", "kind"]],
        ),
    ] = ()
    fields: Annotated[
        tuple[_LineField, ...],
        COMMAS,
        Field(
            max_length=len(LINE_FIELDS),
            description="The fields that `items` shall have, in place of all; names separated by "
            "commas. Programs with generated clients do without",
            examples=[["id", "title", "city"]],
        ),
    ] = ()
    lang: Lang = None
    cursor: Annotated[
        Printable | SkipJsonSchema[None],
        Field(
            description="Where the page begins: `next.cursor` of the page before. It holds only "
            "for the same filters and the same order",
        ),
    ] = None
    limit: Annotated[
        int,
        Field(ge=1, le=LIMIT, description="Openings per page", examples=[20]),
        PLAIN_DIGITS,
    ] = 20
