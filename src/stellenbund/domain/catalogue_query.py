"""Catalogue query: everything that can be asked of the public openings at once."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AwareDatetime, Field, StringConstraints, model_validator

from stellenbund.domain.opening import OpeningId
from stellenbund.domain.query import LIMIT
from stellenbund.domain.value import Line, Slug, Value
from stellenbund.domain.vocabulary import Certificate, GermanLevel, Kind, Status

KldbPrefix = Annotated[str, StringConstraints(pattern=r"^\d{1,5}$")]
"""The first digits of a KldB 2010 code: 1 is agriculture, 12 gardening, 121 horticulture."""

SourceName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
"""A source as city/key."""


class Sort(StrEnum):
    """What comes first; among equals always the newest."""

    RELEVANCE = "relevance"
    DEADLINE = "deadline"
    NEWEST = "newest"
    START = "start"
    DISTANCE = "distance"


class Requirement(StrEnum):
    """What an opening can ask of those who apply, besides a certificate."""

    GERMAN_LEVEL = "german_level"
    NATIONALITY = "nationality"
    FOREIGN_CERTIFICATE = "foreign_certificate"
    MINIMUM_AGE = "minimum_age"
    MAXIMUM_AGE = "maximum_age"
    DRIVING_LICENCE = "driving_licence"
    MEDICAL_CHECK = "medical_check"


class Facet(StrEnum):
    """A filter whose values are counted: how many openings each of them alone would find."""

    CITY = "city"
    PROFESSION = "profession"
    KIND = "kind"
    TRAINING_YEAR = "training_year"
    CERTIFICATE = "certificate"
    GERMAN_LEVEL = "german_level"
    PART_TIME = "part_time"
    SOURCE = "source"
    STATUS = "status"


RADIUS_KM = 25
"""How far around a place openings are looked for where nobody says how far."""


class Near(Value):
    """A point in degrees (WGS 84), and how many kilometres from it a work place may lie."""

    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]
    radius_km: Annotated[float, Field(gt=0, le=500)] = RADIUS_KM


class Bookmark(Value):
    """Where a page ended: *value* is what the order counts, then newest first.

    The value is the day number of a deadline or start, metres of a distance, minus the points
    of a relevance, and 0 where the newest come first.
    """

    value: int = 0
    first_seen_at: AwareDatetime
    id: OpeningId


class CatalogueQuery(Value):
    """Filters that all must hold; within one filter any of its values will do.

    *professions* and *kldb* are one filter. *certificate* and *german_level* are what the applicant
    has: what asks for no more is found, and what states nothing. *unhindered_by* names requirements
    of which nothing may be stated against the applicant. Whoever asks for pay, a first day or a
    deadline finds only what states one; the pay of the named tariff counts as stated.
    """

    words: tuple[Line, ...] = ()
    cities: frozenset[Slug] = frozenset()
    professions: frozenset[Slug] = frozenset()
    kldb: frozenset[KldbPrefix] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    training_years: frozenset[int] = frozenset()
    statuses: frozenset[Status] = frozenset({Status.PUBLISHED})
    sources: frozenset[SourceName] = frozenset()
    certificate: Certificate | None = None
    german_level: GermanLevel | None = None
    unhindered_by: frozenset[Requirement] = frozenset()
    is_part_time: bool = False
    pay_from: Annotated[Decimal, Field(ge=0, le=100_000, decimal_places=2)] | None = None
    start_from: date | None = None
    start_to: date | None = None
    deadline_from: date | None = None
    deadline_to: date | None = None
    changed_since: AwareDatetime | None = None
    near: Near | None = None
    facets: frozenset[Facet] = frozenset()
    sort: Sort = Sort.NEWEST
    after: Bookmark | None = None
    limit: Annotated[int, Field(ge=1, le=LIMIT)] = 20

    @model_validator(mode="after")
    def _knows_where_it_starts(self) -> Self:
        if self.sort is Sort.DISTANCE and self.near is None:
            message = "an order by distance needs a point to be near to"
            raise ValueError(message)
        return self


def microseconds(at: datetime) -> int:
    """Return the instant *at* as whole microseconds since 1970 in UTC.

    >>> from datetime import UTC
    >>> microseconds(datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC))
    1000000
    """
    return int(at.timestamp()) * 1_000_000 + at.microsecond
