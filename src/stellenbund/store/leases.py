"""Leases: who has a right that only one process at a time may have."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import or_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from stellenbund.domain.lease import Lease
from stellenbund.store.tables.leases import LeaseRow

_INSERTS: Mapping[str, Callable[[type[LeaseRow]], postgresql.Insert | sqlite.Insert]] = {
    "postgresql": postgresql.insert,
    "sqlite": sqlite.insert,
}
"""Both databases can insert a row or change the one that is there, each in its own name."""


def take_lease(session: Session, wanted: Lease, now: datetime) -> Lease:
    """Let *wanted* stand unless somebody else has it at *now*; return the one that stands.

    It is one statement, so that of two who want it at once only one can have it.
    """
    insert = _INSERTS[session.get_bind().dialect.name]
    is_free = or_(col(LeaseRow.until) <= now, col(LeaseRow.holder) == wanted.holder)
    news = {"holder": wanted.holder, "until": wanted.until}
    take = insert(LeaseRow).values(**wanted.model_dump())
    session.exec(take.on_conflict_do_update(index_elements=["name"], set_=news, where=is_free))
    row = session.exec(select(LeaseRow).where(LeaseRow.name == wanted.name)).one()
    return Lease.model_validate(row.model_dump())


def change_lease(session: Session, lease: Lease) -> bool:
    """Let *lease* end when it says from now on; say whether its holder still has it to change."""
    mine = (col(LeaseRow.name) == lease.name, col(LeaseRow.holder) == lease.holder)
    changed = session.exec(update(LeaseRow).where(*mine).values(until=lease.until))
    return changed.rowcount == 1
