"""Corrections: one for each value, and none is lost when openings turn out to be one."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from stellenbund.domain.correction import WHOLE, Correction, KeptCorrection
from stellenbund.domain.errors import NotFoundError
from stellenbund.store.corrections import (
    corrections_of,
    drop_correction,
    find_correction,
    hand_over,
    list_corrections,
    save_correction,
)
from stellenbund.store.database import reading, writing
from tests.builders import NOW, harvest, notice
from tests.flows.desk import CITY, opening_of
from tests.stocking import open_store, settled


@pytest.fixture
def openings(engine: Engine) -> tuple[str, str, str]:
    """The ids of three openings."""
    open_store(engine)
    settled(engine, harvest(*(notice(name, org_unit=f"Amt {name}") for name in "abc")))
    one, other, third = (opening_of(engine, name) for name in "abc")
    return one, other, third


def saved(engine: Engine, opening: str, field: str, *, hours: int = 0) -> KeptCorrection:
    correction = Correction(
        city=CITY,
        opening=opening,
        field=field,
        text=str(hours),
        stated={"pay": {"amounts": [{"year": 1, "amount": "1368.26"}]}},
        over={"notices": []},
        set_at=NOW + timedelta(hours=hours),
        actor="Petra Muster",
    )
    with writing(engine) as session:
        return save_correction(session, correction)


def texts(engine: Engine) -> Mapping[str, dict[str, str | None]]:
    """Return what stands for each value of each opening."""
    with reading(engine) as session:
        found = corrections_of(session, CITY)
    return {name: {each.field: each.text for each in its} for name, its in found.items()}


def test_what_is_kept_comes_back_as_it_was(engine: Engine, openings: tuple[str, ...]) -> None:
    kept = saved(engine, openings[0], "pay")
    with reading(engine) as session:
        assert find_correction(session, CITY, kept.id) == kept
        assert list_corrections(session, CITY) == (kept,)
        assert list_corrections(session, "neustadt") == ()
        with pytest.raises(NotFoundError):
            find_correction(session, "neustadt", kept.id)
    with writing(engine) as session:
        drop_correction(session, kept.id)
    assert texts(engine) == {}


def test_the_younger_of_two_goes_to_the_heir_and_what_is_hidden_hides_both(
    engine: Engine, openings: tuple[str, str, str]
) -> None:
    one, other, heir = openings
    for opening, field, hours in (
        (one, "pay", 1),
        (one, "start", 4),
        (one, WHOLE, 0),
        (other, "pay", 3),
        (other, "tasks", 0),
        (heir, "pay", 2),
        (heir, "start", 2),
    ):
        saved(engine, opening, field, hours=hours)
    with writing(engine) as session:
        hand_over(session, {one: heir, other: heir})
    assert texts(engine) == {
        one: {WHOLE: "0"},
        heir: {"pay": "3", "start": "4", "tasks": "0", WHOLE: "0"},
    }
    with writing(engine) as session:
        hand_over(session, {})
        hand_over(session, {one: heir})
    assert len(texts(engine)[heir]) == 4
