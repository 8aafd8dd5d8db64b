"""Clock: what an instant means on the calendar of the nine cities."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")

SANDBOX_NOON = datetime(2026, 11, 25, 11, tzinfo=UTC)
"""The moment at which the sandbox stands still."""

_DAYS = 8
"""Days whose end is remembered: every answer asks when today ends, and when it began."""


def berlin_day(now: datetime) -> date:
    """Return the calendar day of the instant *now* in Europe/Berlin."""
    return now.astimezone(BERLIN).date()


@lru_cache(_DAYS)
def end_of_day(day: date) -> datetime:
    """Return the instant, in UTC, at which *day* is over in Europe/Berlin.

    A period ends with the end of its last day (§ 188 BGB); the instant itself is already outside.

    >>> end_of_day(date(2026, 10, 25)).isoformat()
    '2026-10-25T23:00:00+00:00'
    """
    midnight = datetime.combine(day + timedelta(days=1), time(), tzinfo=BERLIN)
    return midnight.astimezone(UTC)


def start_of_day(now: datetime) -> datetime:
    """Return the instant, in UTC, at which the day of *now* began in Europe/Berlin.

    >>> start_of_day(datetime(2026, 11, 25, 23, 30, tzinfo=UTC)).isoformat()
    '2026-11-25T23:00:00+00:00'
    """
    return end_of_day(berlin_day(now) - timedelta(days=1))


def has_passed(deadline_on: date | None, now: datetime) -> bool:
    """Say whether a deadline is over at *now*; without a deadline nothing ever is."""
    return deadline_on is not None and berlin_day(now) > deadline_on
