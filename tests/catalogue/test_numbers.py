"""Numbers: every comparison is that of the numbers themselves."""

from hypothesis import given
from hypothesis import strategies as st

from stellenbund.catalogue.bitsets import slots_of
from stellenbund.catalogue.numbers import Numbers

NUMBERS = st.dictionaries(st.integers(0, 200), st.integers(0, 10**15) | st.integers(0, 5))
BOUNDS = st.none() | st.integers(-1, 10**15) | st.integers(-1, 6)


@given(NUMBERS, NUMBERS, BOUNDS, BOUNDS)
def test_a_range_finds_the_numbers_in_it(
    first: dict[int, int], more: dict[int, int], least: int | None, most: int | None
) -> None:
    later = {slot + 201: number for slot, number in more.items()}
    numbers = Numbers().grown(first).grown(later)
    expected = [
        slot
        for slot, number in sorted((first | later).items())
        if (least is None or number >= least) and (most is None or number <= most)
    ]
    assert slots_of(numbers.within(least, most)) == expected
