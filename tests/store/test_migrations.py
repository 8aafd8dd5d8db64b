"""Climbing up and down on both databases, with something to lose inside."""

import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import IntegrityError

from stellenbund.domain.harvest import Harvest
from stellenbund.domain.run import Outcome
from stellenbund.store import migrations
from stellenbund.store.database import open_database, reading
from stellenbund.store.migrations import BrokenReferenceError, migrate, migrating
from stellenbund.store.revision import script_location
from stellenbund.store.runs import list_runs
from stellenbund.store.tables.schema import METADATA
from tests.builders import NOW, harvest, notice
from tests.reading import openings_of
from tests.stocking import open_store, settled

(HEAD,) = ScriptDirectory(script_location()).get_heads()
"""The last of our steps."""

LATER_STEP = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "later", "{head}"


def upgrade():
    with op.batch_alter_table("opening") as batch:
        batch.add_column(sa.Column("mood", sa.String(), nullable=False, server_default="good"))
        batch.drop_constraint(op.f("ck_opening_positions"), type_="check")
        batch.alter_column("positions", new_column_name="places_to_fill")


def downgrade():
    with op.batch_alter_table("opening") as batch:
        batch.drop_column("mood")
        batch.alter_column("places_to_fill", new_column_name="positions")
        batch.create_check_constraint(op.f("ck_opening_positions"), "{rule}")
"""

CARELESS_STEP = """
from alembic import op

revision, down_revision = "later", "{head}"


def upgrade():
    op.execute("DELETE FROM opening")
"""


def shape(engine: Engine) -> dict[str, Any]:
    """Return everything that the database itself says about its tables."""
    seen = inspect(engine)
    return {
        table: {
            "columns": {
                column["name"]: (str(column["type"]), column["nullable"], column["default"])
                for column in seen.get_columns(table)
            },
            "keys": seen.get_pk_constraint(table)["constrained_columns"],
            "references": {
                key["name"]: (key["constrained_columns"], key["referred_table"])
                for key in seen.get_foreign_keys(table)
            },
            "unique": {
                key["name"]: key["column_names"] for key in seen.get_unique_constraints(table)
            },
            "checks": {
                check["name"]: check["sqltext"] for check in seen.get_check_constraints(table)
            },
            "indexes": {index["name"]: index["column_names"] for index in seen.get_indexes(table)},
        }
        for table in seen.get_table_names()
        if table != "alembic_version"
    }


def fill(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*(notice(name, org_unit=f"Amt {name}", positions=2) for name in "abc")))


def total(engine: Engine) -> int:
    return len(openings_of(engine))


def move(engine: Engine, revision: str) -> None:
    """Climb up or down to *revision*, whichever way it lies."""
    with migrating(engine) as config:
        step = command.upgrade if revision == "head" else command.downgrade
        step(config, revision)


def test_the_steps_build_exactly_the_tables_of_the_code(engine: Engine) -> None:
    built = shape(engine)
    move(engine, "base")
    assert shape(engine) == {}
    with engine.execution_options(writes=True).begin() as connection:
        METADATA.create_all(connection)
    assert shape(engine) == built
    assert sum(len(table["checks"]) for table in built.values()) > 70


def test_autogenerate_finds_nothing_left_to_do(engine: Engine) -> None:
    with migrating(engine) as config:
        command.check(config)


def test_up_and_down_and_up_with_rows_inside(engine: Engine) -> None:
    fill(engine)
    move(engine, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    migrate(engine)
    fill(engine)
    assert total(engine) == 3


def test_what_the_fetcher_remembers_goes_and_comes_without_losing_a_run(engine: Engine) -> None:
    fill(engine)
    interrupted = Harvest(trouble=Outcome.INTERRUPTED, reason="Abgebrochen.")
    settled(engine, interrupted, at=NOW + timedelta(hours=1))
    move(engine, "0001")
    with reading(engine) as session:
        outcomes = session.connection().execute(text("SELECT outcome FROM run ORDER BY id"))
        assert outcomes.scalars().all() == ["applied", "failed"]
    migrate(engine)
    with reading(engine) as session:
        runs = list_runs(session)
    assert [(run.outcome, run.not_modified) for run in runs] == [
        (Outcome.FAILED, 0),
        (Outcome.APPLIED, 0),
    ]
    assert total(engine) == 3


def test_openings_of_before_have_no_dead_links(engine: Engine) -> None:
    fill(engine)
    for revision in ("0003", "head"):
        move(engine, revision)
    told = [(opening.dead_links, opening.readvertises) for opening in openings_of(engine)]
    assert told == [((), None)] * 3


def test_what_was_missing_before_counts_from_its_sources_last_run(engine: Engine) -> None:
    fill(engine)
    at = [NOW + days * timedelta(days=1) for days in range(5)]
    others = [notice(name, org_unit=f"Amt {name}", positions=2) for name in "bc"]
    settled(engine, harvest(*others), at=at[1])
    for revision in ("0007", "head"):
        move(engine, revision)
    again = [settled(engine, harvest(*others), at=each) for each in (at[1], at[2], at[3])]
    assert [(run.missing, run.vanished) for run in again] == [(1, 0), (1, 0), (0, 1)]


def test_climbing_to_where_one_stands_changes_nothing(engine: Engine) -> None:
    fill(engine)
    migrate(engine)
    assert total(engine) == 3


@pytest.fixture
def with_later_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the steps with one more behind the last."""
    for file in Path(script_location()).rglob("*.*"):
        if file.suffix in {".py", ".mako"}:
            copy = tmp_path / "steps" / file.relative_to(script_location())
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(file.read_text())
    step = tmp_path / "steps" / "versions" / "later.py"
    written = LATER_STEP.replace("{head}", HEAD)
    step.write_text(written.replace("{rule}", "positions BETWEEN 1 AND 999"))
    monkeypatch.setattr(migrations, "script_location", lambda: str(tmp_path / "steps"))
    return step


@pytest.mark.usefixtures("with_later_step")
def test_a_later_step_rebuilds_a_table_without_losing_a_row(engine: Engine) -> None:
    fill(engine)
    before = shape(engine)
    migrate(engine)
    with reading(engine) as session:
        rows = session.connection().execute(text("SELECT mood, places_to_fill FROM opening"))
        assert rows.all() == [("good", 2)] * 3
    move(engine, HEAD)
    assert shape(engine) == before
    assert total(engine) == 3


def test_a_step_that_loses_what_others_refer_to_is_undone(
    engine: Engine, with_later_step: Path
) -> None:
    fill(engine)
    with_later_step.write_text(CARELESS_STEP.replace("{head}", HEAD))
    with pytest.raises((BrokenReferenceError, IntegrityError)):
        migrate(engine)
    assert total(engine) == 3
    with reading(engine) as session:
        version = session.connection().execute(text("SELECT version_num FROM alembic_version"))
        assert version.scalar_one() == HEAD


def test_of_two_migrators_the_second_waits(engine: Engine, database_url: str) -> None:
    move(engine, "base")
    failures: list[BaseException] = []

    def climb() -> None:
        own = open_database(database_url)
        try:
            migrate(own)
        except BaseException as error:  # noqa: BLE001 - shown by the assertion below
            failures.append(error)
        own.dispose()

    migrators = [threading.Thread(target=climb) for _ in range(2)]
    for migrator in migrators:
        migrator.start()
    for migrator in migrators:
        migrator.join()
    assert failures == []
    fill(engine)
    assert total(engine) == 3


def test_alembic_finds_the_database_of_the_settings_by_itself(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STELLENBUND_DATABASE_URL", sqlite_url)
    config = Config()
    config.set_main_option("script_location", script_location())
    command.check(config)


def test_a_new_step_is_written_without_our_own_types(engine: Engine, with_later_step: Path) -> None:
    move(engine, "base")
    versions = with_later_step.parent
    for step in versions.glob("*.py"):
        step.unlink()
    with migrating(engine) as config:
        command.revision(config, "Everything", autogenerate=True, rev_id="0001")
    (written,) = versions.glob("*.py")
    content = written.read_text()
    assert "stellenbund" not in content
    assert "sqlmodel" not in content
    assert 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")' in content
    assert "sa.Numeric(4, 2)" in content
    migrate(engine)
