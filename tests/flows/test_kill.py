"""Killing a writer at any moment: what was acknowledged is there, and nothing is there by half."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from stellenbund.store.database import open_database, reading
from stellenbund.store.tables.notices import NoticeRow
from tests.flows import invariants, settler
from tests.stocking import open_store

ROOT = Path(__file__).parents[2]
KILLS = 20

Settler = subprocess.Popen[str]


@pytest.fixture
def process() -> Iterator[Settler]:
    """The process that settles; it is the parent of those that die."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.flows.settler"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
    ) as running:
        yield running


def test_a_killed_writer_leaves_nothing_half_applied(process: Settler, database_url: str) -> None:
    engine = open_database(database_url)
    open_store(engine)
    chance = random.Random(5_711)  # noqa: S311 - moments to kill at
    kept = 0
    for _ in range(KILLS):
        acknowledged = _killed(process, database_url, kept + 1, chance.uniform(0, 0.06))
        invariants.check(engine)
        kept = _kept(engine)
        assert acknowledged <= kept <= acknowledged + 1
    engine.dispose()


def _killed(process: Settler, url: str, first: int, delay: float) -> int:
    """Let a child settle from number *first* on, kill it, and return what it acknowledged."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{first} {url}\n")
    process.stdin.flush()
    said: list[str] = []
    while not (any("child" in each for each in said) and any(each.isdigit() for each in said)):
        said.append(process.stdout.readline().strip())
        assert said[-1] != "dead", "the child died of itself"
    time.sleep(delay)
    (child,) = (int(each.removeprefix("child ")) for each in said if "child" in each)
    os.kill(child, signal.SIGKILL)
    while said[-1] != "dead":
        said.append(process.stdout.readline().strip())
    return max(int(each) for each in said if each.isdigit())


def _kept(engine: Engine) -> int:
    """Return the number of the last harvest that is kept; it is kept wholly."""
    with reading(engine) as session:
        rows = session.exec(select(NoticeRow).where(col(NoticeRow.vanished_at).is_(None)))
        live = {row.reference: row.fields.positions for row in rows}
    (number,) = set(live.values())
    assert number is not None
    assert live.keys() == {notice.reference for notice in settler.numbered(number).notices}
    return number
