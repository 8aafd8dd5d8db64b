"""Notices: what each source says, written when it says something new and never forgotten."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, or_, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from stellenbund.domain.departure import BETWEEN_STRIKES, Departure
from stellenbund.domain.notice import Notice
from stellenbund.domain.value import keepable
from stellenbund.store.many import among
from stellenbund.store.rows import insert_rows, update_rows
from stellenbund.store.tables.cities import SourceRow
from stellenbund.store.tables.notices import NoticeRow


def live_notices(
    session: Session, source: int, *, sample: bool, but: Collection[str] = ()
) -> dict[str, Notice]:
    """Return what a source says now, by reference, without the references in *but*.

    Samples and the real thing never mix.
    """
    columns: tuple[Any, ...] = (NoticeRow.reference, NoticeRow.fields, NoticeRow.content_hash)
    live = select_columns(*columns).where(_are_live(source, sample=sample))
    if but:
        live = live.where(among(col(NoticeRow.reference), _others(session, source, but)))
    return {
        reference: Notice.kept(reference, fields, content=content)
        for reference, fields, content in session.execute(live.order_by(col(NoticeRow.reference)))
    }


def live_contents(session: Session, source: int) -> dict[str, str]:
    """Return the fingerprint of what a source itself says now, by reference."""
    reference, content = col(NoticeRow.reference), col(NoticeRow.content_hash)
    live = select(reference, content).where(_are_live(source, sample=False))
    return dict(session.exec(live.order_by(reference)).all())


def holds_real_notices(session: Session, source: int) -> bool:
    """Say whether a source ever spoke for itself, so that samples have no place there."""
    real = select(NoticeRow.id).where(NoticeRow.source == source, col(NoticeRow.sample).is_(False))
    return session.exec(real.limit(1)).first() is not None


def save_notices(
    session: Session, source: int, notices: Collection[Notice], *, sample: bool, now: datetime
) -> None:
    """Write what a source says now: a notice is new, says something else, or has come back."""
    references = [notice.reference for notice in notices]
    found = select(col(NoticeRow.reference), col(NoticeRow.id)).where(_are_of(source, references))
    known = dict(session.exec(found).all())
    appeared, told = [], []
    for notice in notices:
        said = _said(notice, now)
        if notice.reference in known:
            told.append(said | {"id": known[notice.reference]})
        else:
            said |= {"source": source, "reference": notice.reference, "sample": sample}
            appeared.append(said | {"first_seen_at": now})
    insert_rows(session, NoticeRow, appeared)
    update_rows(session, NoticeRow, told)


def see_notices(session: Session, source: int, references: Iterable[str], now: datetime) -> None:
    """Note that the source showed these references, readable or not."""
    seen = update(NoticeRow).where(_are_of(source, references), _is_live())
    told = seen.values(last_seen_at=now, missing_strikes=0, struck_at=None)
    session.exec(told.execution_options(synchronize_session=False))


def strike_notices(
    session: Session,
    source: int,
    references: Iterable[str],
    *,
    allowed: int,
    reason: Departure,
    now: datetime,
) -> int:
    """Note that a complete run did not show these; return how many are gone now.

    One that was missing *allowed* times in a row is gone for that *reason*; a run too soon after
    the last one that counted does not count. Its last-seen stays as it was.
    """
    missing = _are_of(source, references)
    last = col(NoticeRow.struck_at)
    counts = or_(last.is_(None), last <= now - BETWEEN_STRIKES)
    struck = update(NoticeRow).where(missing, _is_live(), counts)
    session.exec(struck.values(missing_strikes=NoticeRow.missing_strikes + 1, struck_at=now))
    gone = (
        update(NoticeRow)
        .where(missing, _is_live(), col(NoticeRow.missing_strikes) >= allowed)
        .values(vanished_at=now, vanished_reason=reason)
        .returning(col(NoticeRow.id))
    )
    return len(session.exec(gone).all())


def drop_samples(session: Session, source: int) -> int:
    """Forget the sample notices of a source and return how many there were."""
    samples = delete(NoticeRow).where(
        col(NoticeRow.source) == source, col(NoticeRow.sample).is_(True)
    )
    return len(session.exec(samples.returning(col(NoticeRow.id))).all())


def assign_notices(session: Session, city: str, openings: Mapping[tuple[str, str], str]) -> None:
    """Write which opening each live notice of a city, named by source and reference, tells of."""
    held = (
        select_columns(
            col(NoticeRow.id), col(SourceRow.key), col(NoticeRow.reference), col(NoticeRow.opening)
        )
        .join(SourceRow, col(NoticeRow.source) == col(SourceRow.id))
        .where(col(SourceRow.city) == city, _is_live())
    )
    moved = [
        {"id": number, "opening": openings[source, reference]}
        for number, source, reference, opening in session.execute(held)
        if opening != openings[source, reference]
    ]
    update_rows(session, NoticeRow, moved)


def openings_of(session: Session, source: int, references: Collection[str]) -> dict[str, str]:
    """Return which opening each of these references of a source tells or told of, if of any."""
    reference, opening = col(NoticeRow.reference), col(NoticeRow.opening)
    known = select(reference, opening).where(_are_of(source, references), opening.is_not(None))
    return {name: each for name, each in session.exec(known).all() if each is not None}


def _others(session: Session, source: int, known: Collection[str]) -> set[str]:
    """Return what references a source has besides the *known* ones."""
    every = select(NoticeRow.reference).where(NoticeRow.source == source)
    return set(session.exec(every)) - set(known)


def _said(notice: Notice, now: datetime) -> dict[str, Any]:
    return {
        "fields": notice.fields,
        "content_hash": notice.content,
        "content_changed_at": now,
        "last_seen_at": now,
        "missing_strikes": 0,
        "struck_at": None,
        "vanished_at": None,
        "vanished_reason": None,
    }


def _are_live(source: int, *, sample: bool) -> ColumnElement[bool]:
    return and_(col(NoticeRow.source) == source, col(NoticeRow.sample) == sample, _is_live())


def _is_live() -> ColumnElement[bool]:
    return col(NoticeRow.vanished_at).is_(None)


def _are_of(source: int, references: Iterable[str]) -> ColumnElement[bool]:
    names = {keepable(reference) for reference in references}
    return and_(col(NoticeRow.source) == source, among(col(NoticeRow.reference), names))
