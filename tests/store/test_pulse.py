"""The pulse: every commit that may change a public answer can be felt in it."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from stellenbund.store.database import reading, writing
from stellenbund.store.pulse import LATE, Pulse, seen_since, take_pulse
from stellenbund.store.tables.runs import RunRow
from tests.builders import NOW, harvest, notice
from tests.reading import openings_of
from tests.stocking import open_store, settled


def pulse(engine: Engine) -> Pulse:
    with reading(engine) as session:
        return take_pulse(session)


def seen_again(engine: Engine) -> None:
    settled(engine, harvest(notice("a")))


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        (open_store, {"registrations"}),
        (seen_again, {"run", "recent_runs"}),
        (lambda engine: settled(engine, harvest(notice("a", positions=3))),
         {"sequence", "run", "recent_runs"}),
    ],
)  # fmt: skip
def test_what_is_done_is_felt(
    engine: Engine, act: Callable[[Engine], object], fields: set[str]
) -> None:
    open_store(engine)
    settled(engine, harvest(notice("a")))
    before = pulse(engine)
    act(engine)
    after = pulse(engine)._asdict()
    assert {name for name, value in before._asdict().items() if after[name] != value} == fields


def test_a_run_that_is_committed_after_later_ones_is_felt_and_looked_at(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("a")))
    with writing(engine) as session:
        run = session.exec(select(RunRow)).one()
        session.add(RunRow(**{**run.model_dump(), "id": 9}))
    before = pulse(engine)
    with writing(engine) as session:
        run = session.exec(select(RunRow).where(RunRow.id == 9)).one()
        session.add(RunRow(**{**run.model_dump(), "id": 8}))
    after = pulse(engine)
    assert after != before
    assert (after.run, before.run) == (9, 9)
    (opening,) = openings_of(engine)
    with reading(engine) as session:
        assert seen_since(session, before.run) == {opening.id: NOW}
        assert seen_since(session, before.run + LATE) == {}
