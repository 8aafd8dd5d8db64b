"""Audit: what the database itself refuses, above all to change or to forget anything."""

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DataError, IntegrityError

from stellenbund.domain.audit import AuditEntry, AuditQuery, Deed
from stellenbund.store.audit import list_audit, log_deed
from stellenbund.store.database import reading, writing
from tests.builders import NOW
from tests.stocking import open_store

COLUMNS = "id, at, actor, city, deed, subject, told"


def entry(**changes: object) -> AuditEntry:
    plain = {
        "at": NOW,
        "actor": "Petra Muster",
        "city": "musterstadt",
        "deed": Deed.RUN_REJECTED,
        "subject": "run 17",
        "told": {"reason": "Kaputt.", "caused": 18},
    }
    return AuditEntry.model_validate(plain | changes)


@pytest.fixture
def stocked(engine: Engine) -> Engine:
    """A database with some entries: two of Musterstadt, one of Neustadt, one of no city."""
    open_store(engine)
    with writing(engine) as session:
        for number, city in enumerate(("musterstadt", "neustadt", None, "musterstadt"), start=1):
            log_deed(session, entry(city=city, subject=f"run {number}"))
    return engine


def subjects(engine: Engine, **query: object) -> list[str]:
    with reading(engine) as session:
        return [each.subject for each in list_audit(session, AuditQuery.model_validate(query))]


AGAIN = f"INTO audit ({COLUMNS}) SELECT {COLUMNS} FROM audit WHERE id = 1"  # noqa: S608
TAMPERING = {
    "both": (
        "UPDATE audit SET actor = 'niemand'",
        "UPDATE audit SET id = id + 100",
        "UPDATE audit SET told = '{}' WHERE id = 1",
        "UPDATE audit SET actor = actor WHERE id = 4",
        "DELETE FROM audit",
        "DELETE FROM audit WHERE id = 2",
        f"INSERT {AGAIN} ON CONFLICT (id) DO UPDATE SET actor = 'niemand'",
    ),
    "sqlite": (f"INSERT OR REPLACE {AGAIN}", f"REPLACE {AGAIN}"),
    "postgresql": ("TRUNCATE audit", "TRUNCATE audit CASCADE"),
}


def test_nothing_in_it_can_be_changed_or_removed(stocked: Engine) -> None:
    with reading(stocked) as session:
        before = list_audit(session, AuditQuery())
    for command in (*TAMPERING["both"], *TAMPERING[stocked.dialect.name]):
        with (
            pytest.raises(IntegrityError, match="the audit is never changed"),
            stocked.execution_options(writes=True).begin() as connection,
        ):
            connection.execute(text(command))
    with reading(stocked) as session:
        assert list_audit(session, AuditQuery()) == before


BAD: dict[str, tuple[object, ...]] = {
    "actor": ("", " ", "x" * 151, None),
    "deed": ("", "Run released", "x" * 41, None),
    "subject": ("", " ", "x" * 101, None),
    "city": ("nowhere",),
    "at": (None,),
    "told": (None,),
}


def test_bad_values_are_refused_by_the_database_itself(stocked: Engine) -> None:
    names = [name.strip() for name in COLUMNS.split(",") if name != "id"]
    with stocked.execution_options(writes=True).begin() as connection:
        for bad, values in BAD.items():
            chosen = ", ".join(":value" if name == bad else name for name in names)
            copied = f"INSERT INTO audit ({', '.join(names)}) SELECT {chosen} FROM audit LIMIT 1"  # noqa: S608
            for value in values:
                with pytest.raises((IntegrityError, DataError)), connection.begin_nested():
                    connection.execute(text(copied), {"value": value})


def test_it_is_read_newest_first_and_page_by_page(stocked: Engine) -> None:
    assert subjects(stocked) == ["run 4", "run 3", "run 2", "run 1"]
    assert subjects(stocked, limit=2) == ["run 4", "run 3"]
    assert subjects(stocked, before=3) == ["run 2", "run 1"]


def test_a_city_reads_of_its_own_matters_only(stocked: Engine) -> None:
    assert subjects(stocked, city="musterstadt") == ["run 4", "run 1"]
    assert subjects(stocked, city="neustadt") == ["run 2"]
    assert subjects(stocked, city="altstadt") == []


def test_what_is_told_comes_back_as_it_was(stocked: Engine) -> None:
    with reading(stocked) as session:
        told = [each.told for each in list_audit(session, AuditQuery())]
    assert told == [{"reason": "Kaputt.", "caused": 18}] * 4


@pytest.mark.parametrize(
    "told",
    [
        {f"name_{letter}": 1 for letter in "abcdefghijklmnopqrstu"},
        {"reason": "x" * 501},
        {"Reason": "x"},
        {"reason": "a\nb"},
        {"reason": {"deep": "x"}},
    ],
)
def test_only_little_can_be_told(told: object) -> None:
    with pytest.raises(ValueError, match="told"):
        entry(told=told)
