"""Source: one place where a city's openings stand."""

from enum import IntEnum, StrEnum
from typing import Annotated

from pydantic import Field

from stellenbund.domain.value import Line, Slug, Value


class Trust(IntEnum):
    """How far a source is believed when two of them state different values; the higher wins."""

    AGENCY = 10
    PORTAL = 20
    SITE = 30
    FEED = 40
    DESK = 50


class Scope(StrEnum):
    """What a source publishes: only training places, or ordinary jobs among them."""

    TRAINING = "training"
    MIXED = "mixed"


class Source(Value):
    """A source as the store and the API know it; how to read it is the scraper's business.

    A missing notice of an *authoritative* source (an interface that states its own total) is gone
    after one complete run; of any other source only after *strikes* complete runs without it.
    """

    city: Slug
    key: Slug
    name: Line
    url: Line
    reader: Line
    trust: Trust
    scope: Scope = Scope.TRAINING
    is_authoritative: bool = False
    strikes: Annotated[int, Field(ge=1, le=10)] = 3
    licence: Line | None = None
    attribution: Line | None = None
    is_enabled: bool = True
    disabled_reason: Line | None = None
