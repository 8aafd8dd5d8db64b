"""The cursor: it leads back to its place, and nothing but itself is taken for it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.api.cursor import CursorError, read_cursor, write_cursor
from stellenbund.domain.query import OpeningQuery, Position
from stellenbund.domain.vocabulary import Certificate, Kind, Status

PLACE = Position(first_seen_at=datetime(2026, 11, 24, 12, tzinfo=UTC), id="abcdefghij")
QUERY = OpeningQuery(cities=frozenset({"bochum", "essen"}), kinds=frozenset(Kind))

places = st.builds(
    Position,
    first_seen_at=st.datetimes(timezones=st.just(UTC)),
    id=st.text("abcdefghijklmnopqrstuvwxyz23456789", min_size=10, max_size=10),
)


@given(places)
def test_a_cursor_leads_back_to_its_place(place: Position) -> None:
    assert read_cursor(write_cursor(place, QUERY), QUERY) == place


def test_a_cursor_is_short_and_needs_no_escaping() -> None:
    cursor = write_cursor(PLACE, QUERY)
    assert len(cursor) == 40
    assert set(cursor) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


def test_the_order_of_values_and_the_length_of_pages_do_not_matter() -> None:
    same = OpeningQuery(cities=frozenset({"essen", "bochum"}), kinds=frozenset(Kind), limit=7)
    assert write_cursor(PLACE, same) == write_cursor(PLACE, QUERY)


def test_every_filter_matters() -> None:
    others: list[dict[str, object]] = [
        {"cities": frozenset({"bochum"})},
        {"professions": frozenset({"koch"})},
        {"kinds": frozenset({Kind.OTHER})},
        {"certificate": Certificate.FHR},
        {"training_years": frozenset({2027})},
        {"statuses": frozenset({Status.EXPIRED})},
        {"words": ("a",)},
    ]
    queries = [QUERY, *(QUERY.model_copy(update=other) for other in others)]
    cursors = [write_cursor(PLACE, query) for query in queries]
    assert len(set(cursors)) == len(queries)
    for query in queries[1:]:
        with pytest.raises(CursorError):
            read_cursor(cursors[0], query)


@given(st.integers(0, 39), st.characters())
def test_no_letter_of_a_cursor_can_be_changed(place: int, letter: str) -> None:
    cursor = write_cursor(PLACE, QUERY)
    forged = cursor[:place] + letter + cursor[place + 1 :]
    if forged != cursor:
        with pytest.raises(CursorError):
            read_cursor(forged, QUERY)


@given(st.text(max_size=60) | st.text("AZaz09-_=+/", min_size=38, max_size=42))
def test_nothing_else_is_a_cursor(text: str) -> None:
    with pytest.raises(CursorError):
        read_cursor(text, QUERY)


def test_a_cursor_of_a_time_that_no_calendar_has_is_refused() -> None:
    for forged in ("_" * 40, "f" + "_" * 39, "A" * 40):
        with pytest.raises(CursorError):
            read_cursor(forged, QUERY)
