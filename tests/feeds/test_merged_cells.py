"""A merged cell holds for the rows that it spans, as far as there are any."""

from hypothesis import given
from hypothesis import strategies as st

from stellenbund.feeds.merged_cells import banners, fill_down

corners = st.tuples(st.integers(0, 5), st.integers(0, 4))
ranges = st.tuples(corners, corners).map(
    lambda both: (tuple(map(min, *both)), tuple(map(max, *both)))
)
rows = st.lists(st.lists(st.integers(0, 9), max_size=5), max_size=6)


@given(rows=rows, merged=st.lists(ranges, max_size=4))
def test_nothing_that_stands_there_is_lost_and_no_empty_row_says_something(
    rows: list[list[int]], merged: list[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    before = [list(row) for row in rows]
    fill_down(rows, merged)
    for old, new in zip(before, rows, strict=True):
        assert bool(old) == bool(new)
        assert all(cell == new[place] for place, cell in enumerate(old) if cell)


def test_a_value_across_columns_is_the_value_of_the_first_one() -> None:
    rows = [[1, 7, 0], [2, 0, 0]]
    assert fill_down(rows, [((0, 1), (0, 2))]) == []
    assert rows == [[1, 7, 0], [2, 0, 0]]
    assert banners([((0, 1), (0, 2))]) == []


def test_a_range_beyond_the_last_row_is_harmless() -> None:
    rows = [[1], [2]]
    assert fill_down(rows, [((0, 0), (1_048_575, 0)), ((9, 0), (12, 0)), ((0, 8), (1, 8))]) == [
        "A1"
    ]
    assert rows == [[1], [2]]
