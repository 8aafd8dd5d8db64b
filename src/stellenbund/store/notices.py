"""Notices: what each source says, written when it says something new and never forgotten."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, or_, update
from sqlmodel import Session, col, select

from stellenbund.domain.departure import BETWEEN_STRIKES, Departure
from stellenbund.domain.kinship import HeldNotice
from stellenbund.domain.notice import Notice
from stellenbund.domain.source import Trust
from stellenbund.domain.value import keepable
from stellenbund.store.tables.cities import SourceRow
from stellenbund.store.tables.notices import NoticeRow


def live_notices(session: Session, source: int, *, sample: bool) -> dict[str, Notice]:
    """Return what a source says now, by reference; samples and the real thing never mix."""
    rows = session.exec(
        select(NoticeRow)
        .where(NoticeRow.source == source, NoticeRow.sample == sample, _is_live())
        .order_by(NoticeRow.reference)
    )
    return {row.reference: Notice(reference=row.reference, fields=row.fields) for row in rows}


def holds_real_notices(session: Session, source: int) -> bool:
    """Say whether a source ever spoke for itself, so that samples have no place there."""
    real = select(NoticeRow.id).where(NoticeRow.source == source, col(NoticeRow.sample).is_(False))
    return session.exec(real.limit(1)).first() is not None


def held_notices(session: Session, city: str) -> tuple[HeldNotice, ...]:
    """Return all live notices of a city's sources, as merging needs them."""
    return _held(session, col(SourceRow.city) == city)


def notices_of(session: Session, openings: Collection[str]) -> dict[str, tuple[HeldNotice, ...]]:
    """Return the live notices that speak of each of these openings, where any do."""
    spoken: dict[str, tuple[HeldNotice, ...]] = {}
    for notice in _held(session, col(NoticeRow.opening).in_(openings)):
        if notice.opening is not None:
            spoken[notice.opening] = (*spoken.get(notice.opening, ()), notice)
    return spoken


def _held(session: Session, which: ColumnElement[bool]) -> tuple[HeldNotice, ...]:
    rows = session.exec(
        select(NoticeRow, SourceRow)
        .join(SourceRow, col(NoticeRow.source) == col(SourceRow.id))
        .where(which, _is_live())
        .order_by(col(NoticeRow.id))
    )
    return tuple(
        HeldNotice(
            source=source.key,
            reference=row.reference,
            trust=Trust(source.trust),
            fields=row.fields,
            first_seen_at=row.first_seen_at,
            opening=row.opening,
            sample=row.sample,
        )
        for row, source in rows
    )


def save_notices(
    session: Session, source: int, notices: Collection[Notice], *, sample: bool, now: datetime
) -> None:
    """Write what a source says now: a notice is new, says something else, or has come back."""
    references = [notice.reference for notice in notices]
    known = {
        row.reference: row
        for row in session.exec(select(NoticeRow).where(_are_of(source, references)))
    }
    for notice in notices:
        said = _said(notice, now)
        if notice.reference in known:
            known[notice.reference].sqlmodel_update(said)
        else:
            said |= {"source": source, "reference": notice.reference, "sample": sample}
            session.add(NoticeRow(first_seen_at=now, **said))
    session.flush()


def see_notices(session: Session, source: int, references: Iterable[str], now: datetime) -> None:
    """Note that the source showed these references, readable or not."""
    seen = update(NoticeRow).where(_are_of(source, references), _is_live())
    session.exec(seen.values(last_seen_at=now, missing_strikes=0, struck_at=None))


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
    rows = session.exec(
        select(NoticeRow, SourceRow.key)
        .join(SourceRow, col(NoticeRow.source) == col(SourceRow.id))
        .where(SourceRow.city == city, _is_live())
    )
    for row, source in rows:
        row.opening = openings[source, row.reference]
    session.flush()


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


def _is_live() -> ColumnElement[bool]:
    return col(NoticeRow.vanished_at).is_(None)


def _are_of(source: int, references: Iterable[str]) -> ColumnElement[bool]:
    names = {keepable(reference) for reference in references}
    return and_(col(NoticeRow.source) == source, col(NoticeRow.reference).in_(names))
