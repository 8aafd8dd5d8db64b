"""Passwords: long and hard to guess, without rules about signs and digits."""

import pytest

from stellenbund.domain.access import Grant, Verb
from stellenbund.domain.account import AccountTerms
from stellenbund.domain.password import (
    LONGEST,
    PasswordRefusedError,
    chosen_password,
)

PETRA = AccountTerms.of(
    "p.muster@bochum.example",
    name="Petra Muster",
    grant=Grant(city="bochum", verbs=frozenset({Verb.UPLOAD})),
)
KAETHE = AccountTerms.of(
    "hr@muelheim.example",
    name="Käthe Özdemir",
    grant=Grant(city="muelheim-an-der-ruhr", verbs=frozenset({Verb.DECIDE})),
)


def refused(text: str, terms: AccountTerms = PETRA) -> str:
    """Return why *text* will not do."""
    with pytest.raises(PasswordRefusedError) as error:
        chosen_password(text, terms)
    return str(error.value)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Bochum123456",
            "bochum-2027-2027",
            "Petra Muster Bochum",
            "MusterPetra!!",
            "Muster.1234567",
        ),
        *("Passwort2026", "Sommer 2026 !!", "Stellenbund-1", "Ausbildung2027!", "qwertzuiop12"),
        *("123456789012", "HalloHallo123", "StadtBochum 2027 xy", "ich bin petra muster"),
    ],
)
def test_what_is_tried_first_is_no_password(text: str) -> None:
    assert "zuerst probiert" in refused(text)


@pytest.mark.parametrize("text", ["Mülheim Ruhr 2027", "muelheim-1234567", "KÄTHE.OEZDEMIR.1"])
def test_umlauts_hide_no_name(text: str) -> None:
    assert "zuerst probiert" in refused(text, KAETHE)


@pytest.mark.parametrize(
    "text",
    [
        *("leise tanzt der Dachs", "Bochum hat einen Zoo", "xkq7vw2pfm4t", "583920471146"),
        *("Muster-Kranich-Salz", "passwort für den Dachs", "        Dachs Kranich"),
    ],
)
def test_a_long_password_needs_no_signs_and_may_hold_a_known_word(text: str) -> None:
    assert chosen_password(text, PETRA) == text


def test_a_short_address_is_in_many_words_and_forbids_none_of_them() -> None:
    assert chosen_password("Dachs fährt Fahrrad", KAETHE) == "Dachs fährt Fahrrad"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("kurz", "4 Zeichen"),
        ("x" * (LONGEST + 1), f"mehr als {LONGEST} Zeichen"),
        ("aaaaaaaaaaaa", "gleichen"),
        ("abcdefghijklm", "aufeinander folgenden"),
        ("p.muster@bochum.example", "E-Mail-Adresse"),
        ("p.muster-2027!", "E-Mail-Adresse"),
    ],
)
def test_what_is_too_short_too_long_or_too_simple_is_refused_with_the_reason(
    text: str, why: str
) -> None:
    assert why in refused(text)
