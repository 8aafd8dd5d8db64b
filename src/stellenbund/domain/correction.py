"""Correction: one value of an opening as its city set it by hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, Field, JsonValue

from stellenbund.domain.access import Caller
from stellenbund.domain.city import City
from stellenbund.domain.finding import clip
from stellenbund.domain.normalisers.characters import stripped
from stellenbund.domain.opening import OpeningId
from stellenbund.domain.source import Source, Trust
from stellenbund.domain.value import Line, Slug, Text, Value

DESK = "desk"
"""Key of the source that a city's corrections are: its own desk."""

WHOLE = "opening"
"""In place of a field: the opening as a whole. Cleared, it is hidden."""

Said = dict[str, JsonValue]
"""Values by the names of an opening's fields, as JSON knows them."""


class Correction(Value):
    """What was set by hand: the *text* as it was typed, or ``None`` where the value is cleared.

    *stated* is what was read from it, *over* what the sources said at that moment. An opening as a
    whole states nothing, and *over* names the notices that spoke of it.
    """

    city: Slug
    opening: OpeningId
    field: Annotated[Line, Field(max_length=40)]
    text: Text | None
    stated: Said
    over: Said
    set_at: AwareDatetime
    actor: Annotated[Line, Field(max_length=150)]
    note: Line | None = None


class KeptCorrection(Correction):
    """A correction as it is kept, with its number."""

    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who corrects something, when, and with which note for colleagues."""

    by: Caller
    at: AwareDatetime
    note: str | None = None

    @property
    def line(self) -> str | None:
        """The note as it is kept: on one line, as long as one may be."""
        return clip(stripped(self.note or ""), 500) or None


class Choice(StrEnum):
    """The two answers to a questioned correction: it stays, or the sources' value is taken."""

    KEEP = "keep"
    TAKE = "take"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer to a question; *seen* is the fingerprint of the one that was shown, if known."""

    choice: Choice
    seen: str | None = None


def is_hidden(corrections: Iterable[Correction]) -> bool:
    """Say whether an opening with these corrections is held back."""
    return any(each.field == WHOLE for each in corrections)


def desk_of(city: City) -> Source:
    """Return the source that a city's corrections are; nothing is ever fetched from it."""
    return Source(
        city=city.slug,
        key=DESK,
        name="Von der Stadt berichtigt",
        url=city.website,
        reader=DESK,
        trust=Trust.DESK,
        is_enabled=False,
        disabled_reason="Hier stehen die Angaben, die die Stadt von Hand gesetzt hat; abgerufen "
        "wird nichts.",
    )
