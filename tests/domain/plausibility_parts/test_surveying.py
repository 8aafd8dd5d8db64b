"""Taking stock of a harvest: what is odd, among how many, and how long its texts are."""

from typing import Any

import pytest

from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.opening import Fields
from stellenbund.domain.plausibility_parts.gaps import WORDS
from stellenbund.domain.plausibility_parts.oddities import ODDITIES
from stellenbund.domain.plausibility_parts.readings import UNREAD
from stellenbund.domain.plausibility_parts.surveying import survey
from stellenbund.domain.statements import WorkPlace
from stellenbund.domain.survey import Survey, Tally
from tests.builders import harvest, notice

PLACE = {"places": (WorkPlace(ags="05911000", name="Bochum", latitude=51.48, longitude=7.21),)}
DEADLINE: dict[str, Any] = {"deadline_kind": "fixed", "deadline_on": "2027-01-31"}


def finding(
    rule: str, *, place: str = "x", reference: str = "a", severity: Severity = Severity.WARNING
) -> Finding:
    return Finding(
        severity=severity,
        rule=rule,
        message="Seltsam.",
        reference=reference,
        place=place,
        value=rule,
    )


@pytest.mark.parametrize(
    ("name", "rule", "stated"),
    [
        ("places.pay_grade", "places.pay_grade", PLACE),
        ("places.unknown", "places.unknown", PLACE),
        ("places.unknown", "places.contradiction", PLACE),
        ("places.elsewhere", "places.other_municipality", PLACE),
        ("places.coordinates", "places.coordinates", PLACE),
        ("places.coordinates", "places.coordinates_swapped", PLACE),
        ("deadline.stamp", "deadline.stamp", DEADLINE),
        ("deadline.window", "deadline.far", DEADLINE),
        ("deadline.window", "deadline.long_past", DEADLINE),
        ("start.stamp", "start.stamp", {}),
        ("start.window", "start.far", {}),
        ("start.window", "start.long_past", {}),
        ("certificate.unusual", "certificate.unusual", {"certificate": "abitur"}),
        ("kind.unusual", "kind.unusual", {}),
    ],
)
def test_what_was_noted_about_a_record_is_counted_among_those_that_state_the_field(
    name: str, rule: str, stated: dict[str, Any]
) -> None:
    found = harvest(
        notice("a", **stated), notice("b", **stated), notice("c"), findings=(finding(rule),)
    )
    others = 0 if stated else 1
    assert survey(found).oddities[name] == Tally(odd=1, of=2 + others)


@pytest.mark.parametrize(
    ("name", "rule"), [("places.pay_grade",) * 2, ("deadline.window", "deadline.far")]
)
def test_a_field_that_was_dropped_for_being_odd_counts_as_stated(name: str, rule: str) -> None:
    found = harvest(notice("a"), notice("b"), findings=(finding(rule),))
    assert survey(found).oddities[name] == Tally(odd=1, of=1)


def test_a_place_without_coordinates_says_nothing_about_them() -> None:
    found = harvest(notice("a", places=(WorkPlace(name="Bochum"),)))
    assert "places.coordinates" not in survey(found).oddities
    assert survey(found).oddities["places.unknown"] == Tally(odd=0, of=1)


@pytest.mark.parametrize(
    ("changes", "tally"),
    [
        ({"profession": None}, Tally(odd=1, of=1)),
        ({}, Tally(odd=0, of=1)),
        ({"profession": None, "title_published": "Ausbildung zum Gärtner"}, Tally(odd=0, of=1)),
        ({"profession": None, "kind": "internship"}, None),
        ({"kind": "internship"}, None),
    ],
)
def test_only_what_leads_to_a_profession_should_name_one(
    changes: dict[str, Any], tally: Tally | None
) -> None:
    assert survey(harvest(notice(**changes))).oddities.get("profession.none") == tally


@pytest.mark.parametrize("missing", [{"profession": None}, {"certificate": None}])
def test_a_certificate_is_judged_beside_a_profession_only(missing: dict[str, Any]) -> None:
    told: dict[str, Any] = {"certificate": "mittlerer", **missing}
    assert "certificate.unusual" not in survey(harvest(notice(**told))).oddities


def test_a_text_is_repeated_when_an_opening_with_another_title_has_it() -> None:
    same: dict[str, Any] = {"description_text": "Wir sind für dich da."}
    found = harvest(
        notice("a", title="Koch/Köchin", **same),
        notice("b", title="Gärtner/in", **same),
        notice("c", title="Forstwirt/in", description_text="Du pflegst den Wald."),
        notice("d", title="Forstwirt/in", description_text="Du pflegst den Wald."),
        notice("e", title="Florist/in"),
        notice("f", title="Maurer/in"),
    )
    assert survey(found).oddities["description.repeated"] == Tally(odd=2, of=4)


@pytest.mark.parametrize(("place", "field"), UNREAD.items())
def test_a_text_that_cannot_be_read_is_counted_by_its_field(place: str, field: str) -> None:
    name = f"{place}.unread"
    found = harvest(notice(), findings=(finding("date.unreadable", place=place),))
    assert survey(found).oddities[name] == Tally(odd=1, of=1)
    assert field in WORDS


@pytest.mark.parametrize(
    ("rule", "severity"),
    [
        ("deadline.past", Severity.HINT),
        ("deadline.stamp", Severity.WARNING),
        ("deadline.far", Severity.WARNING),
        ("deadline.long_past", Severity.WARNING),
    ],
)
def test_a_text_that_was_read_is_not_unread(rule: str, severity: Severity) -> None:
    noted = finding(rule, place="deadline", severity=severity)
    found = harvest(notice(**DEADLINE), findings=(noted,))
    assert survey(found).oddities["deadline.unread"] == Tally(odd=0, of=1)


@pytest.mark.parametrize("place", ["start", "deadline"])
@pytest.mark.parametrize("what", ["stamp", "far", "long_past"])
def test_neither_a_start_nor_a_deadline_that_was_odd_is_unread(place: str, what: str) -> None:
    noted = finding(f"{place}.{what}", place=place)
    seen = survey(harvest(notice(**DEADLINE), findings=(noted,)))
    assert seen.oddities[f"{place}.unread"].odd == 0


def test_several_findings_about_one_record_are_one_odd_record() -> None:
    findings = (finding("places.pay_grade"), finding("places.pay_grade"))
    assert survey(harvest(notice(), findings=findings)).oddities["places.pay_grade"].odd == 1


def test_findings_about_other_records_or_none_are_left_aside() -> None:
    findings = (
        finding("places.pay_grade", reference="left out"),
        Finding(severity=Severity.WARNING, rule="places.pay_grade", message="Seltsam."),
    )
    assert "places.pay_grade" not in survey(harvest(notice(), findings=findings)).oddities


def test_what_was_read_without_its_own_page_is_left_aside() -> None:
    partial = notice("a", is_partial=True, profession=None, description_text="kurz")
    assert survey(harvest(partial)) == Survey()
    seen = survey(harvest(partial, notice("b", description_text="Ein langer Text.")))
    assert (seen.records, seen.text_length) == (1, 16)
    assert seen.oddities["profession.none"] == Tally(odd=0, of=1)


@pytest.mark.parametrize(
    ("lengths", "length"), [((), None), ((7,), 7), ((10, 20), 15), ((5, 1, 9), 5), ((1, 2), 2)]
)
def test_the_length_of_texts_is_their_median(lengths: tuple[int, ...], length: int | None) -> None:
    notices = [notice(str(each), description_text="x" * each) for each in lengths]
    assert survey(harvest(notice("silent"), *notices)).text_length == length


def test_a_share_without_any_records_is_none() -> None:
    assert (Tally(odd=0, of=0).share, Tally(odd=1, of=4).share) == (0.0, 0.25)


def test_each_oddity_has_its_own_name_and_sentence() -> None:
    assert len({oddity.name for oddity in ODDITIES}) == len(ODDITIES)
    assert len({(oddity.among, oddity.says) for oddity in ODDITIES}) == len(ODDITIES)
    assert all(oddity.advice.endswith(".") for oddity in ODDITIES)


FOLLOWS = {
    *("title_published", "title", "kind", "profession", "kldb"),
    *("profession_score", "profession_method", "description_html", "language"),
    *("starts_on", "start_text", "deadline_on", "deadline_text", "certificate_text"),
    *("apply_kind", "licence", "attribution"),
}


def test_every_field_that_a_source_states_for_itself_is_watched() -> None:
    assert WORDS.keys() | FOLLOWS == Fields.model_fields.keys()
    assert WORDS.keys().isdisjoint(FOLLOWS)
