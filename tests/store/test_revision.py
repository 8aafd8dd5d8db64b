"""Whether the tables are those that the program expects."""

from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text
from sqlmodel import Session

from stellenbund.store.revision import is_current, is_empty, newest, script_location


def current(engine: Engine) -> bool:
    """Say whether the tables of *engine* are the ones that are expected."""
    with Session(engine) as session:
        return is_current(session)


def test_the_newest_step_is_the_one_that_alembic_knows() -> None:
    assert newest() == set(ScriptDirectory(script_location()).get_heads())


def test_a_database_is_current_at_the_last_step_and_nowhere_else(engine: Engine) -> None:
    assert current(engine)
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert not current(engine)
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    assert not current(engine)


def test_a_database_is_empty_until_a_first_step_is_taken(engine: Engine) -> None:
    with Session(engine) as session:
        assert not is_empty(session)
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    with Session(engine) as session:
        assert is_empty(session)
