"""Correcting: what a correction makes of an opening, and when it is asked about."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from stellenbund.domain.correcting import corrected, question_about, said_of
from stellenbund.domain.correction import WHOLE, KeptCorrection, is_hidden
from stellenbund.domain.kinship import HeldNotice
from stellenbund.domain.merge import Merged, spoken
from stellenbund.domain.opening import Origin
from stellenbund.domain.vocabulary import StartKind
from tests.builders import NOW, held

FIXED = {"deadline_kind": "fixed", "deadline_on": "2027-01-31", "deadline_text": "bis 31.1."}


def merged(*more: HeldNotice, **changes: object) -> Merged:
    return spoken((held("site", "a", **changes), *more), "k7m2x9qa4w")  # type: ignore[arg-type]


def correction(field: str, stated: Mapping[str, Any], over: Mapping[str, Any]) -> KeptCorrection:
    return KeptCorrection(
        id=7,
        city="musterstadt",
        opening="k7m2x9qa4w",
        field=field,
        text="wie getippt",
        stated=dict(stated),
        over=dict(over),
        set_at=NOW,
        actor="Petra Muster",
    )


def test_what_is_set_stands_above_the_sources_and_everything_else_stays() -> None:
    before = merged(positions=2)
    after = corrected(before, [correction("positions", {"positions": 3}, {"positions": 2})])
    assert after.fields == before.fields.model_copy(update={"positions": 3})
    assert after.origins == {**before.origins, "positions": Origin(source="desk", reference="7")}
    assert after.notices == before.notices


def test_values_that_belong_together_are_set_together() -> None:
    month = {"start_kind": "month", "starts_on": "2027-10-01", "training_year": 2027}
    after = corrected(merged(), [correction("start", {**month, "start_text": "Oktober"}, {})])
    fields = after.fields
    assert (fields.start_kind, fields.starts_on) == (StartKind.MONTH, date(2027, 10, 1))
    assert {after.origins[name].source for name in (*month, "start_text")} == {"desk"}


def test_what_is_cleared_has_no_origin() -> None:
    after = corrected(merged(positions=2), [correction("positions", {"positions": None}, {})])
    assert (after.fields.positions, "positions" in after.origins) == (None, False)


def test_without_corrections_nothing_changes() -> None:
    before = merged(positions=2)
    assert corrected(before, []) == before


def test_a_hidden_opening_keeps_its_values() -> None:
    hiding = correction(WHOLE, {}, {"notices": []})
    before = merged()
    assert corrected(before, [hiding]) == before
    assert is_hidden([hiding])
    assert not is_hidden([correction("positions", {"positions": 3}, {})])


SAME = {"answer": "yes", "sentence": "Teilzeit ist möglich."}


@pytest.mark.parametrize(
    ("field", "stated", "over", "now", "asks"),
    [
        ("positions", {"positions": 3}, {"positions": 2}, {"positions": 2}, False),
        ("positions", {"positions": 3}, {"positions": 2}, {"positions": 7}, True),
        ("positions", {"positions": 3}, {"positions": 2}, {"positions": None}, True),
        ("positions", {"positions": 3}, {"positions": 2}, {"positions": 3}, False),
        ("positions", {"positions": None}, {"positions": 2}, {"positions": 7}, True),
        ("deadline", {}, FIXED, {**FIXED, "deadline_text": "31. Januar 2027"}, False),
        ("deadline", {}, FIXED, {**FIXED, "deadline_on": "2027-02-28"}, True),
        (
            "deadline",
            {},
            {"deadline_kind": "unknown", "deadline_on": None, "deadline_text": "Mitte Januar"},
            {"deadline_text": "Ende Januar"},
            True,
        ),
        (
            "part_time",
            {"part_time": {"answer": "no", "sentence": "Teilzeit: nein"}},
            {"part_time": SAME},
            {"part_time": {**SAME, "sentence": "In Teilzeit möglich."}},
            False,
        ),
        (
            "part_time",
            {"part_time": {"answer": "no", "sentence": "Teilzeit: nein"}},
            {"part_time": SAME},
            {},
            True,
        ),
    ],
)
def test_the_city_is_asked_when_the_sources_say_another_thing_not_when_they_word_it_otherwise(
    field: str, stated: dict[str, Any], over: dict[str, Any], now: dict[str, object], *, asks: bool
) -> None:
    asked = question_about(merged(**now), correction(field, stated, over))
    assert (asked is not None) == asks
    if asked:
        assert asked.now == said_of(merged(**now), field)


def test_a_question_is_the_same_for_as_long_as_the_sources_say_the_same() -> None:
    made = correction("positions", {"positions": 3}, {"positions": 2})
    one, same, other = (question_about(merged(positions=n), made) for n in (7, 7, 8))
    assert one is not None
    assert same is not None
    assert other is not None
    assert one.fingerprint == same.fingerprint != other.fingerprint


def test_a_hidden_opening_is_in_question_when_another_notice_speaks_of_it() -> None:
    alone, both = merged(), merged(held("jobsuche", "b"))
    hiding = correction(WHOLE, {}, said_of(alone, WHOLE))
    assert question_about(alone, hiding) is None
    assert question_about(both, hiding) is not None
    assert question_about(alone, correction(WHOLE, {}, said_of(both, WHOLE))) is None
