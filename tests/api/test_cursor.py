"""The cursor: it leads back to its place, and nothing but itself is taken for it."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.api.cursor import CursorError, read_cursor, write_cursor
from stellenbund.domain.catalogue_query import (
    Bookmark,
    CatalogueQuery,
    Facet,
    Near,
    Requirement,
    Sort,
)
from stellenbund.domain.vocabulary import Certificate, GermanLevel, Kind, Status

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
PLACE = Bookmark(value=739_000, first_seen_at=AT, id="abcdefghij")
QUERY = CatalogueQuery(
    cities=frozenset({"bochum", "essen"}),
    kinds=frozenset(Kind),
    near=Near(latitude=51.5, longitude=7.2),
)
OTHERS: dict[str, object] = {
    "words": ("a",),
    "cities": frozenset({"bochum"}),
    "professions": frozenset({"koch"}),
    "kldb": frozenset({"12"}),
    "kinds": frozenset({Kind.OTHER}),
    "training_years": frozenset({2027}),
    "statuses": frozenset({Status.EXPIRED}),
    "sources": frozenset({"bochum/site"}),
    "certificate": Certificate.FHR,
    "german_level": GermanLevel.B1,
    "unhindered_by": frozenset({Requirement.NATIONALITY}),
    "is_part_time": True,
    "pay_from": Decimal("1200.50"),
    "start_from": date(2027, 8, 1),
    "start_to": date(2027, 8, 1),
    "deadline_from": date(2027, 8, 1),
    "deadline_to": date(2027, 8, 1),
    "changed_since": AT,
    "near": Near(latitude=51.5, longitude=7.2, radius_km=7),
    "sort": Sort.DISTANCE,
}

places = st.builds(
    Bookmark,
    value=st.integers(-(2**63), 2**63 - 1),
    first_seen_at=st.datetimes(timezones=st.just(UTC)),
    id=st.text("abcdefghijklmnopqrstuvwxyz23456789", min_size=10, max_size=10),
)


@given(places)
def test_a_cursor_leads_back_to_its_place(place: Bookmark) -> None:
    assert read_cursor(write_cursor(place, QUERY), QUERY) == place


def test_a_cursor_is_short_and_needs_no_escaping() -> None:
    cursor = write_cursor(PLACE, QUERY)
    assert len(cursor) == 52
    assert set(cursor) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


def test_the_order_of_values_and_the_length_of_pages_do_not_matter() -> None:
    turned = {"cities": frozenset({"essen", "bochum"}), "kinds": frozenset(reversed(Kind))}
    same = QUERY.model_copy(update={**turned, "limit": 7, "facets": frozenset({Facet.CITY})})
    assert write_cursor(PLACE, same) == write_cursor(PLACE, QUERY)


def test_every_filter_and_the_order_matter() -> None:
    paging = {"after", "limit", "facets"}
    assert OTHERS.keys() == CatalogueQuery.model_fields.keys() - paging
    queries = [QUERY, *(QUERY.model_copy(update={name: each}) for name, each in OTHERS.items())]
    cursors = [write_cursor(PLACE, query) for query in queries]
    assert len(set(cursors)) == len(queries)
    for query in queries[1:]:
        with pytest.raises(CursorError):
            read_cursor(cursors[0], query)


@given(st.integers(0, 51), st.characters())
def test_no_letter_of_a_cursor_can_be_changed(place: int, letter: str) -> None:
    cursor = write_cursor(PLACE, QUERY)
    forged = cursor[:place] + letter + cursor[place + 1 :]
    if forged != cursor:
        with pytest.raises(CursorError):
            read_cursor(forged, QUERY)


@given(st.text(max_size=60) | st.text("AZaz09-_=+/", min_size=50, max_size=54))
def test_nothing_else_is_a_cursor(text: str) -> None:
    with pytest.raises(CursorError):
        read_cursor(text, QUERY)


def test_a_cursor_of_a_time_that_no_calendar_has_is_refused() -> None:
    for forged in ("_" * 52, "f" + "_" * 51, "A" * 52):
        with pytest.raises(CursorError):
            read_cursor(forged, QUERY)
