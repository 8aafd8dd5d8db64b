"""Sightings: the last fate of each reference that a source ever showed."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Session, col, select

from stellenbund.domain.sighting import Fate, Sighting
from stellenbund.domain.value import keepable
from stellenbund.store.many import among
from stellenbund.store.rows import insert_rows
from stellenbund.store.tables.sightings import SightingRow

REMEMBERED = timedelta(days=365)
"""How long a reference is remembered that its source does not show any more."""

MOST = 5_000
"""How many references of one delivery are remembered: more than all that it may bring of ours."""


def save_sightings(
    session: Session, source: int, found: Mapping[str, Fate], *, run: int, at: datetime
) -> None:
    """Write what became of all that *run* showed, and forget what nobody has seen for a year."""
    kept = dict(list(found.items())[-MOST:])
    mine = col(SightingRow.source) == source
    session.exec(delete(SightingRow).where(mine, among(col(SightingRow.reference), kept)))
    session.exec(delete(SightingRow).where(mine, col(SightingRow.at) < at - REMEMBERED))
    stamp = {"source": source, "run": run, "at": at}
    rows = [stamp | {"reference": name, "fate": fate} for name, fate in kept.items() if name]
    insert_rows(session, SightingRow, rows)


def find_sighting(session: Session, source: int, reference: str) -> Sighting | None:
    """Return when a source last showed *reference*, if it did within the last year."""
    wanted = select(SightingRow).where(
        SightingRow.source == source, SightingRow.reference == keepable(reference)
    )
    row = session.exec(wanted).first()
    return Sighting.model_validate(row.model_dump(exclude={"source"})) if row else None


def seen_references(session: Session, source: int, *, limit: int) -> tuple[str, ...]:
    """Return the references that a source showed, those of last time first."""
    wanted = (
        select(SightingRow.reference)
        .where(SightingRow.source == source)
        .order_by(col(SightingRow.at).desc(), col(SightingRow.reference))
        .limit(limit)
    )
    return tuple(session.exec(wanted))
