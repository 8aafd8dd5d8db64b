"""Contacts: office, functional mailbox and telephone; never a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.normalisers.contacts import (
    Dropped,
    read_contact,
    without_contact_persons,
)
from stellenbund.domain.statements import Contact


@pytest.mark.parametrize(
    ("text", "role", "email", "phone"),
    [
        (
            "Ausbildungsteam\nTelefon 0234/910-1234\nausbildung(at)example.org",
            "Ausbildungsteam",
            "ausbildung@example.org",
            "+492349101234",
        ),
        (
            "Frau Muster (Ausbildungsleitung), m.muster@example.org",
            "Ausbildungsleitung",
            None,
            None,
        ),
        ("Team Ausbildung | Stadt Essen", "Team Ausbildung", None, None),
        ("Amt für Personal und Organisation", "Amt für Personal und Organisation", None, None),
        (
            "Amt für Personal, Maria Muster, personalamt@example.org",
            "Amt für Personal",
            "personalamt@example.org",
            None,
        ),
        ("Fachbereich Personal, Ausbildung", "Fachbereich Personal", None, None),
        ("Personal- und Organisationsamt", "Personal- und Organisationsamt", None, None),
        ("Fax 0234/910-1235, Tel 0234/910-1234", None, None, "+492349101234"),
        ("m.muster@example.org oder INFO@Example.org", None, "info@example.org", None),
        ("Tel.: +49 (0)208 455-1234", None, None, "+492084551234"),
        ("Berufsfeuerwehr, 0211.89-21234", "Berufsfeuerwehr", None, "+492118921234"),
        (
            "<p>Bewerbungsservice</p><p>0201 88 11111</p>",
            "Bewerbungsservice",
            None,
            "+492018811111",
        ),
    ],
)
def test_the_functional_parts_are_kept(
    text: str, role: str | None, email: str | None, phone: str | None
) -> None:
    assert read_contact(text).contact == Contact(role=role, email=email, phone=phone)


@pytest.mark.parametrize(
    "text", [None, "", "Maria Muster", "Frau Muster", "33602 Bielefeld, bis 01.09.2027", "115"]
)
def test_without_an_office_there_is_no_contact(text: str | None) -> None:
    assert read_contact(text).contact is None


@pytest.mark.parametrize(
    "text",
    [
        "Frau Maria Muster, Tel. 0521 / 51-2345",
        "Hr. Muster 0521 51-2345",
        "Fr. Muster, Fax 0521 51-2346, Tel. 0521 51-2345, mobil 0171 1234567",
        "Maria Muster: 0521 51-2345",
        "M. Muster (0521 51-2345)",
        "Ansprechpartnerin: Maria Muster\n0521 51-2345",
        "0521 51-2345, Frau Muster",
        "0521 51-2345, m.muster@example.org",
    ],
)
def test_the_number_beside_a_person_is_hers_and_goes_with_her(text: str) -> None:
    contact, dropped = read_contact(text)
    assert contact is None
    assert Dropped.LINE in dropped


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("Ausbildungsteam, 0521 51-1000, Frau Muster, 0521 51-2345", "+49521511000"),
        ("Frau Muster, 0521 51-2345; Ausbildungsteam, 0521 51-1000", "+49521511000"),
        ("Frau Muster, 0521 51-0", "+49521510"),
        ("Frau Muster, 0521 51-2345, Zentrale 0521 51-1000", "+49521511000"),
        ("Ausbildungsteam, Frau Muster, 0521 51-2345", None),
        ("Frau Muster, Ausbildungsteam, 0521 51-2345", None),
        ("Ausbildungsteam, 0521 51-2345 (Frau Muster)", None),
        ("Ausbildungsteam, 0521 51-1000, m.muster@example.org", "+49521511000"),
        ("Technische Dienste Bochum, 0521 51-1000", "+49521511000"),
        ("Stadtwerke Bochum, 0521 51-1000", "+49521511000"),
    ],
)
def test_the_number_of_an_office_stays_and_that_of_its_person_goes(
    text: str, phone: str | None
) -> None:
    contact, dropped = read_contact(text)
    assert contact is not None
    assert contact.phone == phone
    assert phone or Dropped.LINE in dropped


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        ("Ausbildungsteam, 0521 51-2345, ausbildung@example.org", set()),
        ("Ausbildungsteam, Hr. Muster", {Dropped.NAME}),
        ("Ausbildungsteam, m.muster@example.org", {Dropped.MAILBOX}),
        ("Fr. Muster, 0521 51-2345, m.muster@example.org", set(Dropped)),
    ],
)
def test_what_was_dropped_is_known(text: str, dropped: set[Dropped]) -> None:
    assert read_contact(text).dropped == dropped


def test_a_contact_is_kept_as_it_was_typed_unless_a_person_is_in_it() -> None:
    typed = "Ausbildungsteam: 0521 51-1000"
    assert without_contact_persons(typed) == typed
    assert without_contact_persons(f"{typed}, Maria Muster") == "Ausbildungsteam"
    assert without_contact_persons("Maria Muster") == ""


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    contact, dropped = read_contact(f"{text} Frau Maria Muster, maria.muster@example.org")
    assert contact is None or "uster" not in contact.model_dump_json()
    assert Dropped.MAILBOX in dropped
