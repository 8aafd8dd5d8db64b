"""Stock: all openings of a city as those who look after them see it, whatever their status."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from stellenbund.domain.value import Line, Slug, Value
from stellenbund.domain.vocabulary import DeadlineKind, Kind, StartKind, Status


class StockQuery(Value):
    """Which openings of a city to see, by title; *words* must all occur."""

    city: Slug
    statuses: frozenset[Status] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    words: tuple[Line, ...] = ()
    page: Annotated[int, Field(ge=1, le=10_000)] = 1
    limit: Annotated[int, Field(ge=1, le=200)] = 50


class StockLine(Value):
    """One opening in short."""

    id: str
    title: str
    kind: Kind
    org_unit: str | None
    training_year: int | None
    start_kind: StartKind
    starts_on: date | None
    deadline_kind: DeadlineKind
    deadline_on: date | None
    status: Status
    sample: bool
    last_seen_at: datetime


class StockPage(Value):
    """The lines of a page, and how many there are on all pages."""

    lines: tuple[StockLine, ...]
    total: int


class Stated(Value):
    """How many of the *openings* that one can apply for state each field, by its name."""

    openings: int
    fields: dict[str, int]
