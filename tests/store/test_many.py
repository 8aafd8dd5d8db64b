"""Conditions about many values: as many as one likes, whatever stands in them."""

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from stellenbund.store.database import reading
from stellenbund.store.many import among
from stellenbund.store.tables.notices import NoticeRow
from tests.builders import harvest, notice
from tests.stocking import open_store, settled

ODD = ("a", "2027-01", 'Nr. "7"', "Straße\\17", "ä'; --", "[1, 2]")


def found(engine: Engine, *values: str) -> list[str]:
    with reading(engine) as session:
        references = col(NoticeRow.reference)
        rows = select(references).where(among(references, values)).order_by(col(NoticeRow.id))
        return list(session.exec(rows))


@pytest.fixture(autouse=True)
def _stock(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*(notice(name, org_unit=f"Amt {name}") for name in ODD)))


def test_each_value_is_found_as_it_is_written_and_nothing_else(engine: Engine) -> None:
    for value in ODD:
        assert found(engine, value) == [value]
    assert set(found(engine, *ODD)) == set(ODD)
    assert found(engine) == []
    assert found(engine, "A", "2027-0_", "%") == []


def test_there_may_be_more_values_than_a_statement_takes_parameters(engine: Engine) -> None:
    assert found(engine, *map(str, range(100_000)), "a") == ["a"]
