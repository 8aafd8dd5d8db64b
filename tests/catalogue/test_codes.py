"""Codes: many values are counted at once, and as each alone would be."""

from hypothesis import given
from hypothesis import strategies as st

from stellenbund.catalogue.bitsets import packed
from stellenbund.catalogue.codes import Codes

values = st.one_of(st.none(), st.integers(0, 40).map(str))


@given(st.lists(st.lists(values, max_size=20), max_size=5), st.sets(st.integers(0, 99)))
def test_codes_count_as_each_value_alone_would(
    batches: list[list[str | None]], hits: set[int]
) -> None:
    codes, known = Codes(), list[str | None]()
    for batch in batches:
        more: dict[str | int, list[int]] = {}
        for slot, value in enumerate(batch, len(known)):
            if value is not None:
                more.setdefault(value, []).append(slot)
        known += batch
        codes = codes.grown(more, len(known))
    there = {slot for slot in hits if slot < len(known)}
    counted = codes.count(packed(there))
    of_hits = [known[slot] for slot in there]
    assert counted == {value: of_hits.count(value) for value in set(of_hits) - {None}}
    assert [*counted] == sorted(map(str, counted))


def test_codes_pay_for_few_hits_and_many_values_as_far_as_a_byte_goes() -> None:
    def codes(count: int) -> Codes:
        return Codes().grown({str(number): [number] for number in range(count)}, count)

    assert codes(100).pays_for(0b1)
    assert not codes(10).pays_for(0b1)
    assert not codes(100).pays_for((1 << 100) - 1)
    assert codes(255).pays_for(0b1)
    assert not codes(256).pays_for(0b1)
    assert not codes(256).grown({"one more": [256]}, 257).pays_for(0b1)
