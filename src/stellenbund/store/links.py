"""Links: which addresses of public openings are to be checked, and what the checks found."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, union
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, func, select

from stellenbund.domain.dead_link import DeadLink, LinkField
from stellenbund.domain.link_health import LinkHealth, LinkState
from stellenbund.domain.value import Value
from stellenbund.domain.vocabulary import Status
from stellenbund.store.many import among
from stellenbund.store.standing import is_listed, is_published
from stellenbund.store.tables.links import LinkCheckRow
from stellenbund.store.tables.openings import OpeningRow

_COLUMNS = {field: col(getattr(OpeningRow, field)) for field in LinkField}


class LinkedOpening(Value):
    """An opening as far as its links matter."""

    id: str
    city: str
    title: str
    status: Status
    apply_url: str | None
    source_url: str | None
    dead_links: tuple[DeadLink, ...]


def due_links(
    session: Session, cities: Collection[str], now: datetime, *, limit: int
) -> tuple[str, ...]:
    """Return links of what is public now that are due at *now*, the longest overdue first.

    Samples are left out: their texts are invented.
    """
    stated = union(
        *(
            select_columns(column.label("url")).where(column.like("http%"), _is_public(cities, now))
            for column in _COLUMNS.values()
        )
    ).subquery()
    due_at = col(LinkCheckRow.next_check_at)
    due = (
        select_columns(stated.c.url)
        .outerjoin(LinkCheckRow, col(LinkCheckRow.url) == stated.c.url)
        .where(or_(due_at.is_(None), due_at <= now))
        .order_by(due_at.is_not(None), due_at, stated.c.url)
        .limit(limit)
    )
    return tuple(session.execute(due).scalars())


def known_links(session: Session, urls: Collection[str]) -> dict[str, LinkHealth]:
    """Return what is known of *urls*, as far as they were ever checked."""
    rows = session.exec(select(LinkCheckRow).where(among(col(LinkCheckRow.url), urls)))
    return {row.url: LinkHealth.model_validate(row.model_dump()) for row in rows}


def save_links(session: Session, links: Iterable[LinkHealth]) -> None:
    """Write what is known of each link now."""
    told = {link.url: link.model_dump() for link in links}
    known = select(LinkCheckRow).where(col(LinkCheckRow.url).in_(told))
    for row in session.exec(known).all():
        row.sqlmodel_update(told.pop(row.url))
    session.add_all(LinkCheckRow(**each) for each in told.values())
    session.flush()


def openings_with(session: Session, urls: Collection[str]) -> tuple[LinkedOpening, ...]:
    """Return all openings but withdrawn ones that state one of *urls*, by city and id."""
    states_one = or_(*(column.in_(urls) for column in _COLUMNS.values()))
    is_there = col(OpeningRow.status) != Status.WITHDRAWN
    found = _linked().where(states_one, is_there).order_by(OpeningRow.city, OpeningRow.id)
    return tuple(
        LinkedOpening.model_validate(dict(row)) for row in session.execute(found).mappings()
    )


def dead_since(session: Session, urls: Collection[str]) -> dict[str, datetime]:
    """Return which of *urls* are dead, and since when."""
    dead = select(LinkCheckRow.url, LinkCheckRow.first_gone_at).where(
        among(col(LinkCheckRow.url), urls), LinkCheckRow.state == LinkState.DEAD
    )
    return {url: since for url, since in session.exec(dead) if since is not None}


def dead_openings(
    session: Session, cities: Collection[str], now: datetime
) -> tuple[LinkedOpening, ...]:
    """Return the public openings of *cities* with dead links, by city and title."""
    found = _linked().where(_is_public(cities, now), _has_dead_links())
    in_order = found.order_by(OpeningRow.city, OpeningRow.title, OpeningRow.id)
    return tuple(
        LinkedOpening.model_validate(dict(row)) for row in session.execute(in_order).mappings()
    )


def count_dead_links(session: Session, now: datetime) -> Counter[tuple[str, str]]:
    """Return how many dead links of public openings each source states, by city and its key."""
    found = select(OpeningRow.city, OpeningRow.origins, OpeningRow.dead_links).where(
        is_published(now), _has_dead_links()
    )
    return Counter(
        (city, origins[link.field].source)
        for city, origins, links in session.exec(found)
        for link in links
    )


def last_check(session: Session) -> datetime | None:
    """Return when a link was last checked, if ever one was."""
    return session.exec(select(func.max(LinkCheckRow.checked_at))).one()


def _linked() -> Select[Any]:
    return select_columns(*(getattr(OpeningRow, name) for name in LinkedOpening.model_fields))


def _has_dead_links() -> ColumnElement[bool]:
    return col(OpeningRow.dead_links) != ()


def _is_public(cities: Collection[str], now: datetime) -> ColumnElement[bool]:
    """Say whether an opening of one of *cities* can be seen, and was read from the live web."""
    return and_(
        col(OpeningRow.city).in_(cities),
        is_listed(),
        is_published(now),
        col(OpeningRow.sample).is_(False),
    )
