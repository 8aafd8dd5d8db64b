"""Rows written in batches: none is missed, and each keeps what it does not name."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import col, func, select

from stellenbund.domain.sighting import Fate
from stellenbund.store.database import reading, writing
from stellenbund.store.rows import BATCH, insert_rows, update_rows
from stellenbund.store.tables.notices import NoticeRow
from stellenbund.store.tables.sightings import SightingRow
from tests.builders import NOW, harvest, notice
from tests.stocking import open_store, settled

LATER = NOW + timedelta(hours=1)


@pytest.fixture(autouse=True)
def _stock(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*(notice(name, org_unit=f"Amt {name}") for name in "abc")))


def test_each_row_is_written_and_keeps_what_it_does_not_name(engine: Engine) -> None:
    by_name = select(NoticeRow).order_by(col(NoticeRow.reference))
    with reading(engine) as session:
        one, two, three = (each.id for each in session.exec(by_name))
    told = [
        {"id": one, "missing_strikes": 1, "struck_at": LATER},
        {"id": two, "last_seen_at": LATER},
        {"id": three, "missing_strikes": 2, "struck_at": LATER},
    ]
    with writing(engine) as session:
        update_rows(session, NoticeRow, told)
    with reading(engine) as session:
        found = [
            (each.missing_strikes, each.last_seen_at, each.struck_at)
            for each in session.exec(by_name)
        ]
    assert found == [(1, NOW, LATER), (0, LATER, None), (2, NOW, LATER)]


@pytest.mark.parametrize("count", [0, 1, BATCH, BATCH + 1])
def test_however_many_rows_there_are_all_are_written(engine: Engine, count: int) -> None:
    every = select(func.count()).select_from(SightingRow)
    with writing(engine) as session:
        before = session.exec(every).one()
        source = session.exec(select(NoticeRow.source)).first()
        run = session.exec(select(SightingRow.run)).first()
        stamp = {"source": source, "run": run, "at": NOW, "fate": Fate.NOTICE}
        insert_rows(session, SightingRow, (stamp | {"reference": f"x{n}"} for n in range(count)))
    with reading(engine) as session:
        assert session.exec(every).one() == before + count
