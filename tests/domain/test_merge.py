"""Merging the notices of one city into openings."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.kinship import HeldNotice
from stellenbund.domain.merge import merge
from tests.builders import NOW, held

_POOL = [
    held(source, f"{source}{number}", profession=profession, title=profession, org_unit=unit)
    for source in ("site", "jobsuche", "feed")
    for number, (profession, unit) in enumerate(
        [("gaertner", None), ("gaertner", "Grünflächenamt"), ("koch", None)]
    )
]


def _groups(*notices: HeldNotice) -> set[frozenset[str]]:
    return {
        frozenset(each.reference for each in opening.notices) for opening in merge(notices).openings
    }


def test_the_same_training_in_two_sources_is_one_opening() -> None:
    assert _groups(held("site", "a"), held("jobsuche", "b")) == {frozenset("ab")}


def test_the_more_trusted_source_is_believed_and_the_other_fills_gaps() -> None:
    (opening,) = merge(
        [held("site", "a", positions=3), held("jobsuche", "b", positions=9, duration_months=36)]
    ).openings
    assert (opening.fields.positions, opening.fields.duration_months) == (3, 36)
    assert opening.origins["positions"].source == "site"
    assert opening.origins["duration_months"].reference == "b"
    assert "weekly_hours" not in opening.origins


THREE_YEARS = [
    {"year": year, "amount": amount}
    for year, amount in enumerate(("1368.26", "1418.20", "1464.02"), start=1)
]


@pytest.mark.parametrize(
    "part",
    [
        [{"amount": "1368.26"}],
        [{"year": 1, "amount": "1368.26"}],
        [{"year": 1, "amount": "1368.26"}, {"year": 3, "amount": "1464.02"}],
    ],
)
def test_a_part_of_the_pay_does_not_hide_the_whole(part: list[dict[str, object]]) -> None:
    (opening,) = merge(
        [
            held("site", "a", pay={"amounts": part}),
            held("jobsuche", "b", pay={"amounts": THREE_YEARS}),
        ]
    ).openings
    assert opening.fields.pay is not None
    assert len(opening.fields.pay.amounts) == 3
    assert opening.origins["pay"].source == "jobsuche"


@pytest.mark.parametrize(
    "pay",
    [
        {"amounts": [{"amount": "1400.00"}]},
        {"amounts": [{"amount": "1418.20"}]},
        {"amounts": [{"year": 2, "amount": "1368.26"}]},
        {"amounts": [{"amount": "1368.26"}], "currency": "CHF"},
        {"amounts": [{"amount": "1368.26"}], "tariff": "tvaoed_bbig"},
        {"amounts": [{"amount": "1368.26"}], "valid_from": "2026-05-01"},
        {"amounts": THREE_YEARS, "text": "wie in den letzten Jahren"},
        {"tariff": "tvaoed_bbig"},
    ],
)
def test_pay_that_is_no_part_of_another_s_is_believed(pay: dict[str, object]) -> None:
    (opening,) = merge(
        [held("site", "a", pay=pay), held("jobsuche", "b", pay={"amounts": THREE_YEARS})]
    ).openings
    assert opening.origins["pay"].source == "site"


def test_fields_that_belong_together_come_from_one_notice() -> None:
    (opening,) = merge(
        [
            held("site", "a", deadline_text="Mitte Januar"),
            held("jobsuche", "b", deadline_kind="fixed", deadline_on=date(2027, 1, 15)),
        ]
    ).openings
    assert opening.fields.deadline_on == date(2027, 1, 15)
    assert opening.fields.deadline_text is None


def test_a_claim_that_states_nothing_does_not_hide_one_that_does() -> None:
    (opening,) = merge(
        [held("site", "a"), held("jobsuche", "b", medical_check={"answer": "yes"})]
    ).openings
    assert opening.fields.medical_check.answer == "yes"


def test_two_notices_of_one_source_stay_two_openings() -> None:
    assert _groups(held("site", "a"), held("site", "b")) == {frozenset("a"), frozenset("b")}


def test_another_start_is_another_opening() -> None:
    later = held("jobsuche", "b", starts_on=date(2027, 10, 1))
    assert len(_groups(held("site", "a"), later)) == 2


def test_another_department_is_another_opening() -> None:
    notices = (held("site", "a", org_unit="Feuerwehr"), held("jobsuche", "b", org_unit="Jugendamt"))
    assert len(_groups(*notices)) == 2


def test_a_common_address_joins_what_is_worded_differently() -> None:
    link = {"source_url": "https://a.example/1"}
    other = {"profession": None, "title": "VFA", "apply_url": "https://a.example/1?utm_source=ba"}
    assert _groups(held("site", "a", **link), held("jobsuche", "b", **other)) == {frozenset("ab")}


def test_an_address_used_for_many_openings_joins_nothing() -> None:
    portal = {"apply_url": "https://a.example/portal"}
    notices = (
        held("site", "a", **portal),
        held("site", "b", profession="koch", **portal),
        held("jobsuche", "c", profession="florist", **portal),
    )
    assert len(_groups(*notices)) == 3


def test_the_likelier_of_two_is_the_same_opening() -> None:
    notices = (
        held("site", "a", org_unit="Feuerwehr"),
        held("site", "b", org_unit="Jugendamt"),
        held("jobsuche", "c", org_unit="Jugendamt"),
    )
    assert _groups(*notices) == {frozenset("a"), frozenset("bc")}


def test_uncertain_pairs_stay_apart_with_a_finding() -> None:
    merger = merge([held("site", "a"), held("site", "b"), held("jobsuche", "c")])
    assert len(merger.openings) == 3
    assert {finding.rule for finding in merger.findings} == {"merge.uncertain"}


def test_a_missing_year_needs_the_same_title() -> None:
    unknown = {"training_year": None, "start_kind": "unknown", "starts_on": None}
    assert _groups(held("site", "a", **unknown), held("jobsuche", "b")) == {frozenset("ab")}
    worded = {**unknown, "title": "VFA"}
    assert len(_groups(held("site", "a", **worded), held("jobsuche", "b"))) == 2


def test_a_start_that_can_no_longer_be_read_does_not_tear_an_opening_apart() -> None:
    one = {"opening": "k7m2q9xw4t", "title": "VFA"}
    unknown = {"training_year": None, "start_kind": "unknown", "starts_on": None}
    (opening,) = merge(
        [held("site", "a", **one, **unknown), held("jobsuche", "b", opening="k7m2q9xw4t")]
    ).openings
    assert opening.opening == "k7m2q9xw4t"


def test_a_missing_year_under_another_title_is_uncertain() -> None:
    worded = {"training_year": None, "start_kind": "unknown", "starts_on": None, "title": "VFA"}
    merger = merge([held("site", "a", **worded), held("jobsuche", "b")])
    assert [finding.value for finding in merger.findings] == ["site: a"]
    settled = merge([held("site", "a", **worded), held("site", "c"), held("jobsuche", "b")])
    assert settled.findings == ()


def test_an_opening_keeps_its_id_while_one_of_its_notices_lives() -> None:
    (opening,) = merge([held("jobsuche", "b", opening="k7m2q9xw4t"), held("site", "a")]).openings
    assert opening.opening == "k7m2q9xw4t"


def test_of_two_openings_that_become_one_the_older_id_stays() -> None:
    old = held("jobsuche", "b", opening="oldoldoldo")
    young = HeldNotice(
        source="site",
        reference="a",
        trust=old.trust,
        fields=old.fields,
        first_seen_at=NOW + timedelta(days=1),
        opening="newnewnewn",
    )
    (opening,) = merge([young, old]).openings
    assert opening.opening == "oldoldoldo"


def test_an_id_goes_to_one_half_when_an_opening_falls_apart() -> None:
    notices = (
        held("site", "a", opening="k7m2q9xw4t"),
        held("jobsuche", "b", opening="k7m2q9xw4t", profession="koch", title="Koch"),
    )
    kept = [opening.opening for opening in merge(notices).openings]
    assert sorted(kept, key=str) == [None, "k7m2q9xw4t"]


@given(st.permutations(_POOL), st.integers(0, len(_POOL)))
def test_the_order_of_notices_does_not_matter(pool: list[HeldNotice], count: int) -> None:
    chosen = sorted(pool[:count], key=lambda each: each.reference)
    assert _groups(*chosen) == _groups(*reversed(chosen))
    groups = [opening.notices for opening in merge(chosen).openings]
    assert sum(map(len, groups)) == len(chosen)
    assert all(len({each.source for each in group}) == len(group) for group in groups)
