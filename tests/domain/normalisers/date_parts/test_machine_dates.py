"""Machine dates: what programs write, as the day that it is in Berlin."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.clock import berlin_day
from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.date_parts.machine_dates import with_berlin_days

INSTANTS = st.integers(1_000_000_000, 4_102_444_799).map(
    lambda seconds: datetime.fromtimestamp(seconds, tz=UTC)
)


@given(INSTANTS)
def test_an_instant_is_its_day_in_berlin_in_every_notation(instant: datetime) -> None:
    seconds = int(instant.timestamp())
    for text in (
        instant.isoformat(),
        f"{instant:%Y-%m-%dt%H:%M:%S.000z}",
        f"{instant:%Y%m%dt%H%M%Sz}",
        f"{instant:%a, %d %b %Y %H:%M:%S} +0000".lower(),
        f"{instant:%a %b %d %H:%M:%S} utc {instant:%Y}".lower(),
        f"/date({seconds}000)/",
        str(seconds),
        f"{seconds}000",
    ):
        assert with_berlin_days(text.lower()) == str(berlin_day(instant))


def test_two_zones_that_mean_one_day_are_read() -> None:
    assert with_berlin_days("2026-08-05t00:00:00.000z+01:00") == "2026-08-05"


def test_midnight_at_the_end_still_belongs_to_its_day() -> None:
    assert with_berlin_days("2027-01-31t24:00:00+01:00") == "2027-01-31"


def test_a_local_zone_never_moves_the_day() -> None:
    assert with_berlin_days("thu jul 30 23:59:00 mez 2026") == "2026-07-30"


def test_an_interval_becomes_a_period() -> None:
    assert with_berlin_days("2026-08-01/2026-09-15") == "2026-08-01 bis 2026-09-15"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("2027-08-05t20:00:00z-05:00", "date.two_zones"),
        ("2027-02-30t10:00:00z", "date.impossible"),
        ("2027-02-03t10:61:00z", "date.impossible"),
        ("2027-02-03t10:00:00+25:00", "date.impossible"),
        ("46326", "date.serial_number"),
    ],
)
def test_what_means_no_one_day_is_refused(text: str, rule: str) -> None:
    with pytest.raises(UnreadableTextError) as caught:
        with_berlin_days(text)
    assert caught.value.rule == rule


def test_a_telephone_number_is_no_instant() -> None:
    assert with_berlin_days("0234910123") == "0234910123"
