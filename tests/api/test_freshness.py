"""Freshness: since when something is so is told once every worker knows it."""

from datetime import UTC, datetime, timedelta

import pytest

from stellenbund.api.freshness import SETTLED, freshness, is_unmoved
from stellenbund.domain.clock import BERLIN

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def last_modified(now: datetime, moved_at: datetime | None) -> str | None:
    return freshness(now, moved_at).get("Last-Modified")


def test_a_move_is_dated_once_it_has_settled() -> None:
    moved_at = NOON.astimezone(BERLIN)
    assert last_modified(NOON + SETTLED - timedelta(seconds=1), moved_at) is None
    assert last_modified(NOON + SETTLED, moved_at) == "Wed, 25 Nov 2026 12:00:00 GMT"
    assert last_modified(NOON, None) is None


def test_midnight_in_berlin_is_a_move() -> None:
    assert last_modified(NOON, NOON - timedelta(days=9)) == "Tue, 24 Nov 2026 23:00:00 GMT"
    midnight = datetime(2026, 11, 26, tzinfo=BERLIN)
    assert last_modified(midnight, NOON) is None
    assert last_modified(midnight + SETTLED, NOON) == "Wed, 25 Nov 2026 23:00:00 GMT"


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        (b"Wed, 25 Nov 2026 12:00:00 GMT", True),
        (b"Wed, 25 Nov 2026 12:00:01 GMT", True),
        (b"Wednesday, 25-Nov-26 12:00:00 GMT", True),
        (b"Wed, 25 Nov 2026 11:59:59 GMT", False),
        (b"Wed, 25 Nov 2026 12:00:00", False),
        (b"Wed, 99 Nov 2026 12:00:00 GMT", False),
        (b"99999999999999999999", False),
        (b"\xff\xfe", False),
        (b"", False),
    ],
)
def test_what_is_no_date_is_not_compared(since: bytes, *, expected: bool) -> None:
    assert is_unmoved(since, "Wed, 25 Nov 2026 12:00:00 GMT") is expected


def test_without_a_moment_everything_may_have_moved() -> None:
    assert not is_unmoved(b"Wed, 25 Nov 2026 12:00:00 GMT", None)
