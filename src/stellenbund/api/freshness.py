"""Freshness: for how long an answer may be used, and since when what it says is so."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime

from stellenbund.domain.clock import berlin_day, end_of_day

KEPT = 300
"""Seconds for which an answer may be used without asking again."""

SETTLED = timedelta(minutes=1)
"""How old a change must be to have a moment that is told.

Workers see a change up to two seconds apart and HTTP counts whole seconds; a minute later all of
them have seen it, so that whoever knows the moment has what all of them say.
"""


def freshness(now: datetime, moved_at: datetime | None) -> Mapping[str, str]:
    """Return what headers say at *now* of an answer from what last moved at *moved_at*, if known.

    At midnight in Berlin deadlines pass: nothing is kept beyond it, and it is a change, too.
    """
    headers = {"Cache-Control": f"public, max-age={seconds_to_keep(now)}"}
    if moved_at is not None:
        last = max(moved_at, end_of_day(berlin_day(now) - timedelta(days=1)))
        if now - last >= SETTLED:
            headers["Last-Modified"] = format_datetime(last.astimezone(UTC), usegmt=True)
    return headers


def seconds_to_keep(now: datetime) -> int:
    """Return for how long an answer of *now* may be kept: at midnight in Berlin deadlines pass."""
    left = end_of_day(berlin_day(now)) - now
    return min(KEPT, int(left.total_seconds()))


def is_unmoved(since: bytes, last_modified: str | None) -> bool:
    """Say whether nothing moved after an If-Modified-Since of the value *since*.

    >>> is_unmoved(b"Wed, 25 Nov 2026 10:00:01 GMT", "Wed, 25 Nov 2026 10:00:00 GMT")
    True
    >>> is_unmoved(b"gestern", "Wed, 25 Nov 2026 10:00:00 GMT")
    False
    """
    if last_modified is None:
        return False
    try:
        known = parsedate_to_datetime(since.decode("latin-1"))
        return known >= parsedate_to_datetime(last_modified)
    except (ValueError, TypeError, OverflowError):  # no date, or one without a zone
        return False
