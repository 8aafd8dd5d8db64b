"""Working time: hours per week, or the rule that refuses them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.working_time import names_hours, read_weekly_hours


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("39", "39.00"),
        ("39,0 Stunden", "39.00"),
        ("38,5 Std./Woche", "38.50"),
        ("41 Wochenstunden", "41.00"),
        ("39:30 h", "39.50"),
        ("Vollzeit, 39 Stunden pro Woche", "39.00"),
        ("19.5 Stunden wöchentlich", "19.50"),
        ("39 Stunden/Woche (39 Std.)", "39.00"),
    ],
)
def test_hours_are_exact_decimals(text: str, hours: str) -> None:
    assert read_weekly_hours(text) == Decimal(hours)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Vollzeit", "hours.unreadable"),
        ("20 - 39 Stunden", "hours.range"),
        ("bis zu 39 Stunden", "hours.range"),
        ("39 Stunden, Beamte 41 Stunden", "hours.several"),
        ("0 Stunden", "hours.out_of_range"),
        ("99 Stunden", "hours.out_of_range"),
        ("39 Stunden ab 01.09.2027", None),
    ],
)
def test_what_is_no_number_of_hours_is_refused(text: str, rule: str | None) -> None:
    if rule is None:
        assert read_weekly_hours(text) == 39
        return
    with pytest.raises(UnreadableTextError) as refused:
        read_weekly_hours(text)
    assert refused.value.rule == rule


def test_full_time_alone_names_no_hours() -> None:
    assert not names_hours("Vollzeit")
    assert names_hours("Vollzeit (39 Std.)")


@given(st.one_of(st.text(), st.from_regex(r"\d{1,3}[.,:]\d{1,3} ?(Std|h|Stunden)", fullmatch=True)))
def test_any_text_is_hours_or_refused(text: str) -> None:
    try:
        hours = read_weekly_hours(text)
    except UnreadableTextError:
        return
    assert 0 < hours <= 60
    assert read_weekly_hours(f"{hours} Stunden") == hours
