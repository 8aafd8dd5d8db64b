"""Publication: the openings of a city as they stand, and the moves that change them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import load_only
from sqlmodel import Session, col, select

from stellenbund.domain.content import digest
from stellenbund.domain.copying import Operation
from stellenbund.domain.merge import Merged
from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.opening import Fields, Origin
from stellenbund.domain.vocabulary import Status
from stellenbund.store.changes import take_numbers
from stellenbund.store.links import mark_dead_links
from stellenbund.store.tables.changes import ChangeRow
from stellenbund.store.tables.notices import NoticeRow
from stellenbund.store.tables.openings import OpeningRow, StatusChangeRow
from stellenbund.store.tables.row import Row

_INSTANTS = ("first_seen_at", "last_seen_at", "content_changed_at")

_SEARCHED = (
    *("title_published", "title", "org_unit"),
    *("description_text", "tasks", "profile", "benefits"),
)

_COMPARED: tuple[Any, ...] = (
    OpeningRow.status,
    OpeningRow.sample,
    OpeningRow.content_hash,
    OpeningRow.origins,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a reader could tell about an opening before: compared, not shown."""

    status: Status
    sample: bool
    content: str
    origins: dict[str, Origin]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One opening moves, and why.

    *merged* is what is said of it now (``None``: nothing else than before), *readvertises* what it
    turned out to advertise again.
    """

    opening: str
    status: Status
    reason: str
    merged: Merged | None = None
    readvertises: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What all moves of one run have in common; *sample* says that it read saved samples.

    Without a *run*, it was no delivery that moved them.
    """

    city: str
    run: int | None
    actor: str
    at: datetime
    sample: bool = False


def standings(session: Session, city: str, *, only: str | None = None) -> dict[str, Standing]:
    """Return how all openings that a city ever had stand now, or the *only* one, by id."""
    wanted = select(OpeningRow).where(OpeningRow.city == city)
    if only is not None:
        wanted = wanted.where(OpeningRow.id == only)
    rows = session.exec(wanted.options(load_only(*_COMPARED)).order_by(OpeningRow.id))
    return {
        row.id: Standing(
            status=row.status, sample=row.sample, content=row.content_hash, origins=row.origins
        )
        for row in rows
    }


def make_moves(session: Session, moves: Sequence[Move], stamp: Stamp) -> None:
    """Write each move into its opening, the opening's history and the public change log.

    Whatever moved says anew which of its links are dead.
    """
    if not moves:
        return
    wanted = select(OpeningRow).where(col(OpeningRow.id).in_([move.opening for move in moves]))
    known = {row.id: row for row in session.exec(wanted)}
    log: list[Row] = []
    moved: list[OpeningRow] = []
    for move, number in zip(moves, take_numbers(session, len(moves)), strict=True):
        row = known.get(move.opening)
        if row is None or row.status is not move.status:
            log.append(_step(move, stamp))
        log.append(_change(move, stamp, number))
        moved.append(_moved(row, move, stamp, number))
    mark_dead_links(session, moved)
    session.add_all(moved)
    session.flush()
    session.add_all(log)
    session.flush()


def show_seen(session: Session, source: int, now: datetime) -> None:
    """Let the openings that a source showed at *now* have been seen then; nothing else moves."""
    seen = select(NoticeRow.opening).where(
        NoticeRow.source == source,
        NoticeRow.last_seen_at == now,
        col(NoticeRow.opening).is_not(None),
    )
    openings = update(OpeningRow).where(col(OpeningRow.id).in_(seen))
    session.exec(openings.values(last_seen_at=now))


def _moved(row: OpeningRow | None, move: Move, stamp: Stamp, number: int) -> OpeningRow:
    """Return the opening as it is after *move*; a new one where there was none."""
    values: dict[str, Any] = {"status": move.status, "sequence": number}
    if move.merged is not None:
        values |= _told(move.merged)
    if move.readvertises is not None:
        values["readvertises"] = move.readvertises
    if row is None:
        values |= dict.fromkeys(_INSTANTS, stamp.at)
        return OpeningRow(id=move.opening, city=stamp.city, **values)
    if values.get("content_hash", row.content_hash) != row.content_hash:
        row.content_changed_at = stamp.at
    row.sqlmodel_update(values)
    return row


def _told(merged: Merged) -> dict[str, Any]:
    """Return what the merged notices say, as columns."""
    said = {name: getattr(merged.fields, name) for name in Fields.model_fields}
    return said | {
        "content_hash": digest(merged.fields),
        "origins": merged.origins,
        "sample": merged.notices[0].sample,
        "search_text": _search_text(merged.fields),
    }


def _search_text(fields: Fields) -> str:
    """Return the words of an opening, folded."""
    texts = (getattr(fields, name) for name in _SEARCHED)
    places = (place.name for place in fields.places)
    return "\n".join(fold(text) for text in (*texts, *places) if text)


def _step(move: Move, stamp: Stamp) -> StatusChangeRow:
    return StatusChangeRow(
        opening=move.opening,
        status=move.status,
        reason=move.reason,
        actor=stamp.actor,
        at=stamp.at,
        run=stamp.run,
    )


def _change(move: Move, stamp: Stamp, number: int) -> ChangeRow:
    op = Operation.UPSERT if move.status is Status.PUBLISHED else Operation.REMOVE
    return ChangeRow(seq=number, opening=move.opening, op=op, reason=move.reason, at=stamp.at)
