"""Touched: which openings the changes of a file are about, with what stands there by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from stellenbund.domain.correction import KeptCorrection
from stellenbund.domain.diff import Change
from stellenbund.flows.compare_upload import feed_number
from stellenbund.store.corrections import corrections_of
from stellenbund.store.notices import openings_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """The opening that a reference of the city's files is known as, and its corrections."""

    opening: str
    corrections: tuple[KeptCorrection, ...]

    def stands(self, field: str) -> bool:
        """Say whether a value set by hand stands over *field*, so that it stays public."""
        return any(field in each.stated for each in self.corrections)


def touched(session: Session, city: str, changes: Sequence[Change]) -> Mapping[str, Touched]:
    """Return the openings that *changes* are about, by reference; new ones are none yet."""
    number = feed_number(session, city)
    if number is None or not changes:
        return {}
    openings = openings_of(session, number, [each.reference for each in changes])
    standing = corrections_of(session, city)
    return {
        reference: Touched(opening=opening, corrections=standing.get(opening, ()))
        for reference, opening in openings.items()
    }
