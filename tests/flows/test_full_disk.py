"""A disk that is full at any moment: nothing half applied, reading goes on, the next run works."""

import sqlite3

from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from stellenbund.store.database import Database, open_database, reading
from stellenbund.store.runs import list_runs
from tests.builders import harvest, notice
from tests.flows import invariants
from tests.stocking import open_store, settled

MANY = harvest(
    *(notice(f"{number}", org_unit=f"Amt {number}", tasks="Viel. " * 200) for number in range(20))
)


def limited(url: str, pages: int) -> Database:
    """Open an SQLite file whose disk takes no more than *pages*."""
    engine = open_database(url)

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(engine, "connect", limit)
    return engine


def test_whenever_the_disk_is_full_nothing_is_half_applied(sqlite_url: str) -> None:
    engine = open_database(sqlite_url)
    open_store(engine)
    with reading(engine) as session:
        size = session.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
    failures = 0
    while not _fits(sqlite_url, size + 5 * failures):
        failures += 1
        invariants.check(engine)
        with reading(engine) as session:
            assert list_runs(session) == ()
    assert failures >= 5
    invariants.check(engine)
    assert settled(engine, MANY).unchanged == 20
    engine.dispose()


def _fits(url: str, pages: int) -> bool:
    """Say whether a harvest can be settled on a disk of so many pages."""
    full = limited(url, pages)
    try:
        settled(full, MANY)
    except OperationalError:
        return False
    finally:
        full.dispose()
    return True
