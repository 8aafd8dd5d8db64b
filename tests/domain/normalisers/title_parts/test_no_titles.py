"""Titles that name nothing one could learn."""

import pytest

from stellenbund.domain.normalisers.professions import PROFESSIONS
from stellenbund.domain.normalisers.title_parts.no_titles import is_no_title


@pytest.mark.parametrize(
    "title",
    ["Mehr erfahren", "mehr erfahren 7", "Details", "Zur Ausschreibung »", "Stelle 4711",
     "Stelle 4711 (m/w/d)", "Stellenangebot Nr. 3", "Bochum", "Stadt Bochum", "BOCHUM 12",
     "Jetzt bewerben!", "E 9a", "Bes.Gr. A 9", "1.368,26 €", "4711", "–", "null", "Hier klicken",
     "Kennziffer: 2027-17", "Referenznummer 12", "Download (PDF)", "Ohne Titel"],
)  # fmt: skip
def test_a_button_a_number_or_a_town_is_no_title(title: str) -> None:
    assert is_no_title(title, city="Bochum")


@pytest.mark.parametrize(
    "title",
    ["Koch", "Ausbildung", "Ausbildung 2027", "Duales Studium", "FSJ", "Bochum sucht Köche",
     "Gärtner/in Stadt Bochum", "Ausbildung, EG 5", "Kaufmann für Tourismus", "Essen",
     "Stellenangebot Koch", "Mehr erfahren über Pflege"],
)  # fmt: skip
def test_whatever_else_it_says_it_is_a_title(title: str) -> None:
    assert not is_no_title(title, city="Bochum")


def test_a_town_of_several_words_is_known_by_them() -> None:
    assert is_no_title("Mülheim an der Ruhr", city="Mülheim an der Ruhr")
    assert not is_no_title("Mülheim", city="Mülheim an der Ruhr")


@pytest.mark.parametrize("title", [each.title for each in PROFESSIONS.values()])
def test_every_profession_is_a_title(title: str) -> None:
    assert not is_no_title(title, city="Bochum")
