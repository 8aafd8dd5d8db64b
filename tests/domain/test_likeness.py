"""Likeness of two notices: what counts, what contradicts."""

from datetime import date

import pytest

from stellenbund.domain.likeness import contradict, label, likeness
from tests.builders import fields

MARKET = {"places": [{"name": "Bochum", "postcode": "44787"}]}
STATION = {"places": [{"name": "Bochum", "postcode": "44789"}]}
NOWHERE = {"places": [{"name": "Bochum"}]}
UNSAID = {"start_kind": "unknown", "starts_on": None}


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ({}, {}, 2),
        ({"title": "VFA"}, {"title": "vfa"}, 2),
        ({"title": "VFA"}, {}, 1),
        ({"title": "VFA", **UNSAID}, {}, 0),
        ({"title": "VFA", **UNSAID}, UNSAID, 0),
        ({"title": "VFA"}, {"starts_on": date(2027, 8, 1)}, 0),
        ({"org_unit": "Bauhof"}, {"org_unit": "Bauhof"}, 3),
        ({"org_unit": "Bauhof"}, {"org_unit": "Feuerwehr"}, 2),
        ({"org_unit": "Bauhof"}, {}, 2),
        (MARKET, MARKET, 3),
        (MARKET, STATION, 2),
        (NOWHERE, NOWHERE, 2),
    ],
)
def test_title_first_day_department_and_postcode_count_once_each(
    one: dict[str, object], other: dict[str, object], count: int
) -> None:
    assert likeness(fields(**one), fields(**other)) == count
    assert likeness(fields(**other), fields(**one)) == count


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"training_year": 2027, **UNSAID}, {"training_year": 2028, **UNSAID}),
        ({"starts_on": date(2027, 8, 1)}, {"starts_on": date(2027, 9, 1)}),
        ({"org_unit": "Jugendamt"}, {"org_unit": "Feuerwehr"}),
    ],
)
def test_other_years_first_days_and_departments_contradict(
    one: dict[str, object], other: dict[str, object]
) -> None:
    assert contradict(fields(**one), fields(**other))
    assert contradict(fields(**other), fields(**one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {}),
        ({"training_year": 2027, **UNSAID}, {"training_year": None, **UNSAID}),
        ({"starts_on": date(2027, 8, 1), "start_kind": "month"}, {}),
        ({"org_unit": "Jugendamt"}, {}),
        ({"org_unit": "Feuerwehr"}, {"org_unit": "feuerwehr und rettungsdienst"}),
    ],
)
def test_what_one_of_them_leaves_open_or_says_more_precisely_does_not_contradict(
    one: dict[str, object], other: dict[str, object]
) -> None:
    assert not contradict(fields(**one), fields(**other))
    assert not contradict(fields(**other), fields(**one))


def test_a_profession_is_the_label_and_without_one_the_title_is() -> None:
    assert label(fields()) == "verwaltungsfachangestellte"
    assert label(fields(profession=None, title="Gärtner/in")) == label(
        fields(profession=None, title="GÄRTNER/IN")
    )
