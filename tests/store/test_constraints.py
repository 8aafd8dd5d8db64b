"""What the database itself refuses, whoever writes."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, Engine, select, text, update
from sqlalchemy.exc import DataError, IntegrityError, StatementError
from sqlmodel import col
from sqlmodel.sql.sqltypes import AutoString

from stellenbund.domain.clock import BERLIN
from stellenbund.domain.lease import Lease
from stellenbund.domain.link_health import LinkAnswer, Sign, judge
from stellenbund.store.database import writing
from stellenbund.store.leases import take_lease
from stellenbund.store.links import save_links
from stellenbund.store.tables.openings import OpeningRow
from stellenbund.store.tables.schema import METADATA
from tests.builders import NOW, harvest, notice
from tests.flows.desk import corrected, opening_of
from tests.stocking import JOBSUCHE, open_store, settled

LONG = "x" * 501

BAD: dict[str, dict[str, tuple[object, ...]]] = {
    "city": {
        "slug": ("", "Ä", "a--b", "-a", "a-", "a b", "a" * 61),
        "ags": ("5999000", "0599900X", "059990000"),
        "name": ("", "  ", LONG, None),
    },
    "source": {
        "key": ("", "Site", "a_b"),
        "trust": (0, 35),
        "scope": ("everything", None),
        "strikes": (0, 11),
        "city": (None,),
    },
    "profession": {
        "slug": ("Koch",),
        "kldb": ("7320", "73202X", "732 2"),
        "kind": ("job",),
        "duration_months": (0, 73),
        "usual_certificate": ("diploma",),
    },
    "opening": {
        "id": ("short", "abcdefghi0", "abcdefghi1", "ABCDEFGHIJ", "abcdefghijk"),
        "title": ("", " ", LONG, None),
        "title_published": ("", LONG, None),
        "description_text": ("", "x" * 60_001),
        "language": ("", "x" * 36, None),
        "kind": ("job", "DUAL_APPRENTICESHIP", None),
        "profession": ("unknown",),
        "kldb": ("7320", "7320a", ""),
        "profession_score": (-0.1, 1.1),
        "profession_method": ("guess",),
        "positions": (0, 1000, -1),
        "training_year": (1999, 2101),
        "duration_months": (0, 73),
        "weekly_hours": (0, 61),
        "start_kind": ("soon", "unknown", None),
        "starts_on": (None,),
        "deadline_kind": ("fixed", "someday", None),
        "deadline_on": ("2027-01-31",),
        "certificate": ("diploma",),
        "apply_kind": ("phone",),
        "apply_url": ("javascript:alert(1)", "/relative", "ftp://x.example", ""),
        "source_url": ("data:text/html,x", "https:/x"),
        "status": ("expired", "deleted", None),
        "places": (None,),
        "city": ("nowhere", None),
        "content_hash": ("", "z" * 64),
        "first_seen_at": (None,),
        "dead_links": (None,),
    },
    "correction": {
        "opening": ("nothing2ab", None),
        "city": ("nowhere", None),
        "field": ("", "Deadline", "x" * 41, None),
        "text": ("", "  ", "x" * 60_001),
        "stated": (None,),
        "over": (None,),
        "set_at": (None,),
        "actor": ("", " ", "x" * 151, None),
        "note": ("", " ", LONG),
    },
    "link_check": {
        "url": ("mailto:a@b.example", "https://a.example/" + "x" * 2_000, None),
        "state": ("gone", "unsure ", "dead", "unsure", None),
        "status": (99, 1000),
        "reason": ("", " "),
        "first_gone_at": ("2026-11-24 12:00:00",),
        "failures": (-1, 1, None),
        "checked_at": (None,),
        "next_check_at": (None,),
    },
    "lease": {
        "name": ("", "Web", "a--b", None),
        "holder": ("", " ", LONG, None),
        "until": (None,),
    },
    "notice": {
        "reference": ("", None),
        "missing_strikes": (-1, 11),
        "vanished_reason": ("because",),
        "opening": ("nothing2ab",),
        "fields": (None,),
        "content_hash": ("x",),
    },
    "run": {
        "outcome": ("great", None),
        "found": (-1,),
        "harvest": ("{}",),
        "trigger": ("", "x" * 61),
        "source": (99,),
    },
    "finding": {"severity": ("fatal",), "rule": ("",), "run": (99,)},
    "change": {"op": ("delete",), "seq": (0,), "opening": ("nothing2ab",), "reason": ("",)},
    "status_change": {"status": ("expired",), "reason": ("",), "actor": ("",), "run": (99,)},
    "counter": {"value": (-1,)},
}


REFERENCES = {"city", "profession", "opening", "source", "run"}
"""Columns that point at another table."""


@pytest.fixture
def stocked(engine: Engine) -> Engine:
    """A database with at least one row in each table."""
    open_store(engine)
    settled(engine, harvest(notice("1")), of=JOBSUCHE)
    settled(engine, harvest(notice("a", positions=1), notice("b", positions=2)))
    corrected(engine, opening_of(engine, "a"), {"positions": "3"})
    with writing(engine) as session:
        works = LinkAnswer(sign=Sign.WORKS, status=200)
        save_links(session, [judge(None, "https://musterstadt.example/", works, NOW)])
        take_lease(session, Lease(name="web", holder="we", until=NOW), NOW)
    return engine


@pytest.mark.parametrize("table", sorted(BAD))
def test_bad_values_are_refused_by_the_database_itself(stocked: Engine, table: str) -> None:
    with stocked.execution_options(writes=True).begin() as connection:
        for column, values in BAD[table].items():
            for value in values:
                refusal = _refusal(connection, table, column, value)
                assert refusal is not None, f"{table}.{column} takes {value!r}"
                assert ("foreign key" in refusal) == (column in REFERENCES and value is not None)


def test_every_text_of_an_opening_has_a_rule_of_its_own() -> None:
    ruled = {str(check.name) for check in METADATA.tables["opening"].constraints}
    free = {"city", "profession", "search_text"}  # two are references, one is our own making
    for column in METADATA.tables["opening"].columns:
        if isinstance(column.type, AutoString) and column.name not in free:
            assert f"ck_opening_{column.name}" in ruled


def test_a_value_that_is_none_is_refused_on_its_way_in(stocked: Engine) -> None:
    wrong = update(OpeningRow).values(places=[{"postcode": "123"}])
    with (
        pytest.raises(StatementError, match="postcode"),
        stocked.execution_options(writes=True).begin() as connection,
    ):
        connection.execute(wrong)


def test_an_instant_without_its_zone_is_refused(stocked: Engine) -> None:
    naive = update(OpeningRow).values(first_seen_at=NOW.replace(tzinfo=None))
    with (
        pytest.raises(StatementError, match="timezone"),
        stocked.execution_options(writes=True).begin() as connection,
    ):
        connection.execute(naive)


def test_instants_come_back_in_utc(stocked: Engine) -> None:
    berlin = datetime(2026, 7, 1, 14, 30, 0, 123456, tzinfo=BERLIN)
    with stocked.execution_options(writes=True).begin() as connection:
        connection.execute(update(OpeningRow).values(first_seen_at=berlin))
    with stocked.execution_options(writes=True).begin() as connection:
        (found,) = set(connection.scalars(select(col(OpeningRow.first_seen_at))))
    assert found == berlin
    assert found.tzinfo is UTC


def test_an_opening_advertises_another_one_again_that_is_known_and_nobody_elses(
    stocked: Engine,
) -> None:
    with stocked.execution_options(writes=True).begin() as connection:
        one, other, third = connection.scalars(select(col(OpeningRow.id)).order_by(OpeningRow.id))
        say = update(OpeningRow).where(col(OpeningRow.id) == one)
        for wrong, refusal in ((one, "ck_opening_readvertises"), ("nothing2ab", "foreign key")):
            with pytest.raises(IntegrityError, match=f"(?i){refusal}"), connection.begin_nested():
                connection.execute(say.values(readvertises=wrong))
        connection.execute(say.values(readvertises=other))
        too = update(OpeningRow).where(col(OpeningRow.id) == third)
        with pytest.raises(IntegrityError, match=r"(?i)unique"), connection.begin_nested():
            connection.execute(too.values(readvertises=other))


def _refusal(connection: Connection, table: str, column: str, value: object) -> str | None:
    """Return what the database says to *value*, or ``None`` if it takes it."""
    savepoint = connection.begin_nested()
    try:
        connection.execute(text(f"UPDATE {table} SET {column} = :value"), {"value": value})  # noqa: S608
    except (IntegrityError, DataError) as error:
        savepoint.rollback()
        return str(error.orig).lower()
    savepoint.rollback()
    return None
