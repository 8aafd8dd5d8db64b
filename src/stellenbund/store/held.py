"""Held: the live notices of a city, as merging needs them."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from pydantic import TypeAdapter
from sqlalchemy import JSON, ColumnElement, and_, case, null, true, type_coerce
from sqlalchemy import select as select_columns
from sqlmodel import Session, col

from stellenbund.domain.kinship import HeldNotice
from stellenbund.domain.opening import Fields
from stellenbund.domain.source import Trust
from stellenbund.store.many import among
from stellenbund.store.tables.cities import SourceRow
from stellenbund.store.tables.notices import NoticeRow


class SaidNow(NamedTuple):
    """What a source said just now, by reference, so that nobody need read it again."""

    source: str
    fields: Mapping[str, Fields]


NOTHING = SaidNow("", MappingProxyType({}))

_FIELDS = TypeAdapter(Fields)


def held_notices(
    session: Session, city: str, *, but: str | None = None, said: SaidNow = NOTHING
) -> tuple[HeldNotice, ...]:
    """Return all live notices of a city's sources, as merging needs them; none of the source *but*.

    Of those that were *said* just now the fields need not be read again.
    """
    return _held(
        session,
        and_(col(SourceRow.city) == city, true() if but is None else col(SourceRow.key) != but),
        said,
    )


def notices_of(session: Session, openings: Collection[str]) -> dict[str, tuple[HeldNotice, ...]]:
    """Return the live notices that speak of each of these openings, where any do."""
    spoken: dict[str, tuple[HeldNotice, ...]] = {}
    for notice in _held(session, col(NoticeRow.opening).in_(openings)):
        if notice.opening is not None:
            spoken[notice.opening] = (*spoken.get(notice.opening, ()), notice)
    return spoken


def _held(
    session: Session, which: ColumnElement[bool], said: SaidNow = NOTHING
) -> tuple[HeldNotice, ...]:
    """Return live notices; the fields of those that were *said* just now come from there."""
    columns: tuple[Any, ...] = (
        *(SourceRow.key, SourceRow.trust, NoticeRow.reference, _unsaid(said)),
        *(NoticeRow.content_hash, NoticeRow.first_seen_at, NoticeRow.opening, NoticeRow.sample),
    )
    rows = (
        select_columns(*columns)
        .join(SourceRow, col(NoticeRow.source) == col(SourceRow.id))
        .where(which, col(NoticeRow.vanished_at).is_(None))
        .order_by(col(NoticeRow.id))
    )
    return tuple(
        HeldNotice(
            source=source,
            reference=reference,
            trust=Trust(trust),
            fields=_FIELDS.validate_python(fields) if fields else said.fields[reference],
            first_seen_at=first_seen_at,
            opening=opening,
            sample=sample,
            content=content,
        )
        for source, trust, reference, fields, content, first_seen_at, opening, sample in (
            session.execute(rows)
        )
    )


def _unsaid(said: SaidNow) -> ColumnElement[Any]:
    """Return the fields of a notice, but nothing for one that was just *said*."""
    fields = col(NoticeRow.fields)
    if not said.fields:
        return type_coerce(fields, JSON)
    names = among(col(NoticeRow.reference), said.fields)
    is_known = and_(col(SourceRow.key) == said.source, names)
    return type_coerce(case((is_known, null()), else_=fields), JSON)
