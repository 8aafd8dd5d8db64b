"""Entry: what the catalogue keeps of one opening to show it."""

from datetime import date, datetime
from typing import Generic, NamedTuple, TypeVar

from stellenbund.catalogue.places import points_of
from stellenbund.domain.nrw_places import Point
from stellenbund.domain.opening import Opening
from stellenbund.domain.vocabulary import Kind, Status

Kept = TypeVar("Kept")
"""What the owner of the catalogue wants to have of each opening, such as its bytes."""


class Entry(NamedTuple, Generic[Kept]):
    """One opening: what orders, likeness and distance need, and what its owner wants to keep."""

    id: str
    first_seen_at: datetime
    status: Status
    deadline_on: date | None
    profession: str | None
    kldb: str | None
    kind: Kind
    training_year: int | None
    points: frozenset[Point]
    kept: Kept

    def status_on(self, today: date) -> Status:
        """Return where the opening stands on the day *today* in Berlin."""
        is_over = self.deadline_on is not None and self.deadline_on < today
        return Status.EXPIRED if is_over and self.status is Status.PUBLISHED else self.status


def entry(opening: Opening, kept: Kept) -> Entry[Kept]:
    """Return the entry of *opening*."""
    is_open = opening.status is Status.EXPIRED
    return Entry(
        id=opening.id,
        first_seen_at=opening.first_seen_at,
        status=Status.PUBLISHED if is_open else opening.status,
        deadline_on=opening.deadline_on,
        profession=opening.profession,
        kldb=opening.kldb,
        kind=opening.kind,
        training_year=opening.training_year,
        points=points_of(opening),
        kept=kept,
    )
