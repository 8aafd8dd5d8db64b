"""Tokens: what the database itself refuses."""

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DataError, IntegrityError

from tests.flows.issuing import issued
from tests.stocking import open_store

BAD: dict[str, tuple[object, ...]] = {
    "fingerprint": ("", "z" * 64, "a" * 63, None),
    "name": ("", " ", "x" * 101, None),
    "city": ("nowhere",),
    "verbs": (None,),
    "created_at": (None, "2999-01-01 00:00:00+00:00"),
    "expires_at": (None, "2000-01-01 00:00:00+00:00"),
    "replaces": (99,),
}


def test_bad_values_are_refused_by_the_database_itself(engine: Engine) -> None:
    open_store(engine)
    issued(engine, "musterstadt")
    with engine.execution_options(writes=True).begin() as connection:
        for column, values in BAD.items():
            for value in values:
                asked = text(f"UPDATE token SET {column} = :value")  # noqa: S608
                with pytest.raises((IntegrityError, DataError)), connection.begin_nested():
                    connection.execute(asked, {"value": value})


@pytest.mark.parametrize("column", ["fingerprint", "replaces"])
def test_no_two_tokens_are_the_same_or_replace_the_same(engine: Engine, column: str) -> None:
    open_store(engine)
    for _ in range(3):
        issued(engine, "musterstadt")
    values = {"fingerprint": "a" * 64, "replaces": 1}
    with (
        pytest.raises(IntegrityError),
        engine.execution_options(writes=True).begin() as connection,
    ):
        connection.execute(
            text(f"UPDATE token SET {column} = :value WHERE id > 1"),  # noqa: S608
            {"value": values[column]},
        )
