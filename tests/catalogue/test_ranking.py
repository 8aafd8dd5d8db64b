"""Ranking: points are added up, term by term."""

from hypothesis import given
from hypothesis import strategies as st

from stellenbund.catalogue.bitsets import slots_of
from stellenbund.catalogue.ranking import Fit, Levels, all_of, any_of, distinct

EVERYONE = 0b1111_1111
BITS = st.integers(0, EVERYONE)
FITS = st.lists(st.builds(distinct, *[BITS] * 6), min_size=1, max_size=3)


def points(fit: Fit, slot: int) -> int:
    """Return what *fit* gives the opening of *slot*."""
    return max((6 - place for place, bits in enumerate(fit) if bits >> slot & 1), default=0)


def by_slot(levels: Levels) -> dict[int, int]:
    """Return the points of each opening."""
    return {slot: total for total, bits in levels.items() for slot in slots_of(bits)}


@given(FITS)
def test_all_terms_must_give_points_where_all_are_asked_for(fits: list[Fit]) -> None:
    each = {slot: [points(fit, slot) for fit in fits] for slot in range(8)}
    expected = {slot: sum(given) for slot, given in each.items() if all(given)}
    assert by_slot(all_of({0: EVERYONE}, fits)) == expected


@given(FITS)
def test_one_term_is_enough_where_any_is_asked_for(fits: list[Fit]) -> None:
    each = {slot: [points(fit, slot) for fit in fits] for slot in range(8)}
    expected = {slot: sum(given) for slot, given in each.items() if any(given)}
    assert by_slot(any_of({0: EVERYONE}, fits)) == expected


@given(FITS)
def test_joined_fits_give_the_better_points(fits: list[Fit]) -> None:
    joined = fits[0].joined(fits[-1])
    for slot in range(8):
        assert points(joined, slot) == max(points(fits[0], slot), points(fits[-1], slot))
