"""What must hold of a database after any transaction, finished or killed."""

from collections import defaultdict
from itertools import pairwise

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from stellenbund.domain.vocabulary import Status
from stellenbund.store.changes import latest_sequence
from stellenbund.store.database import reading
from stellenbund.store.tables.changes import ChangeRow
from stellenbund.store.tables.notices import NoticeRow
from stellenbund.store.tables.openings import OpeningRow, StatusChangeRow


def check(engine: Engine) -> None:
    """Assert that notices, openings, their histories and the change log tell one story."""
    with reading(engine) as session:
        _check_file(session)
        openings = {row.id: row for row in session.exec(select(OpeningRow))}
        _check_lives(session, openings)
        _check_log(session, openings)
        _check_histories(session, openings)


def _check_file(session: Session) -> None:
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def _check_lives(session: Session, openings: dict[str, OpeningRow]) -> None:
    """An opening is withdrawn when no notice speaks of it any more, unless it is held back."""
    notices = session.exec(select(NoticeRow).where(col(NoticeRow.vanished_at).is_(None)))
    spoken_of = {notice.opening for notice in notices}
    held_back = {name for name, row in openings.items() if row.status is Status.HELD}
    living = {name for name, row in openings.items() if row.status is not Status.WITHDRAWN}
    assert spoken_of | held_back == living


def _check_log(session: Session, openings: dict[str, OpeningRow]) -> None:
    """The log has no gap, and each opening knows its last entry."""
    changes = session.exec(select(ChangeRow).order_by(col(ChangeRow.seq))).all()
    assert [change.seq for change in changes] == list(range(1, latest_sequence(session) + 1))
    last = {change.opening: change.seq for change in changes}
    assert last == {name: row.sequence for name, row in openings.items()}


def _check_histories(session: Session, openings: dict[str, OpeningRow]) -> None:
    """Each history ends where the opening stands, and no step repeats the one before."""
    steps = defaultdict(list)
    for step in session.exec(select(StatusChangeRow).order_by(col(StatusChangeRow.id))):
        steps[step.opening].append(step.status)
    assert {name: its[-1] for name, its in steps.items()} == {
        name: row.status for name, row in openings.items()
    }
    assert all(one is not other for its in steps.values() for one, other in pairwise(its))
