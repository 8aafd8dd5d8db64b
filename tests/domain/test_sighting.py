"""Sighting: everything that a delivery showed has one fate, and what was left out has a rule."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.city import City
from stellenbund.domain.delivery import Delivery
from stellenbund.domain.normalisers.records import Context, normalise_all
from stellenbund.domain.record import RawRecord
from stellenbund.domain.sighting import MOST_STRANGERS, Fate, fates
from stellenbund.domain.source import Scope
from tests.builders import harvest, notice

CITY = City(slug="musterstadt", name="Musterstadt", ags="05999000", website="https://x.example")
TITLES = (
    "Ausbildung zur/zum Verwaltungsfachangestellten",
    "Sachbearbeitung Ausbildung (m/w/d)",
    "Ausbilder/in",
    "Initiativbewerbung",
    "Werkstudent",
    "Hausmeister E 5",
    "Referent/in",
    "",
)
RECORDS = st.lists(
    st.builds(
        RawRecord,
        page=st.just("https://x.example/"),
        reference=st.sampled_from(["1", "2", "3", None]),
        title=st.sampled_from(TITLES) | st.text(max_size=30),
        deadline=st.sampled_from([None, "abgelaufen", "31.01.2027"]),
    ),
    max_size=5,
)


def test_what_became_a_notice_counts_before_everything_else() -> None:
    found = fates(
        harvest(
            notice("a"),
            unreadable=frozenset("ab"),
            left_out=frozenset("abc"),
            skipped=frozenset("abcd"),
        )
    )
    assert found == {
        "a": Fate.NOTICE,
        "b": Fate.UNREADABLE,
        "c": Fate.LEFT_OUT,
        "d": Fate.SKIPPED,
    }


def test_strangers_are_remembered_unless_they_are_a_crowd() -> None:
    few = frozenset(map(str, range(MOST_STRANGERS)))
    assert set(fates(harvest(notice("a"), skipped=few))) == {"a", *few}
    assert set(fates(harvest(notice("a"), skipped=few | {"one more"}))) == {"a"}


@given(RECORDS, st.sampled_from(Scope))
def test_whatever_is_left_out_leaves_a_finding_with_its_rule(
    records: list[RawRecord], scope: Scope
) -> None:
    context = Context(city=CITY, scope=scope, today=date(2026, 11, 25))
    read = normalise_all(Delivery(records=tuple(records), skipped=frozenset("s")), context)
    rules = {
        finding.reference
        for finding in read.findings
        if finding.rule.startswith("kind.") or finding.rule == "record.closed"
    }
    assert read.left_out <= rules
    assert {each.reference for each in read.notices} | read.unreadable | read.left_out | {
        "s"
    } == fates(read).keys()
