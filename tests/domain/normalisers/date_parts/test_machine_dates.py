"""Machine dates: what programs write, as the day that it is in Berlin."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.clock import berlin_day
from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.date_parts.machine_dates import is_stamp, with_berlin_days

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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-08-04t22:00:30z", "2026-08-05"),
        ("2027-01-31t24:00+01:00", "2027-01-31"),
        ("2027-02-03t23:30-05", "2027-02-04"),
        ("2027-02-03t02:30+05", "2027-02-02"),
        ("2027-02-03t04:15+05:30", "2027-02-02"),
        ("2027-02-03t04:58+05:59", "2027-02-02"),
        ("1971-06-30t23:30z", "1971-07-01"),
    ],
)
def test_minutes_and_seconds_of_clock_and_zone_move_the_day(text: str, day: str) -> None:
    assert with_berlin_days(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("/date(-1)/", "1970-01-01"),
        ("/date(0)/", "1970-01-01"),
        ("/date(1000)/", "1970-01-01"),
        ("/date(7258118399000)/", "2200-01-01"),
        ("/date(7258118400000)/", "9999-12-31"),
        ("253402300799", "9999-12-31"),
        ("0001-06-30t23:30:00z", "0001-06-30"),
        ("2200-06-30t23:30z", "2200-06-30"),
    ],
)
def test_what_a_program_writes_for_want_of_a_day_stays_recognisable(text: str, day: str) -> None:
    assert with_berlin_days(text) == day


def test_an_interval_becomes_a_period() -> None:
    assert with_berlin_days("2026-08-01/2026-09-15") == "2026-08-01 bis 2026-09-15"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("2027-08-05t20:00:00z-05:00", "date.two_zones"),
        ("2027-02-30t10:00:00z", "date.impossible"),
        ("2027-02-03t10:60:00z", "date.impossible"),
        ("2027-02-03t24:00:01z", "date.impossible"),
        ("2027-02-03t10:00:00+05:60", "date.impossible"),
        ("2027-02-03t10:00:00+25:00", "date.impossible"),
        ("46326", "date.serial_number"),
    ],
)
def test_what_means_no_one_day_is_refused(text: str, rule: str) -> None:
    with pytest.raises(UnreadableTextError) as caught:
        with_berlin_days(text)
    assert (caught.value.rule, caught.value.text) == (rule, text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1.809122399e9", "2027-04-30"),
        ("1.8091223990e9", "2027-04-30"),
        ("1,809122399123e+12", "2027-04-30"),
        ("1.8e9", "2027-01-15"),
        ("1809122399,00", "2027-04-30"),
        ("-62135596800000", "1970-01-01"),
    ],
)
def test_a_number_of_seconds_is_the_same_however_it_is_written(text: str, day: str) -> None:
    assert with_berlin_days(text) == day


def test_a_telephone_number_is_no_instant() -> None:
    assert with_berlin_days("0234910123") == "0234910123"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("1809122399", True),
        (" 1809122399000.0 ", True),
        ("'1809122399'", True),
        ("1809122399,00", True),
        ("1.809122399E9", True),
        ("1,809122399e+12", True),
        ("/Date(1809122399000)/", True),
        ("-62135596800000", True),
        ("30.04.2027", False),
        ("frist 1809122399", False),
        ("0234910123", False),
        ("-1809122", False),
        ("1.8E9", True),
        ("5.8E9", False),
    ],
)
def test_a_stamp_is_nothing_but_the_seconds_or_milliseconds_of_a_clock(
    text: str, *, is_one: bool
) -> None:
    assert is_stamp(text) == is_one
