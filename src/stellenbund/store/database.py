"""Database: one address, and the two ways to talk to what stands there."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, InterfaceError, OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlmodel import Session

Database = Engine
"""The way to a database, under a name that needs no knowledge of SQL."""

DATABASE_ERRORS = (InterfaceError, OperationalError, PoolTimeoutError, ProgrammingError)
"""What is raised when a database is away, too busy, or has no tables yet."""

PATIENCE = 5
"""After how many seconds without a connection or a turn to write we give up."""

TURN = 60
"""So many seconds a writer on SQLite waits for its turn: there may be a queue of whole rounds."""

PRAGMAS = {
    "busy_timeout": f"{PATIENCE * 1000}",
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "foreign_keys": "ON",
}
"""What every SQLite connection is told: wait for a writer, survive a power cut, hold references."""

LIMITS = "-c timezone=UTC -c idle_in_transaction_session_timeout=60s"
"""What every PostgreSQL connection is told: a forgotten transaction must not hold a city."""


def open_database(url: str) -> Database:
    """Return the way to the database at *url*, SQLite or PostgreSQL.

    Nothing is asked of the database yet; only the folder of an SQLite file is made.

    Raises:
        sqlalchemy.exc.ArgumentError: *url* is no address of such a database.
    """
    address = make_url(url)
    match address.get_backend_name():
        case "sqlite":
            return open_sqlite(address)
        case "postgresql" | "postgres":
            return _open_postgresql(address)
        case other:
            raise ArgumentError(f"{other} is neither sqlite nor postgresql")


@contextmanager
def writing(engine: Database) -> Iterator[Session]:
    """Open a transaction that may change things: it is kept at the end, or never was.

    SQLite's only writer is chosen at the start of it, so that what was read stays true.
    """
    with Session(engine.execution_options(writes=True)) as session, session.begin():
        yield session


@contextmanager
def reading(engine: Database) -> Iterator[Session]:
    """Open a transaction that sees one moment of the database and can change nothing."""
    options: dict[str, Any] = {}
    if engine.dialect.name == "postgresql":
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with Session(engine.execution_options(**options)) as session, session.begin():
        yield session


def open_sqlite(address: URL, **pragmas: str) -> Database:
    """Return the way to an SQLite file; *pragmas* stand above the usual ones."""
    if address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(address, json_serializer=_as_json, pool_timeout=PATIENCE)

    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        for name, value in (PRAGMAS | pragmas).items():
            connection.execute(f"PRAGMA {name} = {value}")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _open_postgresql(address: URL) -> Database:
    return create_engine(
        address.set(drivername="postgresql+psycopg"),
        connect_args={"options": LIMITS, "connect_timeout": PATIENCE},
        json_serializer=_as_json,
        pool_pre_ping=True,
        pool_timeout=PATIENCE,
    )


def _begin(connection: Connection) -> None:
    """Begin as a writer or as a reader; a reader that later wants to write could lose."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {(TURN if writes else PATIENCE) * 1000}")
    connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writes else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


_as_json = partial(json.dumps, ensure_ascii=False)
