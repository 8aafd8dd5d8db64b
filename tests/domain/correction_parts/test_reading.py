"""Reading what is typed by hand: as at a source, but what cannot be read is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from stellenbund.domain.city import City
from stellenbund.domain.correctable import CORRECTABLE, LONGEST, MOST, Correctable
from stellenbund.domain.correction_parts.fault import Fault, UncorrectableError
from stellenbund.domain.correction_parts.readers import Ground
from stellenbund.domain.correction_parts.reading import Reading, read_typed
from stellenbund.domain.merge import states
from stellenbund.domain.opening import Fields
from stellenbund.domain.value import Text
from stellenbund.domain.vocabulary import Kind

GROUND = Ground(
    city=City(slug="bochum", name="Bochum", ags="05911000", website="https://www.bochum.de"),
    today=date(2026, 11, 25),
    starts_on=date(2027, 9, 1),
)
EMPTY = Fields(title_published="x", title="x", kind=Kind.OTHER)
TEXT: TypeAdapter[str] = TypeAdapter(Text)


def read(key: str, text: str | None) -> Reading:
    return read_typed({key: text}, GROUND)[key]


def refused(key: str, text: str | None) -> Fault:
    with pytest.raises(UncorrectableError) as error:
        read(key, text)
    (fault,) = error.value.faults
    return fault


def fields_of(reading: Reading) -> Fields:
    """Return the fields of an opening that states nothing but what was read."""
    return Fields.model_validate(dict(EMPTY) | reading.stated)


@pytest.mark.parametrize("each", CORRECTABLE.values(), ids=CORRECTABLE)
def test_each_example_and_each_choice_can_be_typed(each: Correctable) -> None:
    for text in (each.example, *each.choices):
        reading = read(each.key, text)
        assert reading.stated.keys() == set(each.fields)
        assert states(fields_of(reading), each.fields[0])
        assert reading.findings == ()


@pytest.mark.parametrize("each", CORRECTABLE.values(), ids=CORRECTABLE)
def test_all_but_title_and_kind_can_be_cleared(each: Correctable) -> None:
    if each.key in {"title", "kind"}:
        fault = refused(each.key, None)
        assert (fault.rule, "verbergen" in fault.detail_de) == ("required", True)
    else:
        assert fields_of(read(each.key, None)) == EMPTY


@pytest.mark.parametrize(
    ("key", "text", "stated"),
    [
        ("kind", "dual_study", {"kind": "dual_study"}),
        ("kind", " duales STUDIUM ", {"kind": "dual_study"}),
        ("deadline", "laufend", {"deadline_kind": "rolling", "deadline_text": "laufend"}),
        ("start", "nach Vereinbarung", {"start_kind": "unknown", "training_year": None}),
        ("start", "Oktober 2027", {"start_kind": "month", "starts_on": "2027-10-01"}),
        ("positions", "drei", {"positions": 3}),
        ("apply_url", "ausbildung@bochum.de", {"apply_kind": "mail"}),
        ("tasks", "Planen\nBauen", {"tasks": "Planen\nBauen"}),
        ("title", "Ausbildung Koch (m/w/d)", {"title": "Koch"}),
    ],
)
def test_texts_are_read_as_at_a_source(key: str, text: str, stated: dict[str, object]) -> None:
    assert stated.items() <= read(key, text).stated.items()


def test_several_places_stand_behind_each_other() -> None:
    places = fields_of(read("place", "Rathausplatz 1, 44787 Bochum; Essen")).places
    assert [(each.name, each.postcode) for each in places] == [("Bochum", "44787"), ("Essen", None)]


def test_pay_by_the_tariff_is_hinted_for_the_start_of_the_opening() -> None:
    pay = fields_of(read("pay", "TVAöD")).pay
    assert pay is not None
    assert pay.hint


@pytest.mark.parametrize(
    ("key", "text", "rule"),
    [
        ("deadline", "Quatsch", "date.unreadable"),
        ("deadline", "abgelaufen", "date.unreadable"),
        ("deadline", "31.1.2030", "deadline.far"),
        ("deadline", "k. A.", "correction.unread"),
        ("deadline", "Ende März", "deadline.vague"),
        ("deadline", "Anfang April", "deadline.vague"),
        ("deadline", "Mitte Januar 2027", "deadline.vague"),
        ("deadline", "Monatsende", "deadline.vague"),
        ("deadline", "folgt", "correction.unread"),
        ("deadline", "nach Vereinbarung", "correction.unread"),
        ("deadline", "ab 01.12.2026", "correction.unread"),
        ("start", "1.9.2072", "start.placeholder"),
        ("certificate", "egal", "certificate.unreadable"),
        ("kind", "Job", "kind.unknown"),
        ("profession", "Gärtner", "profession.none"),
        ("title", "Mehr erfahren", "title.none"),
        ("title", "x" * 301, "title.too_long"),
        ("place", "EG 9b", "places.pay_grade"),
        ("apply_url", "bewerben", "link.relative"),
        ("apply_url", "javascript:alert(1)", "link.scheme"),
        ("url", "ausbildung@bochum.de", "correction.unread"),
        ("description", "<script>x</script>", "correction.unread"),
        ("takeover", "vielleicht", "correction.unread"),
        ("tasks", "\x00\ud800", "correction.unread"),
        ("foo", "x", "unknown-value"),
        ("tasks", "x" * (LONGEST + 1), "length"),
    ],
)
def test_what_a_source_would_only_be_told_about_is_refused(key: str, text: str, rule: str) -> None:
    fault = refused(key, text)
    assert (fault.field, fault.rule) == (key, rule)
    if key in CORRECTABLE:
        assert fault.detail_de.startswith(f"{CORRECTABLE[key].label}: ")


def test_what_is_strange_but_can_be_read_is_set_with_a_finding() -> None:
    reading = read("deadline", "01.02.2020")
    assert fields_of(reading).deadline_on == date(2020, 2, 1)
    assert [finding.rule for finding in reading.findings] == ["deadline.long_past"]


def test_who_names_a_field_of_the_opening_is_told_by_what_it_is_set() -> None:
    fault = refused("deadline_on", "31.01.2027")
    assert "It is set by “deadline”." in fault.detail
    assert "Sie wird mit „deadline“ gesetzt." in fault.detail_de
    assert fault.allowed == tuple(CORRECTABLE)


def test_everything_that_is_wrong_is_said_at_once() -> None:
    typed = {"deadline": "Quatsch", "positions": "3", "kind": None, "foo": "x"}
    with pytest.raises(UncorrectableError) as error:
        read_typed(typed, GROUND)
    assert [fault.field for fault in error.value.faults] == ["deadline", "kind", "foo"]


@pytest.mark.parametrize("count", [0, MOST + 1])
def test_too_many_values_at_once_and_none_are_refused(count: int) -> None:
    with pytest.raises(UncorrectableError, match=f"not {count}"):
        read_typed({f"f{number}": "x" for number in range(count)}, GROUND)


def test_persons_are_published_nowhere_and_not_even_kept() -> None:
    contact = read("contact", "Frau Maria Muster, Ausbildungsteam, maria.muster@bochum.de")
    tasks = read("tasks", "Fragen an Frau Maria Muster, maria.muster@bochum.de")
    assert "uster" not in str((contact, tasks))
    assert fields_of(contact).contact is not None
    assert [finding.rule for finding in tasks.findings] == ["contact.person_removed"]
    assert [finding.rule for finding in contact.findings] == ["contact.person_removed"]
    fault = refused("contact", "Frau Maria Muster, 0234 910-1234")
    assert fault.rule == "contact.person_removed"
    assert "Namen von Personen" in fault.detail_de
    assert "uster" not in str(read("org_unit", "Amt 10, Frau Muster"))
    assert "uster" not in str(read("deadline", "31.01.2027, an Frau Muster"))
    assert "uster" not in str(read("contact", "Maria Muster, ausbildung@bochum.de"))
    assert refused("apply_url", "maria.muster@bochum.de").rule == "contact.person_removed"


@given(
    key=st.sampled_from(sorted(CORRECTABLE)),
    text=st.text(max_size=60)
    | st.sampled_from([each.example for each in CORRECTABLE.values()])
    | st.text(alphabet="0123456789.,€ JahrMonat:;-/@", max_size=40),
)
def test_any_text_is_either_refused_or_makes_values_that_an_opening_can_have(
    key: str, text: str
) -> None:
    try:
        reading = read(key, text)
    except UncorrectableError:
        assert refused(key, text).field == key
        return
    fields = fields_of(reading)
    assert any(states(fields, name) for name in CORRECTABLE[key].fields)
    assert TEXT.validate_python(reading.text) == reading.text
