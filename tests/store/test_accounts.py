"""Accounts: what the database itself refuses."""

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DataError, IntegrityError

from stellenbund.domain.account import AccountRefusedError
from stellenbund.flows.sign_in import sign_in
from tests.builders import NOW
from tests.flows.inviting import CHEAP, PASSWORD, accepted, invited, new_ticket
from tests.stocking import open_store

BAD: dict[str, dict[str, tuple[object, ...]]] = {
    "account": {
        "email": ("", "ohne Klammeraffe", "a@" + "x" * 260, None),
        "name": ("", " ", "x" * 101, None),
        "city": ("nowhere",),
        "verbs": (None,),
        "password": ("", "x" * 201),
        "created_at": (None,),
    },
    "invitation": {
        "account": (99, None),
        "fingerprint": ("", "z" * 64, "a" * 63, None),
        "expires_at": (None,),
    },
    "sign_in": {
        "account": (99, None),
        "fingerprint": ("", "z" * 64, "a" * 63, None),
        "opened_at": (None, "2999-01-01 00:00:00+00:00"),
        "seen_at": (None, "2000-01-01 00:00:00+00:00"),
    },
    "failed_sign_in": {
        "fingerprint": ("", "z" * 64, "a" * 63, None),
        "count": (-1, None),
        "last_at": (None,),
    },
}


def entered(engine: Engine, password: str) -> str:
    email = "petra@musterstadt.example"
    return sign_in(
        engine, email, password, passwords=CHEAP, clock=lambda: NOW, new_ticket=new_ticket
    )


def test_bad_values_are_refused_by_the_database_itself(engine: Engine) -> None:
    open_store(engine)
    accepted(engine)
    invited(engine, email="otto@musterstadt.example")
    entered(engine, PASSWORD)
    with pytest.raises(AccountRefusedError):
        entered(engine, "falsch")
    with engine.execution_options(writes=True).begin() as connection:
        for table, columns in BAD.items():
            for column, values in columns.items():
                for value in values:
                    asked = text(f"UPDATE {table} SET {column} = :value")  # noqa: S608
                    with pytest.raises((IntegrityError, DataError)), connection.begin_nested():
                        connection.execute(asked, {"value": value})


def test_no_two_accounts_have_the_same_address(engine: Engine) -> None:
    open_store(engine)
    for email in ("petra@musterstadt.example", "otto@musterstadt.example"):
        invited(engine, email=email)
    with (
        pytest.raises(IntegrityError),
        engine.execution_options(writes=True).begin() as connection,
    ):
        connection.execute(text("UPDATE account SET email = 'petra@musterstadt.example'"))
