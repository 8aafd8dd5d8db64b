"""What tests of the API share: the application on a stocked database of either kind."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from stellenbund.store.database import open_database
from tests.api.clients import client_of
from tests.api.stock import stock
from tests.databases import Postgres


@pytest.fixture(scope="session")
def on_sqlite(
    migrated_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestClient]:
    """The application on a stocked SQLite database; nobody changes it."""
    path = tmp_path_factory.mktemp("api") / "stellenbund.db"
    shutil.copy(migrated_file, path)
    engine = open_database(f"sqlite:///{path}")
    stock(engine)
    yield client_of(engine)
    engine.dispose()


@pytest.fixture(scope="session")
def on_postgresql(postgres: Postgres) -> Iterator[TestClient]:
    """The application on a stocked PostgreSQL database; nobody changes it."""
    name = postgres.copy()
    engine = open_database(postgres.url_of(name))
    stock(engine)
    yield client_of(engine)
    engine.dispose()
    postgres.drop(name)


@pytest.fixture(params=["on_sqlite", "on_postgresql"])
def client(request: pytest.FixtureRequest) -> TestClient:
    """The application on a stocked database; every test that asks for it runs on both."""
    found: TestClient = request.getfixturevalue(request.param)
    return found
