"""Migrations: bring the tables of a database to a revision."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, text

from stellenbund.domain.errors import StellenbundError
from stellenbund.store.database import open_sqlite
from stellenbund.store.revision import script_location

if TYPE_CHECKING:
    from alembic.config import Config

LOCK = 5_711_000
"""The advisory lock under which PostgreSQL lets one migrator in at a time; any number will do."""

PATIENCE = "4s"
"""How long a step may wait for a table that others use before everything is undone."""


class BrokenReferenceError(StellenbundError):
    """A step left rows that refer to rows which are gone; it was undone."""


def migrate(engine: Engine, revision: str = "head") -> None:
    """Climb up to *revision*: all steps or none, and a second migrator waits for the first.

    Raises:
        sqlalchemy.exc.OperationalError: the database cannot be had, or its tables are in use.
        BrokenReferenceError: a step is wrong.
    """
    from alembic import command

    with migrating(engine) as config:
        command.upgrade(config, revision)


@contextmanager
def migrating(engine: Engine) -> "Iterator[Config]":
    """Open a transaction that keeps every other migrator out; its commands need the config."""
    from alembic.config import Config

    alone = _alone_in_sqlite if engine.dialect.name == "sqlite" else _alone_in_postgresql
    with alone(engine) as connection:
        config = Config()
        config.set_main_option("script_location", script_location().replace("%", "%%"))
        config.attributes["connection"] = connection
        yield config


@contextmanager
def _alone_in_postgresql(engine: Engine) -> Iterator[Connection]:
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE}'"))
        yield connection


@contextmanager
def _alone_in_sqlite(engine: Engine) -> Iterator[Connection]:
    """Use a connection that does not follow foreign keys, and ask at the end whether all hold.

    SQLite changes a table by building it anew, and would refuse to drop the old one while rows
    refer to it.
    """
    alone = open_sqlite(engine.url, foreign_keys="OFF").execution_options(writes=True)
    try:
        with alone.begin() as connection:
            yield connection
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            if broken is not None:
                raise BrokenReferenceError(f"{broken[0]} refers to missing rows of {broken[2]}")
    finally:
        alone.dispose()
