"""Serving contestants: what starts each of them, on the same openings."""

import shutil
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager, closing
from pathlib import Path

from bench.serving_bare import ANSWERS
from bench.serving_processes import Server, running

UNLIMITED = 1_000_000_000
"""Requests a minute: they are counted, and none is refused."""

SEARCHED = ("title", "description_text")
"""The columns that Datasette searches in."""

PATIENCE = 20_000
"""Milliseconds that Datasette may take; with its own 200 it would leave facets out."""

Running = AbstractContextManager[Server]


def ours(url: str, more: Mapping[str, str] | None = None) -> Running:
    """Run this service on the database at *url*, with *more* settings."""
    environment = {
        "STELLENBUND_DATABASE_URL": url,
        "STELLENBUND_READS_PER_MINUTE": str(UNLIMITED),
        **(more or {}),
    }
    command = [str(Path(sys.executable).with_name("stellenbund")), "serve"]
    return running(command, "/v1/openings", environment)


def bare(answers: Path) -> Running:
    """Run bare uvicorn on the bytes that the file *answers* holds."""
    return _uvicorn("serving_bare", "/0", {ANSWERS: str(answers)})


def usual(file: Path) -> Running:
    """Run the usual FastAPI with SQLModel on an SQLite file."""
    return _uvicorn("serving_usual", "/v1/openings", {"BENCH_DATABASE": f"sqlite:///{file}"})


def empty() -> Running:
    """Run FastAPI with SQLModel, and nothing else."""
    return _uvicorn("serving_empty", "/", {})


def datasette(file: Path) -> Running:
    """Run Datasette on an SQLite file that nobody else writes."""
    limits = ("sql_time_limit_ms", "facet_time_limit_ms")
    settings = [word for name in limits for word in ("--setting", name, str(PATIENCE))]
    # What would be left out of its answer need not be looked for either.
    settings += ["--setting", "suggest_facets", "off"]
    command = [sys.executable, "-m", "datasette", "serve", "--immutable", str(file), *settings]
    return running(command, f"/{file.stem}.json", {})


def searchable(file: Path) -> Path:
    """Return a copy of an SQLite file that Datasette can search in, made once."""
    copy = file.with_name(f"datasette-{file.name}")
    if not copy.exists():
        unfinished = copy.with_suffix(".part")
        shutil.copyfile(file, unfinished)
        columns = ", ".join(SEARCHED)
        with closing(sqlite3.connect(unfinished)) as connection:
            connection.execute(
                f"CREATE VIRTUAL TABLE opening_fts USING fts5({columns}, content=[opening])"
            )
            connection.execute("INSERT INTO opening_fts(opening_fts) VALUES ('rebuild')")
            connection.execute("ANALYZE")
            connection.commit()
        unfinished.rename(copy)
    return copy


def _uvicorn(module: str, path: str, environment: Mapping[str, str]) -> Running:
    command = [sys.executable, "-m", "uvicorn", f"bench.{module}:app", "--no-access-log"]
    # As lean as ours: none of them reads X-Forwarded-For or says what it is.
    command += ["--log-level", "warning", "--no-proxy-headers", "--no-server-header"]
    return running(command, path, environment)
