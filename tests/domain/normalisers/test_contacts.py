"""Contacts: office, functional mailbox and telephone; never a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.normalisers.contacts import read_contact
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
        ("Frau Maria Muster, Tel. 0521 / 51-2345", None, None, "+49521512345"),
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
    assert read_contact(text) == Contact(role=role, email=email, phone=phone)


@pytest.mark.parametrize(
    "text", [None, "", "Maria Muster", "Frau Muster", "33602 Bielefeld, bis 01.09.2027", "115"]
)
def test_without_an_office_there_is_no_contact(text: str | None) -> None:
    assert read_contact(text) is None


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    contact = read_contact(f"{text} Frau Maria Muster, maria.muster@example.org")
    assert contact is None or "uster" not in contact.model_dump_json()
