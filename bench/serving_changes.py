"""Serving changes: an opening moves while it is served, and how soon each server shows it."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from itertools import count

from sqlalchemy import update
from sqlmodel import col

from bench.both_databases import KINDS, fresh
from bench.generated import opening_id
from bench.serving_contestants import ours
from bench.serving_processes import Server
from bench.serving_stock import fill
from stellenbund.store.changes import take_numbers
from stellenbund.store.database import Database, open_database, writing
from stellenbund.store.tables.openings import OpeningRow

MOVED = opening_id(1)
"""One of the oldest, so on no first page of a list."""

_OPENINGS = 2_000
_CHANGES = 5
_PATIENCE = 30
_NUMBERS = count()


def change(engine: Database) -> str:
    """Give an opening another title, as one change, and return the title."""
    title = f"Bewegt {next(_NUMBERS)}"
    with writing(engine) as session:
        (number,) = take_numbers(session, 1)
        moved = update(OpeningRow).where(col(OpeningRow.id) == MOVED)
        session.execute(moved.values(title=title, sequence=number))
    return title


@contextmanager
def changing(url: str, *, every: float = 1.0) -> Iterator[None]:
    """Change an opening of a database *every* so many seconds."""
    engine = open_database(url)
    end = threading.Event()

    def keep_changing() -> None:
        while not end.wait(every):
            change(engine)

    thread = threading.Thread(target=keep_changing)
    thread.start()
    try:
        yield
    finally:
        end.set()
        thread.join()
        engine.dispose()


def visible() -> Iterator[tuple[str, float]]:
    """Yield the most seconds that one of two workers took to show a change, by database."""
    for kind in KINDS:
        with fresh(kind) as url, ExitStack() as stack:
            engine = open_database(url)
            fill(engine, _OPENINGS)
            workers = [stack.enter_context(ours(url)) for _ in range(2)]
            yield kind, max(_shown_within(engine, workers) for _ in range(_CHANGES))
            engine.dispose()


def _shown_within(engine: Database, workers: list[Server]) -> float:
    title = change(engine)
    committed_at = time.perf_counter()
    waiting = {worker.port for worker in workers}
    while waiting:
        waiting -= {port for port in waiting if _title(port) == title}
        if time.perf_counter() - committed_at > _PATIENCE:
            raise TimeoutError(f"a change is not shown after {_PATIENCE} seconds")
        time.sleep(0.01)
    return time.perf_counter() - committed_at


def _title(port: int) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    connection.request("GET", f"/v1/openings/{MOVED}")
    found: str = json.loads(connection.getresponse().read())["title"]
    return found
