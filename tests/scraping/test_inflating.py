"""What was packed comes out whole, or never more of it than was allowed."""

import gzip
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.scraping.inflating import DamagedError, TooLargeError, counted, inflated

LIMIT = 3 * 1024 * 1024


def pieces(packed: bytes, size: int) -> list[bytes]:
    return [packed[at : at + size] for at in range(0, len(packed), size)]


@given(st.lists(st.binary(max_size=2_000), max_size=5), st.integers(1, 500))
def test_members_come_out_as_they_went_in(members: list[bytes], size: int) -> None:
    packed = b"".join(gzip.compress(member) for member in members)
    assert b"".join(inflated(pieces(packed, size), 20_000)) == b"".join(members)


@given(st.binary(max_size=500))
def test_any_bytes_are_unpacked_or_refused(packed: bytes) -> None:
    try:
        list(inflated([packed], 1_000))
    except (DamagedError, TooLargeError) as error:
        assert error  # noqa: PT017 - both are right


def test_the_limit_itself_is_allowed() -> None:
    packed = gzip.compress(b"a" * 1_000)
    assert b"".join(inflated([packed], 1_000)) == b"a" * 1_000
    with pytest.raises(TooLargeError):
        list(inflated([packed], 999))


def test_a_bomb_stays_small() -> None:
    bomb = gzip.compress(b"\0" * 200_000_000)
    tracemalloc.start()
    with pytest.raises(TooLargeError):
        list(inflated(pieces(bomb, 65_536), LIMIT))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * LIMIT


def test_what_ends_in_the_middle_is_damaged() -> None:
    with pytest.raises(DamagedError):
        list(inflated([gzip.compress(b"Ausbildung")[:-1]], LIMIT))


def test_nothing_at_all_is_nothing() -> None:
    assert list(inflated([], LIMIT)) == []


def test_what_is_not_packed_is_counted_too() -> None:
    assert list(counted([b"ab", b"c"], 3)) == [b"ab", b"c"]
    with pytest.raises(TooLargeError):
        list(counted([b"ab", b"cd"], 3))
