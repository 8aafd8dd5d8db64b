"""The end of a deadline in Europe/Berlin."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.clock import berlin_day, end_of_day, has_passed

_DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2026, 10, 31), datetime(2026, 10, 31, 23, tzinfo=UTC)),
        (date(2026, 3, 28), datetime(2026, 3, 28, 23, tzinfo=UTC)),
        (date(2026, 3, 29), datetime(2026, 3, 29, 22, tzinfo=UTC)),
        (date(2026, 10, 24), datetime(2026, 10, 24, 22, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 25, 23, tzinfo=UTC)),
    ],
)
def test_a_day_ends_at_berlin_midnight(day: date, end: datetime) -> None:
    assert end_of_day(day) == end


@given(_DAYS)
def test_a_deadline_holds_until_the_last_instant_of_its_day(day: date) -> None:
    end = end_of_day(day)
    assert not has_passed(day, end - timedelta(microseconds=1))
    assert has_passed(day, end)
    assert berlin_day(end) == day + timedelta(days=1)


def test_what_has_no_deadline_never_passes() -> None:
    assert not has_passed(None, datetime(2999, 1, 1, tzinfo=UTC))
