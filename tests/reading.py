"""Reading for tests: the openings as a database holds them."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Engine
from sqlmodel import Session

from stellenbund.domain.opening import Opening
from stellenbund.domain.vocabulary import Status
from stellenbund.store.database import reading
from stellenbund.store.openings import get_opening, openings_since
from tests.builders import NOW

PUBLISHED = frozenset({Status.PUBLISHED})


def openings_of(
    engine: Engine, *, now: datetime = NOW, statuses: Collection[Status] = PUBLISHED
) -> list[Opening]:
    """Return the openings that stand so at *now*, newest first."""
    with reading(engine) as session:
        return openings_in(session, now=now, statuses=statuses)


def openings_in(
    session: Session, *, now: datetime = NOW, statuses: Collection[Status] = PUBLISHED
) -> list[Opening]:
    """Return the openings that stand so at *now*, newest first."""
    names = [each.id for each in openings_since(session, 0)]
    found = [get_opening(session, name, now) for name in names]
    wanted = [each for each in found if each.status in statuses]
    return sorted(wanted, key=lambda each: (each.first_seen_at, each.id), reverse=True)
