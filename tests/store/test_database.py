"""The two ways to talk to a database, and what its connections promise."""

import threading
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlmodel import Session

from stellenbund.store.changes import latest_sequence, take_numbers
from stellenbund.store.database import DATABASE_ERRORS, open_database, reading, writing


def _pragma(session: Session, name: str) -> object:
    return session.connection().exec_driver_sql(f"PRAGMA {name}").scalar_one()


def test_every_pooled_connection_to_sqlite_has_its_pragmas(sqlite_url: str) -> None:
    engine = open_database(sqlite_url)
    with reading(engine) as one, reading(engine) as other, reading(engine) as third:
        for session in (one, other, third):
            assert _pragma(session, "journal_mode") == "wal"
            assert _pragma(session, "synchronous") == 2
            assert _pragma(session, "busy_timeout") == 5000
            assert _pragma(session, "foreign_keys") == 1
    engine.dispose()


def test_a_writer_on_sqlite_waits_longer_than_a_reader_does(sqlite_url: str) -> None:
    engine = open_database(sqlite_url)
    for _ in range(2):
        with writing(engine) as session:
            assert _pragma(session, "busy_timeout") == 60_000
        with reading(engine) as session:
            assert _pragma(session, "busy_timeout") == 5_000
    engine.dispose()


def test_postgresql_lets_no_forgotten_transaction_hold_a_city(postgresql_url: str) -> None:
    engine = open_database(postgresql_url)
    with reading(engine) as session:
        shown = session.connection().execute(text("SHOW idle_in_transaction_session_timeout"))
        assert shown.scalar_one() == "1min"
    engine.dispose()


def test_the_folder_of_an_sqlite_file_is_made(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'var' / 'new' / 'stellenbund.db'}")
    with reading(engine) as session:
        assert session.connection().execute(text("SELECT 1")).scalar_one() == 1
    engine.dispose()


def test_what_is_written_is_kept_at_the_end(engine: Engine) -> None:
    with writing(engine) as session:
        take_numbers(session, 3)
    with reading(engine) as session:
        assert latest_sequence(session) == 3


def test_what_fails_in_the_middle_never_was(engine: Engine) -> None:
    def fail() -> None:
        with writing(engine) as session:
            take_numbers(session, 3)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with reading(engine) as session:
        assert latest_sequence(session) == 0


def test_a_reader_cannot_write(engine: Engine) -> None:
    with pytest.raises(DBAPIError), reading(engine) as session:
        take_numbers(session, 1)
    with writing(engine) as session:
        assert take_numbers(session, 1) == range(1, 2)


def test_a_reader_sees_one_moment(engine: Engine) -> None:
    with reading(engine) as session:
        before = latest_sequence(session)
        with writing(engine) as other:
            take_numbers(other, 5)
        session.expire_all()
        assert latest_sequence(session) == before
    with reading(engine) as session:
        assert latest_sequence(session) == before + 5


def test_writers_that_read_first_lose_nothing(engine: Engine) -> None:
    taken: list[int] = []

    def write() -> None:
        for _ in range(15):
            with writing(engine) as session:
                latest_sequence(session)
                numbers = take_numbers(session, 2)
            taken.extend(numbers)

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(taken) == list(range(1, 121))


def test_other_databases_are_refused() -> None:
    with pytest.raises(ArgumentError, match="neither sqlite nor postgresql"):
        open_database("mysql://example.org/stellenbund")


def test_a_database_that_is_away_is_one_of_the_errors_that_callers_know(tmp_path: Path) -> None:
    engine = open_database(f"postgresql://nobody@/nothing?host={tmp_path}")
    with pytest.raises(DATABASE_ERRORS), reading(engine) as session:
        latest_sequence(session)
    engine.dispose()


def test_a_database_without_tables_is_one_of_the_errors_that_callers_know(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'empty.db'}")
    with pytest.raises(DATABASE_ERRORS), reading(engine) as session:
        latest_sequence(session)
    engine.dispose()
