"""A process that sends and commits one file after the other until it is killed.

For each line on its standard input, a number and the address of a database, it becomes two: the
child commits and says the number of each file whose commit was acknowledged, the parent says when
the child is dead.
"""

import os
import sys
from itertools import count

from sqlalchemy import Engine
from sqlmodel import col, select

from stellenbund.domain.upload import Upload
from stellenbund.domain.upload_errors import TwinError
from stellenbund.store.database import open_database, reading
from stellenbund.store.tables.notices import NoticeRow
from stellenbund.store.tables.uploads import UploadRow
from tests.flows import invariants
from tests.flows.uploading import agreed, row, sent

SIZE = 12
_MOST = 900


def rows_of(number: int) -> list[str]:
    """Return the rows of the file that says *number* in each; every second one lacks two."""
    lacking = number % 2 * 2
    places = number % _MOST + 1
    return [row(f"n{place}", positions=places) for place in range(lacking, SIZE)]


def check_commits(engine: Engine) -> int:
    """Assert that the last commit is there wholly; return how many there were."""
    invariants.check(engine)
    with reading(engine) as session:
        runs = session.exec(select(UploadRow.run).where(col(UploadRow.run).is_not(None))).all()
        live = select(NoticeRow).where(col(NoticeRow.vanished_at).is_(None))
        held = {each.reference: each.fields.positions for each in session.exec(live)}
    number = len(runs)
    expected = (each.split(";") for each in rows_of(number))
    assert held == {cells[0]: int(cells[3]) for cells in expected}
    assert len(set(runs)) == number
    return number


def _waiting(engine: Engine, number: int) -> Upload:
    """Send the file with that number; one that was killed before may have done so already."""
    try:
        return sent(engine, *rows_of(number))
    except TwinError as error:
        return error.twin


def commit_file(engine: Engine, number: int) -> None:
    """Send the file with that number, look at its preview and commit it."""
    agreed(engine, _waiting(engine, number))


def commit_for_ever(url: str, first: int) -> None:
    """Commit files from number *first* on, and acknowledge each once it is published."""
    engine = open_database(url)
    for number in count(first):
        commit_file(engine, number)
        os.write(1, b"%d\n" % number)


if __name__ == "__main__":
    for line in sys.stdin:
        first, url = line.split()
        child = os.fork()
        if child == 0:
            commit_for_ever(url, int(first))
        os.write(1, b"child %d\n" % child)
        os.waitpid(child, 0)
        os.write(1, b"dead\n")
