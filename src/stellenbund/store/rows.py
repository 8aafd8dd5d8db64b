"""Rows: many rows of one table, written a thousand at a time.

The ORM would part them wherever another value is missing, and send each part alone; all at once,
their parameters would need as much memory again as what they were made from.
"""

from collections.abc import Iterable, Mapping
from itertools import groupby, islice
from typing import Any

from sqlalchemy import Table, Update, bindparam, insert, inspect, update
from sqlmodel import Session

from stellenbund.store.tables.row import Row

Values = Mapping[str, Any]
"""A row as its columns."""

BATCH = 1_000

_KEY = "the_id"


def insert_rows(session: Session, table: type[Row], rows: Iterable[Values]) -> None:
    """Write new rows, all of which name the same columns."""
    session.flush()
    remaining = iter(rows)
    while batch := list(islice(remaining, BATCH)):
        session.connection().execute(insert(_table(table)), batch)


def update_rows(session: Session, table: type[Row], rows: Iterable[Values]) -> None:
    """Write the columns that each row names into the row with its ``id``."""
    session.flush()
    remaining = iter(rows)
    while batch := list(islice(remaining, BATCH)):
        for names, alike in groupby(sorted(batch, key=_names), key=_names):
            told = [{_KEY: row["id"], **{name: row[name] for name in names}} for row in alike]
            session.connection().execute(_change(_table(table), names), told)


def _names(row: Values) -> tuple[str, ...]:
    return tuple(sorted(row.keys() - {"id"}))


def _change(table: Table, names: Iterable[str]) -> Update:
    changed = update(table).where(table.c.id == bindparam(_KEY))
    return changed.values({name: bindparam(name) for name in names})


def _table(table: type[Row]) -> Table:
    found = inspect(table).local_table
    assert isinstance(found, Table)
    return found
