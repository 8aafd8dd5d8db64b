"""Sources: where openings come from, and how well that goes."""

from collections.abc import Iterable

from sqlmodel import Session, col, func, select

from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.robots import RobotsState
from stellenbund.domain.source import Source
from stellenbund.domain.value import Value
from stellenbund.store.changes import hold_register
from stellenbund.store.robots import list_robots
from stellenbund.store.runs import LoggedRun, last_runs
from stellenbund.store.tables.cities import CityRow, SourceRow
from stellenbund.store.tables.notices import NoticeRow

LAST_RUNS = 5


class SourceState(Value):
    """A source, its live notices, its last runs (newest first), its last good one, its hosts.

    How fresh its openings are and how completely it states each field stand in the good run.
    """

    source: Source
    notices: int
    runs: tuple[LoggedRun, ...]
    last_good: LoggedRun | None
    robots: tuple[RobotsState, ...]


def save_source(session: Session, source: Source) -> None:
    """Write what the scraper says about *source*, new or known.

    A new one is told to whoever keeps the register in memory, whatever made it known.
    """
    row = _row(session, source.city, source.key)
    if row is None:
        hold_register(session)
        row = _row(session, source.city, source.key)
    session.merge(SourceRow(id=row.id if row else None, **source.model_dump()))
    session.flush()


def source_id(session: Session, city: str, key: str) -> int:
    """Return the number under which a source's notices and runs stand.

    Raises:
        NotFoundError: the city has no such source.
    """
    row = _row(session, city, key)
    if row is None or row.id is None:
        raise NotFoundError("source", f"{city}/{key}")
    return row.id


def get_source(session: Session, city: str, key: str) -> Source:
    """Return the source *key* of a city as it was declared.

    Raises:
        NotFoundError: the city has no such source.
    """
    row = _row(session, city, key)
    if row is None:
        raise NotFoundError("source", f"{city}/{key}")
    return _source(row)


def declared_sources(session: Session) -> tuple[Source, ...]:
    """Return all sources that were ever declared, by city and key."""
    rows = session.exec(select(SourceRow).order_by(SourceRow.city, SourceRow.key))
    return tuple(_source(row) for row in rows)


def list_sources(session: Session, *, city: str | None = None) -> tuple[SourceState, ...]:
    """Return the sources of the active cities, or of one of them, by city and key."""
    query = (
        select(SourceRow)
        .join(CityRow, col(SourceRow.city) == col(CityRow.slug))
        .where(CityRow.is_active)
        .order_by(SourceRow.city, SourceRow.key)
    )
    if city is not None:
        query = query.where(SourceRow.city == city)
    rows = {row.id: row for row in session.exec(query) if row.id is not None}
    notices = _live_notices(session, rows)
    runs = last_runs(session, rows, limit=LAST_RUNS)
    good = last_runs(session, rows, limit=1, good=True)
    robots = list_robots(session, rows)
    return tuple(
        SourceState(
            source=_source(row),
            notices=notices.get(number, 0),
            runs=runs.get(number, ()),
            last_good=next(iter(good.get(number, ())), None),
            robots=robots.get(number, ()),
        )
        for number, row in rows.items()
    )


def _live_notices(session: Session, sources: Iterable[int]) -> dict[int, int]:
    count = (
        select(NoticeRow.source, func.count())
        .where(col(NoticeRow.source).in_(set(sources)), col(NoticeRow.vanished_at).is_(None))
        .group_by(col(NoticeRow.source))
    )
    return dict(session.exec(count).all())


def _row(session: Session, city: str, key: str) -> SourceRow | None:
    named = select(SourceRow).where(SourceRow.city == city, SourceRow.key == key)
    return session.exec(named).first()


def _source(row: SourceRow) -> Source:
    return Source.model_validate(row.model_dump(exclude={"id"}))
