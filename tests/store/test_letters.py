"""Letters: what the database itself refuses."""

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DataError, IntegrityError

from stellenbund.domain.letter import Letter
from stellenbund.store.database import writing
from stellenbund.store.letters import save_letter
from tests.builders import NOW

BAD: dict[str, tuple[object, ...]] = {
    "id": ("short", "ABCDEFGHIJ", None),
    "address": ("", "ohne Klammeraffe", "a@" + "x" * 260, None),
    "subject": ("", " ", "x" * 501, None),
    "text": ("", " ", "x" * 60_001, None),
    "written_at": (None,),
    "next_at": (None,),
    "failures": (-1, 101, None),
}


def test_bad_values_are_refused_by_the_database_itself(engine: Engine) -> None:
    with writing(engine) as session:
        letter = Letter(
            id="k7m2x9qa4w",
            address="petra@musterstadt.example",
            subject="Betreff",
            text="Text",
            written_at=NOW,
            next_at=NOW,
        )
        save_letter(session, letter)
    for column, values in BAD.items():
        for value in values:
            change = text(f"UPDATE letter SET {column} = :value")  # noqa: S608
            with (
                pytest.raises((IntegrityError, DataError)),
                engine.execution_options(writes=True).begin() as connection,
            ):
                connection.execute(change, {"value": value})
