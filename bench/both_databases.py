"""Both databases: a fresh, migrated one of each kind, for benches that write."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stellenbund.store.database import open_database
from stellenbund.store.migrations import migrate
from tests.databases import Postgres
from tests.postgres import server

KINDS = ("sqlite", "postgresql")


@contextmanager
def fresh(kind: str) -> Iterator[str]:
    """Yield the address of a fresh database of that *kind*."""
    if kind == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{Path(folder) / 'bench.db'}"
            engine = open_database(url)
            migrate(engine)
            engine.dispose()
            yield url
        return
    with server() as address:
        running = Postgres(address)
        name = running.copy()
        yield running.url_of(name)
        running.drop(name)
