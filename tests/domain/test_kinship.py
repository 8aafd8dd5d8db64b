"""Kinship of notices: what joins them, what keeps them apart, what a person is asked about."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain import kinship
from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.kinship import HeldNotice, families
from stellenbund.domain.likeness import likeness
from stellenbund.domain.merge import merge
from tests.builders import held

UNSAID = {"training_year": None, "start_kind": "unknown", "starts_on": None}
KOCH = {"profession": "koch", "title": "Koch/Köchin"}


def _groups(*notices: HeldNotice) -> set[str]:
    return {"".join(each.reference for each in group) for group in families(notices).groups}


def _asked(*notices: HeldNotice) -> list[tuple[str | None, str | None]]:
    return [(finding.reference, finding.value) for finding in families(notices).findings]


def test_the_same_training_in_three_sources_is_one_opening() -> None:
    notices = (held("site", "a"), held("feed", "b"), held("jobsuche", "c"))
    assert _groups(*notices) == {"abc"}
    assert _asked(*notices) == []


def test_pairs_of_the_same_sources_that_share_no_notice_do_not_compete() -> None:
    notices = (
        held("site", "a", org_unit="Bauhof"),
        held("site", "b", org_unit="Feuerwehr"),
        held("jobsuche", "c", org_unit="Bauhof"),
        held("jobsuche", "d", org_unit="Feuerwehr"),
    )
    assert _groups(*notices) == {"ac", "bd"}
    assert _asked(*notices) == []


def test_what_an_address_has_joined_hides_no_pair_after_it() -> None:
    link = {"source_url": "https://a.example/1"}
    notices = (
        held("site", "a", **link),
        held("jobsuche", "b", **link),
        held("site", "c", **KOCH),
        held("jobsuche", "d", **KOCH),
    )
    assert _groups(*notices) == {"ab", "cd"}


def test_an_address_that_a_source_uses_twice_hides_no_address_after_it() -> None:
    portal = {"apply_url": "https://a.example/portal"}
    page = {"source_url": "https://a.example/koch", **KOCH}
    notices = (
        held("site", "a", **portal),
        held("site", "b", org_unit="Bauhof", **portal),
        held("site", "c", **page),
        held("jobsuche", "d", **page | {"profession": None, "title": "Küche"}),
    )
    assert _groups(*notices) == {"a", "b", "cd"}


def test_a_common_mailbox_joins_nothing() -> None:
    mailbox = {"apply_url": "mailto:ausbildung@a.example"}
    assert _groups(held("site", "a", **mailbox), held("jobsuche", "b", **mailbox, **KOCH)) == {
        "a",
        "b",
    }


def test_what_an_address_has_joined_takes_no_second_notice_of_a_source() -> None:
    link = {"source_url": "https://a.example/1"}
    notices = (
        held("site", "a", **link),
        held("jobsuche", "b", **link, **KOCH),
        held("jobsuche", "c"),
    )
    assert _groups(*notices) == {"ab", "c"}
    assert _asked(*notices) == [("a", "jobsuche: c")]


def test_a_person_is_asked_once_about_each_pair_that_could_be_one() -> None:
    notices = (held("site", "a"), held("site", "b"), held("jobsuche", "c"))
    assert _asked(*notices) == [("a", "jobsuche: c"), ("b", "jobsuche: c")]


def test_nobody_is_asked_about_what_contradicts() -> None:
    other = held("jobsuche", "b", org_unit="Bauhof", title="VFA", **UNSAID)
    assert _asked(held("site", "a", org_unit="Jugendamt"), other) == []


def test_an_uncertain_pair_is_named_with_what_would_join_it() -> None:
    notices = (held("site", "a", title="VFA"), held("jobsuche", "b", **UNSAID))
    assert families(notices).findings == (
        Finding(
            severity=Severity.HINT,
            rule="merge.uncertain",
            reference="a",
            value="jobsuche: b",
            message="„VFA“ könnte dieselbe Stelle sein wie eine aus anderer Quelle.",
            remedy=(
                "Beide bleiben getrennt. Eine gemeinsame Bewerbungsadresse führt sie zusammen."
            ),
        ),
    )


def test_a_bond_names_the_two_notices_and_what_they_share() -> None:
    link = {"source_url": "https://a.example/1"}
    notices = (
        held("site", "a", **link),
        held("jobsuche", "b", **link, **KOCH),
        held("site", "c", org_unit="Bauhof"),
        held("jobsuche", "d", org_unit="Bauhof"),
    )
    bonds = families(notices).bonds
    assert [(bond.one.reference, bond.other.reference, bond.rule) for bond in bonds] == [
        ("a", "b", "merge.address"),
        ("c", "d", "merge.training"),
    ]
    assert {bond.rule for bond in merge(notices).bonds} == {bond.rule for bond in bonds}


_UNITS = st.sampled_from([None, "Bauhof", "Feuerwehr"])
_SOURCES = st.sampled_from(["site", "feed", "jobsuche"])
_TITLES = st.sampled_from(["Koch", "Köchin"])
_KIN = st.lists(st.tuples(_SOURCES, _UNITS, _TITLES), max_size=9)

Paired = tuple[HeldNotice, HeldNotice, bool]


def _naively_paired(kin: Sequence[HeldNotice]) -> Iterator[Paired]:
    """Yield the pairs of the same training, each held against every other."""
    scores = {
        (one, other): likeness(one.fields, other.fields)
        for one, other in combinations(kin, 2)
        if one.source != other.source and kinship._agree(one, other)
    }
    for pair, score in scores.items():
        rivals = [
            rival
            for other, rival in scores.items()
            if other != pair
            and set(other) & set(pair)
            and {each.source for each in other} == {each.source for each in pair}
        ]
        if score >= max(rivals, default=-1):
            yield *pair, score > max(rivals, default=-1)


@given(_KIN)
def test_the_quick_way_to_pairs_finds_those_of_the_slow_one_in_its_order(
    kin: list[tuple[str, str | None, str]],
) -> None:
    notices = [
        held(source, str(number), org_unit=unit, title=title)
        for number, (source, unit, title) in enumerate(kin)
    ]
    assert list(kinship._same_training(notices)) == list(_naively_paired(notices))


def test_many_notices_of_one_source_are_no_pairs_to_look_at() -> None:
    many = [held("feed", str(number), org_unit=f"Amt {number}") for number in range(5_000)]
    assert len(families([*many, held("site", "a", org_unit="Amt 7")]).groups) == 5_000
