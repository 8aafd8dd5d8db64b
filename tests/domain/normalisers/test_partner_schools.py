"""Partner schools: names, with a place where the gazetteer knows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.normalisers.partner_schools import MOST, read_partner_schools


@pytest.mark.parametrize(
    ("text", "schools"),
    [
        ("Rudolf-Rempel-Berufskolleg, Bielefeld", [("Rudolf-Rempel-Berufskolleg", "Bielefeld")]),
        ("Louis-Baare-Berufskolleg", [("Louis-Baare-Berufskolleg", None)]),
        ("HSPV NRW, Abteilung Gelsenkirchen", [("HSPV NRW, Abteilung Gelsenkirchen", None)]),
        ("• Schule A; Schule B\nSchule A", [("Schule A", None), ("Schule B", None)]),
        ("keine Angabe", []),
        (", Bochum", [(", Bochum", None)]),
        (None, []),
    ],
)
def test_schools_are_named_once_each(
    text: str | None, schools: list[tuple[str, str | None]]
) -> None:
    assert [(each.name, each.place) for each in read_partner_schools(text)] == schools


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert len(read_partner_schools(text)) <= MOST
