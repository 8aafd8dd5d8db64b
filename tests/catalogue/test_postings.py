"""Postings: rare and frequent keys are kept differently and answer alike."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from stellenbund.catalogue.bitsets import packed, slots_of
from stellenbund.catalogue.postings import Postings

KEYS = st.lists(st.lists(st.sampled_from("abcd"), unique=True), max_size=90)


@given(KEYS, KEYS)
def test_growing_twice_is_growing_once(first: list[list[str]], more: list[list[str]]) -> None:
    whole: dict[str, list[int]] = defaultdict(list)
    halves: list[dict[str, list[int]]] = [defaultdict(list), defaultdict(list)]
    for slot, keys in enumerate([*first, *more]):
        for key in keys:
            whole[key].append(slot)
            halves[slot >= len(first)][key].append(slot)
    grown = Postings[str]().grown(halves[0]).grown(halves[1])
    for key in "abcd":
        assert slots_of(grown.bits(key)) == whole[key]
    assert grown.union("abz") == packed([*whole["a"], *whole["b"]])
    assert set(grown) == {key for key, slots in whole.items() if slots}


def test_growing_leaves_the_old_ones_as_they_were() -> None:
    old = Postings[str]().grown({"a": [0]})
    new = old.grown({"a": [100], "b": [101]})
    assert (slots_of(old.bits("a")), slots_of(new.bits("a"))) == ([0], [0, 100])
    assert "b" not in old
    assert new.fresh(["a", "b", "c"]) == ["c"]


@given(st.sets(st.integers(0, 5_000)))
def test_a_bitset_holds_its_slots(slots: set[int]) -> None:
    assert slots_of(packed(slots)) == sorted(slots)
