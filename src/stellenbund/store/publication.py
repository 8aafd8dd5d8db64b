"""Publication: the openings of a city as they stand, and the moves that change them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import JSON, type_coerce, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from stellenbund.domain.copying import Operation
from stellenbund.domain.dead_link import DeadLink, LinkField
from stellenbund.domain.merge import Merged
from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.opening import Fields
from stellenbund.domain.vocabulary import Status
from stellenbund.store.changes import take_numbers
from stellenbund.store.links import dead_since
from stellenbund.store.many import among
from stellenbund.store.rows import BATCH, insert_rows, update_rows
from stellenbund.store.tables.changes import ChangeRow
from stellenbund.store.tables.notices import NoticeRow
from stellenbund.store.tables.openings import OpeningRow, StatusChangeRow

_INSTANTS = ("first_seen_at", "last_seen_at", "content_changed_at")

_SEARCHED = (
    *("title_published", "title", "org_unit"),
    *("description_text", "tasks", "profile", "benefits"),
)

_COMPARED: tuple[Any, ...] = (
    OpeningRow.id,
    OpeningRow.status,
    OpeningRow.sample,
    OpeningRow.content_hash,
    type_coerce(col(OpeningRow.origins), JSON),
)

_Values = dict[str, Any]
"""A row as its columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a reader could tell about an opening before: compared, not shown.

    The origins are as plain as the database has them: there are many, and most are only equal.
    """

    status: Status
    sample: bool
    content: str
    origins: Mapping[str, Mapping[str, str]]


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


class _Known(NamedTuple):
    """What of an opening that moves must be known: how it stood, and the links it stated."""

    status: Status
    content_hash: str
    apply_url: str | None
    source_url: str | None


_MOVED: tuple[Any, ...] = tuple(getattr(OpeningRow, name) for name in _Known._fields)


def standings(session: Session, city: str, *, only: str | None = None) -> dict[str, Standing]:
    """Return how all openings that a city ever had stand now, or the *only* one, by id."""
    wanted = select_columns(*_COMPARED).where(col(OpeningRow.city) == city)
    if only is not None:
        wanted = wanted.where(col(OpeningRow.id) == only)
    rows = session.execute(wanted.order_by(col(OpeningRow.id)))
    return {
        name: Standing(status=status, sample=sample, content=content, origins=origins)
        for name, status, sample, content, origins in rows
    }


def make_moves(session: Session, moves: Sequence[Move], stamp: Stamp) -> None:
    """Write each move into its opening, the opening's history and the public change log.

    Whatever moved says anew which of its links are dead.
    """
    if not moves:
        return
    remaining = iter(zip(moves, take_numbers(session, len(moves)), strict=True))
    while batch := list(islice(remaining, BATCH)):
        _make_some(session, batch, stamp)


def show_seen(session: Session, source: int, now: datetime) -> None:
    """Let the openings that a source showed at *now* have been seen then; nothing else moves."""
    seen = select(NoticeRow.opening).where(
        NoticeRow.source == source,
        NoticeRow.last_seen_at == now,
        col(NoticeRow.opening).is_not(None),
    )
    openings = update(OpeningRow).where(col(OpeningRow.id).in_(seen))
    told = openings.values(last_seen_at=now)
    session.exec(told.execution_options(synchronize_session=False))


def _make_some(session: Session, numbered: Sequence[tuple[Move, int]], stamp: Stamp) -> None:
    """Write the columns of so many moves as are held in memory at once."""
    known = _known(session, [move.opening for move, _ in numbered])
    moved = [_moved(known.get(move.opening), move, stamp, number) for move, number in numbered]
    _mark_dead_links(session, known, moved)
    insert_rows(session, OpeningRow, [each for each in moved if each["id"] not in known])
    update_rows(session, OpeningRow, [each for each in moved if each["id"] in known])
    steps = [move for move, _ in numbered if _is_step(known.get(move.opening), move)]
    insert_rows(session, StatusChangeRow, [_step(move, stamp) for move in steps])
    insert_rows(session, ChangeRow, [_change(*each, stamp) for each in numbered])


def _known(session: Session, names: Sequence[str]) -> dict[str, _Known]:
    """Return of the openings with these ids what a move needs, as far as there are any."""
    found = select_columns(col(OpeningRow.id), *_MOVED).where(among(col(OpeningRow.id), names))
    return {row[0]: _Known(*row[1:]) for row in session.execute(found)}


def _moved(before: _Known | None, move: Move, stamp: Stamp, number: int) -> _Values:
    """Return the columns of an opening that *move* sets; all of them where there was none."""
    values: _Values = {"id": move.opening, "status": move.status, "sequence": number}
    if move.merged is not None:
        values |= _told(move.merged)
    if move.readvertises is not None:
        values["readvertises"] = move.readvertises
    if before is None:
        return values | dict.fromkeys(_INSTANTS, stamp.at) | {"city": stamp.city}
    if values.get("content_hash", before.content_hash) != before.content_hash:
        values["content_changed_at"] = stamp.at
    return values


def _told(merged: Merged) -> _Values:
    """Return what the merged notices say, as columns."""
    return {
        **dict(merged.fields),
        "content_hash": merged.content,
        "origins": merged.origins,
        "sample": merged.notices[0].sample,
        "search_text": _search_text(merged.fields),
    }


def _search_text(fields: Fields) -> str:
    """Return the words of an opening, folded."""
    texts = (getattr(fields, name) for name in _SEARCHED)
    places = (place.name for place in fields.places)
    return "\n".join(fold(text) for text in (*texts, *places) if text)


def _mark_dead_links(
    session: Session, known: Mapping[str, _Known], moved: Sequence[_Values]
) -> None:
    """Let what moved say which of its links are dead."""
    stated = [_links(known.get(each["id"]), each) for each in moved]
    since = dead_since(session, {url for links in stated for url in links.values() if url})
    for each, links in zip(moved, stated, strict=True):
        each["dead_links"] = tuple(
            DeadLink(field=field, url=url, since=since[url])
            for field, url in links.items()
            if url and url in since
        )


def _links(before: _Known | None, values: _Values) -> dict[LinkField, str | None]:
    """Return the links that an opening states once it has moved."""
    return {
        field: values[field] if field in values else before and getattr(before, field)
        for field in LinkField
    }


def _is_step(before: _Known | None, move: Move) -> bool:
    """Say whether an opening begins another part of its life."""
    return before is None or before.status is not move.status


def _step(move: Move, stamp: Stamp) -> _Values:
    return {
        "opening": move.opening,
        "status": move.status,
        "reason": move.reason,
        "actor": stamp.actor,
        "at": stamp.at,
        "run": stamp.run,
    }


def _change(move: Move, number: int, stamp: Stamp) -> _Values:
    op = Operation.UPSERT if move.status is Status.PUBLISHED else Operation.REMOVE
    return {
        "seq": number,
        "opening": move.opening,
        "op": op,
        "reason": move.reason,
        "at": stamp.at,
    }
