"""Decisions and sightings: what the database itself refuses, and what later runs learn of them."""

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DataError, IntegrityError

from stellenbund.domain.sighting import Fate
from stellenbund.store.database import reading, writing
from stellenbund.store.runs import good_runs
from stellenbund.store.sightings import find_sighting, save_sightings, seen_references
from stellenbund.store.sources import source_id
from tests.builders import NOW, harvest
from tests.flows.deciding import LATER, MANY, doubted, rejected, released
from tests.stocking import open_store, settled

BAD: dict[str, dict[str, tuple[object, ...]]] = {
    "decision": {
        "run": (99, None),
        "verdict": ("accepted", "released", None),
        "actor": ("", " ", "x" * 101, None),
        "reason": ("", " ", "x" * 501, None),
        "question": ("", "z" * 64, None),
        "caused": (1, 99),
        "at": (None,),
    },
    "sighting": {
        "source": (99, None),
        "reference": ("", None),
        "run": (99, None),
        "fate": ("lost", None),
        "at": (None,),
    },
    "run": {"repeats": (99,)},
}


def test_bad_values_are_refused_by_the_database_itself(engine: Engine) -> None:
    rejected(engine, doubted(engine).id)
    with engine.execution_options(writes=True).begin() as connection:
        for table, columns in BAD.items():
            for column, values in columns.items():
                for value in values:
                    asked = text(f"UPDATE {table} SET {column} = :value")  # noqa: S608
                    with (
                        pytest.raises((IntegrityError, DataError)),
                        connection.begin_nested(),
                    ):
                        connection.execute(asked, {"value": value})


def test_a_run_has_one_decision(engine: Engine) -> None:
    rejected(engine, doubted(engine).id)
    columns = "run, verdict, actor, reason, at, question"
    again = text(f"INSERT INTO decision ({columns}) SELECT {columns} FROM decision")  # noqa: S608
    with (
        pytest.raises(IntegrityError),
        engine.execution_options(writes=True).begin() as connection,
    ):
        connection.execute(again)


def test_the_good_past_of_a_source_begins_with_its_last_release(engine: Engine) -> None:
    run = doubted(engine)
    with reading(engine) as session:
        source = source_id(session, "musterstadt", "site")
        assert len(good_runs(session, source, sample=False, limit=5)) == 3
    _, after = released(engine, run.id)
    with reading(engine) as session:
        assert [each.id for each in good_runs(session, source, sample=False, limit=5)] == [after.id]


def test_a_rejection_begins_no_new_past(engine: Engine) -> None:
    rejected(engine, doubted(engine).id)
    with reading(engine) as session:
        source = source_id(session, "musterstadt", "site")
        assert len(good_runs(session, source, sample=False, limit=5)) == 3


def test_each_reference_is_remembered_once_with_its_last_fate(engine: Engine) -> None:
    open_store(engine)
    first = settled(engine, harvest(*MANY, left_out=frozenset({"x"})))
    second = settled(engine, harvest(*MANY, unreadable=frozenset({"x"})), at=LATER)
    with reading(engine) as session:
        source = source_id(session, "musterstadt", "site")
        seen = find_sighting(session, source, "x")
        assert seen is not None
        assert (seen.fate, seen.run, seen.at) == (Fate.UNREADABLE, second.id, LATER)
        assert first.id != second.id
        assert len(seen_references(session, source, limit=100)) == 11


def test_of_more_than_can_be_remembered_strangers_go_first(engine: Engine) -> None:
    open_store(engine)
    run = settled(engine, harvest(*MANY))
    crowd = {f"fremd-{number}": Fate.SKIPPED for number in range(5_000)} | {"a": Fate.NOTICE}
    with writing(engine) as session:
        source = source_id(session, "musterstadt", "site")
        save_sightings(session, source, crowd, run=run.id, at=NOW)
    with reading(engine) as session:
        assert find_sighting(session, source, "a") is not None
        assert find_sighting(session, source, "fremd-0") is None
        assert find_sighting(session, source, "fremd-4999") is not None
