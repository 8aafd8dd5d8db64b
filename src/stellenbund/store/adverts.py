"""Adverts: when each source showed the openings of a city, and which one followed which."""

from collections import defaultdict
from datetime import datetime

from sqlmodel import Session, col, func, or_, select

from stellenbund.domain.readvertised import YEAR, Advert, Seen
from stellenbund.domain.vocabulary import Status
from stellenbund.store.tables.cities import SourceRow
from stellenbund.store.tables.notices import NoticeRow
from stellenbund.store.tables.openings import OpeningRow


def city_adverts(session: Session, city: str, now: datetime) -> tuple[Advert, ...]:
    """Return the openings of a city that live or ended within the last year."""
    recent = or_(
        col(OpeningRow.status) != Status.WITHDRAWN, col(OpeningRow.last_seen_at) >= now - YEAR
    )
    rows = session.exec(
        select(OpeningRow).where(OpeningRow.city == city, recent).order_by(OpeningRow.id)
    )
    seen = _seen(session, city)
    return tuple(
        Advert(
            opening=row.id,
            city=row.city,
            title=row.title,
            kind=row.kind,
            profession=row.profession,
            org_unit=row.org_unit,
            sample=row.sample,
            status=row.status,
            seen=seen.get(row.id, {}),
            readvertises=row.readvertises,
        )
        for row in rows
    )


def _seen(session: Session, city: str) -> dict[str, dict[str, Seen]]:
    """Return when each source of a city showed its openings, by opening and key of the source."""
    spans = (
        select(
            NoticeRow.opening,
            SourceRow.key,
            func.min(NoticeRow.first_seen_at),
            func.max(NoticeRow.last_seen_at),
        )
        .join(SourceRow, col(NoticeRow.source) == col(SourceRow.id))
        .where(SourceRow.city == city, col(NoticeRow.opening).is_not(None))
        .group_by(col(NoticeRow.opening), col(SourceRow.key))
    )
    seen: dict[str, dict[str, Seen]] = defaultdict(dict)
    for opening, source, first_at, last_at in session.exec(spans):
        seen[str(opening)][source] = Seen(first_at=first_at, last_at=last_at)
    return seen
