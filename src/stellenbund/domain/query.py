"""Query: what a caller wants to see of the openings or of the runs."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from stellenbund.domain.run import Outcome
from stellenbund.domain.value import Line, Slug, Value
from stellenbund.domain.vocabulary import Certificate, Kind, Status

LIMIT = 100


class Position(Value):
    """Where a page ended: the order is newest first, so both parts never change."""

    first_seen_at: datetime
    id: str


class OpeningQuery(Value):
    """Filters that all must hold; within one filter any value will do.

    *certificate* is what the applicant holds: every opening that asks for no more is found,
    and those that state nothing too.
    """

    cities: frozenset[Slug] = frozenset()
    professions: frozenset[Slug] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    certificate: Certificate | None = None
    training_years: frozenset[int] = frozenset()
    statuses: frozenset[Status] = frozenset({Status.PUBLISHED})
    words: tuple[Line, ...] = ()
    after: Position | None = None
    limit: Annotated[int, Field(ge=1, le=LIMIT)] = 20


class RunQuery(Value):
    """Which runs to see, newest first; *source* is named city/key.

    With *is_open* only those that wait for a person, with *before* only those with a smaller
    number.
    """

    city: str | None = None
    source: str | None = None
    outcomes: frozenset[Outcome] = frozenset()
    is_open: bool = False
    before: int | None = None
    limit: Annotated[int, Field(ge=1, le=1000)] = 50
