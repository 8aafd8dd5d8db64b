"""Profession names: one form for all genders, cases and separators."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.normalisers.profession_parts.name_words import name_words


@pytest.mark.parametrize(
    ("plain", "forms"),
    [
        ("Gärtner", ("Gärtner/in", "Gärtner/-in", "Gärtner:in", "Gärtner*in", "Gärtner_in",
                     "Gärtner(in)", "GärtnerInnen", "Gärtnerinnen und Gärtner", "Gärtner·in",
                     "Gärtnerin / Gärtner", "GÄRTNER", "Gaertnern")),
        ("Verwaltungsfachangestellte", ("Verwaltungsfachangestellte/r",
                                        "Verwaltungsfachangestellter",
                                        "Verwaltungsfachangestellten",
                                        "Verwaltungsfachangestellte(r)",
                                        "Verwaltungsfachangestellte/-er",
                                        "Verwaltungsfachangestellte:n")),
        ("Kaufmann für Büromanagement", ("Kaufmann/-frau für Büromanagement",
                                         "Kauffrau*mann für Büromanagement",
                                         "Kaufmann / zur Kauffrau für Büromanagement",
                                         "Kaufleute für Büromanagement",
                                         "Kaufmann/-frau - Büromanagement",
                                         "Kauf(frau/mann) für Büromanagement",
                                         "Kaufperson für Büromanagement")),
        ("Medizinische Fachangestellte", ("Medizinische/r Fachangestellte/r",
                                          "Medizinischer Fachangestellter",
                                          "Medizinischen Fachangestellten")),
        ("Umwelttechnologe für Abwasser", ("Umwelttechnologe/-technologin für Abwasser",
                                           "Umwelttechnologin für Abwasser",
                                           "Umwelttechnolog*innen für Abwasser")),
        ("Koch", ("Köchin", "Koch/Köchin", "Köche", "Köch*in")),
        ("Fachkraft für Lagerlogistik", ("Fachkräfte für Lagerlogistik",
                                         "Fachkraft - Lagerlogistik")),
        ("Beamter", ("Beamtin", "Beamt(er/in)", "Beamtinnen und Beamte")),
        ("Zimmerer", ("Zimmerin", "Zimmerer/Zimmerin")),
        ("Erzieher", ("Erzieherausbildung", "ErzieherInnen")),
    ],
)  # fmt: skip
def test_every_form_of_a_name_is_one(plain: str, forms: tuple[str, ...]) -> None:
    assert {form: name_words(form) for form in forms} == dict.fromkeys(forms, name_words(plain))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Verwaltungswirt", "Verwaltungsfachwirt"),
        ("Straßenbauer", "Straßenbau"),
        ("Mechatroniker", "Kfz-Mechatroniker"),
        ("Termin", "Term"),
    ],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert name_words(one) != name_words(other)


def test_dates_and_filling_words_are_no_part_of_a_name() -> None:
    assert name_words("Koch (m/w/d) bei der Stadt, zum 01.09.2027") == ("koch", "stadt")


@given(st.text())
def test_any_text_has_words(text: str) -> None:
    assert all(name_words(text))
