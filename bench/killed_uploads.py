"""Killed uploads: kill -9 at random moments of many commits; none half applied, none lost.

``python -m bench.killed_uploads 100`` kills so many writers on each database, each at a moment that
lies anywhere in a round of sending, previewing and committing a file.
"""

import random
import sys
import time
from typing import NamedTuple

from sqlalchemy import Engine
from sqlmodel import col, func, select

from bench.both_databases import KINDS, fresh
from stellenbund.domain.upload import UploadState
from stellenbund.store.database import open_database, reading
from stellenbund.store.tables.uploads import UploadRow
from tests.flows.committing import check_commits, commit_file
from tests.flows.killing import killed, writer
from tests.stocking import open_store

TIMED = 5
"""Rounds that nobody kills, to know how long one takes."""


class Killed(NamedTuple):
    """How many writers were killed, and what was found of their commits afterwards.

    A commit was *midway* if its file was stored and it was not yet there, *unheard* if it was
    there although the writer died before it could say so.
    """

    kills: int
    commits: int
    midway: int
    unheard: int
    half_applied: int
    lost: int


def kill(kind: str, kills: int) -> Killed:
    """Kill so many writers on a database of that *kind*, and look after each what is there."""
    chance = random.Random(4_711)  # noqa: S311 - moments to kill at
    midway = unheard = half_applied = lost = 0
    with fresh(kind) as url, writer("tests.flows.committing") as process:
        engine = open_database(url)
        open_store(engine)
        longest, kept = _round(engine), TIMED
        for _ in range(kills):
            acknowledged = killed(process, url, kept + 1, chance.uniform(0, longest))
            try:
                kept = check_commits(engine)
            except AssertionError:
                half_applied += 1
                break
            midway += _waiting(engine)
            lost += kept < acknowledged
            unheard += kept > acknowledged
        engine.dispose()
    return Killed(kills, kept, midway, unheard, half_applied, lost)


def _round(engine: Engine) -> float:
    """Return how many seconds a round takes."""
    began = time.perf_counter()
    for number in range(1, TIMED + 1):
        commit_file(engine, number)
    return (time.perf_counter() - began) / TIMED


def _waiting(engine: Engine) -> int:
    """Return how many files wait to be committed."""
    with reading(engine) as session:
        waiting = select(func.count()).where(col(UploadRow.state) == UploadState.PREVIEW)
        return session.exec(waiting).one()


def main(kills: str = "100") -> int:
    """Print a line for each database; return 1 if anything was half applied or lost."""
    print(f"{'database':14}", *(f"{name:>14}" for name in Killed._fields), sep="")
    bad = 0
    for kind in KINDS:
        found = kill(kind, int(kills))
        print(f"{kind:14}", *(f"{number:14}" for number in found), sep="", flush=True)
        bad += found.half_applied + found.lost
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
