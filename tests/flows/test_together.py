"""Several writers at once, and harvests of every sort one after the other."""

import shutil
import threading
import time
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from stellenbund.domain.harvest import Harvest
from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Source
from stellenbund.domain.upload import UploadState
from stellenbund.flows.occasion import Occasion
from stellenbund.flows.settle import settle
from stellenbund.flows.uploads import get_upload
from stellenbund.store.changes import hold_register, latest_sequence
from stellenbund.store.cities import hold_city
from stellenbund.store.database import open_database, reading, writing
from stellenbund.store.runs import list_runs
from tests.builders import NOW, harvest, notice
from tests.databases import Postgres
from tests.flows import invariants
from tests.flows.uploading import CITY, agreed, row, sent
from tests.stocking import JOBSUCHE, SITE, ids, open_store, settled, source

ROUNDS = 6

QUICKLY = settings(max_examples=15, phases=(Phase.explicit, Phase.generate))


def test_deliveries_of_one_city_at_once_lose_nothing(engine: Engine) -> None:
    open_store(engine)
    failures: list[BaseException] = []

    def deliver(of: Source) -> None:
        try:
            for number in range(ROUNDS):
                units = [notice(f"{place}", org_unit=f"Amt {place}") for place in range(6)]
                extra = notice("extra", title=of.key, profession=None, positions=number + 1)
                settled(engine, harvest(*units, extra), of=of, at=NOW + timedelta(hours=number))
        except BaseException as error:  # noqa: BLE001 - shown by the assertion below
            failures.append(error)

    sources = (SITE, JOBSUCHE, source(city="neustadt"))
    writers = [threading.Thread(target=deliver, args=(of,)) for of in sources]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failures == []
    invariants.check(engine)
    with reading(engine) as session:
        runs = list_runs(session)
        assert [run.outcome for run in runs] == [Outcome.APPLIED] * ROUNDS * len(sources)
        openings = 6 + 2 + 7  # six that both sources of Musterstadt show, one of each, Neustadt's
        assert latest_sequence(session) >= openings + (ROUNDS - 1) * len(sources)


def test_the_first_file_of_a_city_waits_for_the_register_before_it_holds_the_city(
    postgres: Postgres,
) -> None:
    name = postgres.copy()
    engine = open_database(postgres.url_of(name))
    open_store(engine)
    waiting = sent(engine, row("1"))
    with writing(engine) as session:
        hold_register(session)
        writer = threading.Thread(target=agreed, args=(engine, waiting))
        writer.start()
        _wait_for_a_lock(engine)
        hold_city(session, CITY)
    writer.join()
    invariants.check(engine)
    assert get_upload(engine, CITY, waiting.id).state is UploadState.COMMITTED
    engine.dispose()
    postgres.drop(name)


def _wait_for_a_lock(engine: Engine) -> None:
    """Wait until somebody is kept waiting by another transaction."""
    blocked = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    for _ in range(1_000):
        with engine.connect() as connection:
            if connection.execute(blocked).scalar_one():
                return
        time.sleep(0.005)
    raise AssertionError


def test_a_failure_at_any_opening_leaves_nothing_behind(engine: Engine) -> None:
    open_store(engine)
    units = harvest(*(notice(f"{place}", org_unit=f"Amt {place}") for place in range(5)))

    for failing in range(5):
        make = ids()
        left = iter(range(failing))

        def new_id() -> str:
            next(left)  # noqa: B023 - used within this round only
            return make()  # noqa: B023

        occasion = Occasion(trigger="test", sample=False, clock=lambda: NOW, new_id=new_id)
        with pytest.raises(StopIteration), writing(engine) as session:
            settle(session, SITE, units, occasion, started_at=NOW)
        with reading(engine) as session:
            assert latest_sequence(session) == 0
            assert list_runs(session) == ()
    assert settled(engine, units).new == 5


class Step(NamedTuple):
    """One harvest of one source."""

    of: Source
    harvest: Harvest
    sample: bool


references = st.frozensets(st.sampled_from("abcdef"), max_size=6)


@st.composite
def steps(draw: st.DrawFn) -> Step:
    """Any harvest that a source of Musterstadt may bring."""
    of = draw(st.sampled_from([SITE, JOBSUCHE]))
    shown = draw(references)
    notices = [
        notice(
            f"{of.key}-{name}",
            org_unit=f"Amt {name}",
            positions=draw(st.sampled_from([None, 1, 2])),
            is_partial=draw(st.booleans()),
        )
        for name in sorted(shown)
    ]
    unreadable = frozenset(f"{of.key}-{name}" for name in draw(references) - shown)
    trouble = draw(st.sampled_from([None, None, None, Outcome.TRUNCATED, Outcome.FAILED]))
    told = harvest(*notices, trouble=trouble, unreadable=unreadable)
    return Step(of, told, draw(st.sampled_from([False, False, False, True])))


@QUICKLY
@given(st.lists(steps(), max_size=8))
def test_whatever_happens_on_sqlite_the_story_stays_one(
    migrated_file: Path, tmp_path_factory: pytest.TempPathFactory, told: list[Step]
) -> None:
    path = tmp_path_factory.getbasetemp() / f"{uuid4().hex}.db"
    shutil.copy(migrated_file, path)
    _live_through(f"sqlite:///{path}", told)


@QUICKLY
@given(st.lists(steps(), max_size=8))
def test_whatever_happens_on_postgresql_the_story_stays_one(
    postgres: Postgres, told: list[Step]
) -> None:
    name = postgres.copy()
    _live_through(postgres.url_of(name), told)
    postgres.drop(name)


def _live_through(url: str, told: list[Step]) -> None:
    """Settle each harvest twice and look at everything after each."""
    engine = open_database(url)
    open_store(engine)
    moment = NOW
    for step in told:
        for _ in range(2):
            moment += timedelta(hours=1)
            before = _sequence(engine)
            run = settled(engine, step.harvest, of=step.of, at=moment, sample=step.sample)
            invariants.check(engine)
            if not (run.new or run.changed or run.vanished):
                assert _sequence(engine) == before
    engine.dispose()


def _sequence(engine: Engine) -> int:
    with reading(engine) as session:
        return latest_sequence(session)
