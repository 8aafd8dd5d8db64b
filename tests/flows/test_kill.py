"""Killing a writer at any moment: what was acknowledged is there, and nothing is there by half."""

import random
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from stellenbund.store.database import open_database, reading
from stellenbund.store.tables.notices import NoticeRow
from tests.flows import invariants, settler
from tests.flows.committing import check_commits
from tests.flows.killing import Writer, killed, writer
from tests.stocking import open_store

KILLS, KILLED_COMMITS = 20, 6


@pytest.fixture
def process() -> Iterator[Writer]:
    """The process that settles."""
    with writer("tests.flows.settler") as running:
        yield running


def test_a_killed_writer_leaves_nothing_half_applied(process: Writer, database_url: str) -> None:
    engine = open_database(database_url)
    open_store(engine)
    chance = random.Random(5_711)  # noqa: S311 - moments to kill at
    kept = 0
    for _ in range(KILLS):
        acknowledged = killed(process, database_url, kept + 1, chance.uniform(0, 0.06))
        invariants.check(engine)
        kept = _kept(engine)
        assert acknowledged <= kept <= acknowledged + 1
    engine.dispose()


def test_a_killed_commit_of_a_file_is_there_wholly_or_not_at_all(database_url: str) -> None:
    engine = open_database(database_url)
    open_store(engine)
    chance = random.Random(5_911)  # noqa: S311 - likewise
    kept = 0
    with writer("tests.flows.committing") as process:
        for _ in range(KILLED_COMMITS):
            acknowledged = killed(process, database_url, kept + 1, chance.uniform(0, 0.2))
            kept = check_commits(engine)
            assert acknowledged <= kept <= acknowledged + 1
    engine.dispose()


def _kept(engine: Engine) -> int:
    """Return the number of the last harvest that is kept; it is kept wholly."""
    with reading(engine) as session:
        rows = session.exec(select(NoticeRow).where(col(NoticeRow.vanished_at).is_(None)))
        live = {row.reference: row.fields.positions for row in rows}
    (number,) = set(live.values())
    assert number is not None
    assert live.keys() == {notice.reference for notice in settler.numbered(number).notices}
    return number
