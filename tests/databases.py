"""Databases for tests: a fresh, migrated one for each test, in SQLite and in PostgreSQL."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, NullPool, create_engine, text
from sqlalchemy.engine import make_url

from stellenbund.store.database import open_database
from stellenbund.store.migrations import migrate
from tests.postgres import NoServerError, server

_NUMBERS = count()


class Postgres:
    """A server with one migrated database of which copies are quickly made."""

    def __init__(self, url: str) -> None:
        """Make the database to copy from; its name is its own on a server that others use."""
        self.url = make_url(url).set(drivername="postgresql+psycopg")
        self.template = f"stellenbund_{uuid4().hex[:12]}"
        self.admin = create_engine(self.url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        self._tell(f"CREATE DATABASE {self.template}")
        engine = open_database(self.url_of(self.template))
        migrate(engine)
        engine.dispose()

    def url_of(self, name: str) -> str:
        """Return the address of the database *name*."""
        return self.url.set(database=name).render_as_string(hide_password=False)

    def copy(self) -> str:
        """Make a fresh database and return its name."""
        name = f"{self.template}_{next(_NUMBERS)}"
        self._tell(f"CREATE DATABASE {name} TEMPLATE {self.template}")
        return name

    def drop(self, name: str) -> None:
        """Let a database go, whoever is still connected."""
        self._tell(f"DROP DATABASE {name} WITH (FORCE)")

    def _tell(self, command: str) -> None:
        with self.admin.connect() as connection:
            connection.execute(text(command))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The server of this session (of this worker, under xdist), or a loud skip."""
    with ExitStack() as stack:
        try:
            url = stack.enter_context(server())
        except NoServerError as error:
            pytest.skip(f"NO POSTGRESQL HERE, HALF OF THE STORE IS UNTESTED: {error}")
        running = Postgres(url)
        yield running
        running.drop(running.template)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with all tables."""
    path = tmp_path_factory.mktemp("migrated") / "stellenbund.db"
    engine = open_database(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()
    return path


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared_engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """A database that the tests of a file share, for those that only read; on both kinds."""
    with ExitStack() as stack:
        if request.param == "sqlite":
            path = tmp_path_factory.mktemp("shared") / "stellenbund.db"
            shutil.copy(request.getfixturevalue("migrated_file"), path)
            url = f"sqlite:///{path}"
        else:
            running: Postgres = request.getfixturevalue("postgres")
            name = running.copy()
            stack.callback(running.drop, name)
            url = running.url_of(name)
        engine = open_database(url)
        stack.callback(engine.dispose)
        yield engine


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    """The address of a fresh SQLite database."""
    shutil.copy(migrated_file, tmp_path / "stellenbund.db")
    return f"sqlite:///{tmp_path / 'stellenbund.db'}"


@pytest.fixture
def postgresql_url(postgres: Postgres) -> Iterator[str]:
    """The address of a fresh PostgreSQL database."""
    name = postgres.copy()
    yield postgres.url_of(name)
    postgres.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh database; every test that asks for one runs on both."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """The way to a fresh database; every test that asks for one runs on both."""
    engine = open_database(database_url)
    yield engine
    engine.dispose()
