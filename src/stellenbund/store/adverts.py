"""Adverts: when each source showed the openings of a city, and which one followed which."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import select as select_columns
from sqlmodel import Session, col, func, or_, select

from stellenbund.domain.readvertised import YEAR, Advert, Seen
from stellenbund.domain.vocabulary import Status
from stellenbund.store.tables.cities import SourceRow
from stellenbund.store.tables.notices import NoticeRow
from stellenbund.store.tables.openings import OpeningRow

_NAMES = (*("city", "title", "kind", "profession", "org_unit", "sample", "status", "readvertises"),)


def city_adverts(session: Session, city: str, now: datetime) -> tuple[Advert, ...]:
    """Return the openings of a city that live or ended within the last year."""
    recent = or_(
        col(OpeningRow.status) != Status.WITHDRAWN, col(OpeningRow.last_seen_at) >= now - YEAR
    )
    named = (getattr(OpeningRow, name) for name in _NAMES)
    offered = select_columns(col(OpeningRow.id).label("opening"), *named)
    rows = session.execute(offered.where(col(OpeningRow.city) == city, recent).order_by("opening"))
    seen = _seen(session, city)
    return tuple(Advert(**row, seen=seen.get(row["opening"], {})) for row in rows.mappings())


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
