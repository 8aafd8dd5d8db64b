"""A title is told from sentences, lists and tables of contents by how it reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.scraping.readers.pdf_titles import carries_on, is_lead, is_title, without_lead


@pytest.mark.parametrize(
    "line",
    [
        "Ausbildung zur Gärtnerin / zum Gärtner",
        "Ausbildung zum/zur",
        "Ausbildungsplatz als Forstwirt/in",
        "Duale Ausbildung zur Fachkraft für Abwassertechnik",
        "Auszubildende (m/w/d) für den Beruf Koch",
        "Fachangestellte/r für Bäderbetriebe (m/w/d)",
        "Straßenwärterinnen und Straßenwärter (w/m/d) zum 01.08.2027",
        "Brandmeisteranwärter/in",
        "Stadtsekretäranwärterin / Stadtsekretäranwärter",
        "Duales Studium Soziale Arbeit",
        "Bachelor of Laws",
        "Gärtnerin / Gärtner",
        "Köchin oder Koch",
        "Hauswirtschafter*in",
        "Kauffrau für Büromanagement",
        "Bauzeichner/in",
        "Freiwilliges Soziales Jahr Kultur",
        "Wir suchen zum 01.09.2027 eine/n Bauzeichner/in (m/w/d)",
    ],
)
def test_a_heading_that_names_what_is_learnt_is_a_title(line: str) -> None:
    assert is_title(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "(m/w/d)",
        "Gärtner/in (m/w/d) ............ 7",
        "Gärtner/in (m/w/d) 12",
        "Gärtner/in (m/w/d) – Seite 7",
        "Fachrichtung Zierpflanzenbau",
        "• Ausbildung zur Gärtnerin",
        "– Bauzeichner/in",
        "Die Ausbildung zur Gärtnerin dauert drei Jahre.",
        "Ausbildung zum 1. August 2027",
        "Ausbildung zum nächstmöglichen Zeitpunkt",
        "Ausbildungsberuf: Gärtner/in (m/w/d)",
        "Ausbildung im Überblick",
        "Ausbildungsvergütung",
        "Stadt Musterstadt",
        "Gärtner/in,",
        "Das bringst du mit",
        "Wir freuen uns auf Menschen (m/w/d), " * 4,
        "Ansprechpartnerin / Ansprechpartner",
    ],
)
def test_any_other_line_is_none(line: str) -> None:
    assert not is_title(line)


@pytest.mark.parametrize(
    ("title", "line", "goes_on"),
    [
        ("Ausbildung zum/zur", "Gärtner/in", True),
        ("Ausbildung zur Fachkraft für", "Wasserwirtschaft (m/w/d)", True),
        ("Gärtner/in", "(m/w/d)", True),
        ("Gärtner/in (m/w/d)", "Fachrichtung Zierpflanzenbau", True),
        ("Kauffrau / Kaufmann", "für Büromanagement", True),
        ("Gärtner/in (m/w/d)", "Kennziffer: 7", False),
        ("Gärtner/in (m/w/d)", "Du arbeitest draußen", False),
        ("Koch/Köchin", "für die Küche des Rathauses, denn dort wird jeden Tag gekocht", False),
        ("Koch/Köchin", "und mehr.", False),
        ("Koch/Köchin", "Bauzeichner/in", False),
    ],
)
def test_a_title_in_large_type_goes_on_in_the_next_line(
    title: str, line: str, *, goes_on: bool
) -> None:
    assert carries_on(title, line) == goes_on


def test_a_title_is_freed_from_the_sentence_that_leads_to_it() -> None:
    assert is_lead("Die Stadt Musterstadt sucht zum 1. September 2027")
    assert not is_lead("Sie sucht nichts.")
    for lead in ("Wir suchen zum 01.09.2027 eine/n", "Die Stadt sucht zum 1. August 2027 mehrere",
                 "Wir bilden zum 1.9.2027", "Wir suchen"):  # fmt: skip
        assert without_lead(f"{lead} Bauzeichner/in (m/w/d)") == "Bauzeichner/in (m/w/d)"
    assert without_lead("Bauzeichner/in") == "Bauzeichner/in"


@given(st.text(max_size=200))
def test_any_line_is_one_or_none(line: str) -> None:
    assert is_title(line) in {True, False}
    assert line.endswith(without_lead(line))
