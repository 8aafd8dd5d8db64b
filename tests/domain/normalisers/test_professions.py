"""Professions: the traps, the abbreviations, the slips, and when nothing is certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.normalisers.professions import (
    PROFESSIONS,
    is_profession_alone,
    match_profession,
)
from stellenbund.domain.vocabulary import MatchMethod


def _slug(*texts: str | None) -> str | None:
    match = match_profession(*texts)
    return match.slug if match else None


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Verwaltungswirt/in (m/w/d)", "verwaltungswirt"),
        ("Stadtsekretäranwärter*in", "verwaltungswirt"),
        ("Diplom-Verwaltungswirt/in (FH)", "bachelor-of-laws"),
        ("Verwaltungsbetriebswirt/in", "verwaltungsbetriebswirtschaft"),
        ("Verwaltungsfachwirt/in", None),
        ("Brandmeister/in", "brandmeister"),
        ("Brandmeisteranwärterinnen", "brandmeister"),
        ("Oberbrandmeister/in", None),
        ("Brandoberinspektoranwärter", "brandoberinspektor"),
        ("Anwärter/in im gehobenen feuerwehrtechnischen Dienst", "brandoberinspektor"),
        ("Anwärter/in im mittleren feuerwehrtechnischen Dienst", "brandmeister"),
        ("Fachangestellte für Bürokommunikation", "kaufleute-fuer-bueromanagement"),
        ("Fachkraft für Abwassertechnik", "umwelttechnologe-abwasserbewirtschaftung"),
        ("Kfz-Mechatroniker/in", "kfz-mechatroniker"),
        ("Mechatroniker/in", "mechatroniker"),
        ("Mechatroniker/in für Kältetechnik", "mechatroniker-fuer-kaeltetechnik"),
        ("Vermessungstechniker/in", "vermessungstechniker"),
        ("Geomatiker/in", "geomatiker"),
        ("Zahnmedizinische Fachangestellte", "zahnmedizinische-fachangestellte"),
        ("Diätkoch/-köchin", None),
    ],
)
def test_names_that_contain_or_resemble_each_other(text: str, slug: str | None) -> None:
    assert _slug(text) == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("VFA", "verwaltungsfachangestellte"),
        ("KBM", "kaufleute-fuer-bueromanagement"),
        ("FISI", "fachinformatiker-systemintegration"),
        ("FIAE", "fachinformatiker-anwendungsentwicklung"),
        ("FIDV", "fachinformatiker-digitale-vernetzung"),
        ("FIDP", "fachinformatiker-daten-und-prozessanalyse"),
        ("FaMI Bibliothek", "fami-bibliothek"),
        ("FaMI (m/w/d) im Stadtarchiv", "fami-archiv"),
        ("PiA-Ausbildung", "erzieher"),
        ("PiA Kinderpfleger/in", "kinderpfleger"),
        ("NotSan", "notfallsanitaeter"),
        ("MFA", "medizinische-fachangestellte"),
        ("Elektroniker EGT", "elektroniker-energie-und-gebaeudetechnik"),
        ("HEP", "heilerziehungspfleger"),
        ("KIA", "bauingenieurwesen"),
        ("LL.B.", "bachelor-of-laws"),
    ],
)
def test_abbreviations(text: str, slug: str) -> None:
    assert _slug(f"Ausbildung {text} 2027") == slug


@pytest.mark.parametrize(
    "text",
    [
        "Fachinformatiker/in (m/w/d)",
        "Gärtner/in",
        "Elektroniker/in",
        "Umwelttechnologe/-technologin",
        "Fachangestellte/r für Medien- und Informationsdienste",
        "Bachelor of Arts",
        "Verwaltungsfachangestellte/r und Verwaltungswirt/in",
        "Erzieher/in oder Kinderpfleger/in",
        "",
    ],
)
def test_what_fits_several_professions_or_none_is_none(text: str) -> None:
    assert _slug(text) is None


@pytest.mark.parametrize(
    ("texts", "slug"),
    [
        (("Gärtner/in", "Gärtner/in - Zierpflanzenbau"), "gaertner-zierpflanzenbau"),
        (("Fachinformatiker/in", None, "Schwerpunkt ist die Systemintegration. " * 20),
         "fachinformatiker-systemintegration"),
        (("Straßenwärter/in", "Tischler/in"), "strassenwaerter"),
        (("Wir suchen dich!", "Forstwirt/in"), "forstwirt"),
        (("Wir suchen dich!", "Du arbeitest mit Forstwirten zusammen. " * 20), None),
        (("Wir suchen dich!", None, "Du arbeitest mit Forstwirten zusammen."), None),
        (("Gärtner/in", None, "Du lernst Gärtner im Zierpflanzenbau."), "gaertner-zierpflanzenbau"),
        (("Verwaltungsfachangestellte/r oder Verwaltungswirt/in", "Verwaltungswirt/in"),
         "verwaltungswirt"),
    ],
)  # fmt: skip
def test_a_later_text_decides_what_the_first_leaves_open(
    texts: tuple[str | None, ...], slug: str | None
) -> None:
    assert _slug(*texts) == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Ausbildung Straßenbau", "strassenbauer"),
        ("Azubi (m/w/d) im Bereich Straßenbau", "strassenbauer"),
        ("Ausbildung als Fachkraft für Wasserwirtschaft im Straßenbau",
         "fachkraft-fuer-wasserwirtschaft"),
        ("Facharbeiter Straßenbau", None),
        ("Ausbildung Vermessungstechnik", "vermessungstechniker"),
        ("Duales Studium Vermessungstechnik", "geodaesie"),
        ("Praktikum Vermessungstechnik", None),
        ("Praxisintegrierte Ausbildung Kinderpflege", "kinderpfleger"),
    ],
)  # fmt: skip
def test_a_subject_stands_for_its_profession_only_behind_a_word_for_training(
    text: str, slug: str | None
) -> None:
    assert _slug(text) == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Gärtner/in (m/w/d) in der Fachrichtung Garten- und Landschaftsbau",
         "gaertner-garten-und-landschaftsbau"),
        ("Elektroniker (m/w/d) der Fachrichtung Energie- und Gebäudetechnik",
         "elektroniker-energie-und-gebaeudetechnik"),
        ("Kaufmann/-frau - Büromanagement", "kaufleute-fuer-bueromanagement"),
        ("Verwaltungs-Fachangestellte", "verwaltungsfachangestellte"),
        ("Stadtinspektoranwärter/in – Verwaltungsinformatik", "verwaltungsinformatik"),
        ("Stadtinspektoranwärter/in", "bachelor-of-laws"),
        ("Bauingenieurwesen (B.Eng.) mit Ausbildung zum Kanalbauer", "bauingenieurwesen"),
        ("2in1: Notfallsanitäter + Brandmeister", "notfallsanitaeter-und-brandmeister"),
        ("2-in-1 Brandmeister/in", "notfallsanitaeter-und-brandmeister"),
        ("Ausbildung im Garten- und Landschaftsbau", "gaertner-garten-und-landschaftsbau"),
    ],
)  # fmt: skip
def test_names_in_parts_fields_and_combinations(text: str, slug: str) -> None:
    assert _slug(text) == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Notfalsanitäter", "notfallsanitaeter"),
        ("Strassenwarter", "strassenwaerter"),
        ("Verwaltungsfachangestelter", "verwaltungsfachangestellte"),
        ("Fachinformatiker Systemintegartion", "fachinformatiker-systemintegration"),
        ("Kauffrau für Büromanagment", "kaufleute-fuer-bueromanagement"),
        ("Fachkraft für Lagerlogisitk", "fachkraft-fuer-lagerlogistik"),
    ],
)
def test_a_slip_is_forgiven_and_said(text: str, slug: str) -> None:
    match = match_profession(text)
    assert match is not None
    assert (match.slug, match.method) == (slug, MatchMethod.SIMILAR)
    assert 0.8 < match.score < 1


@pytest.mark.parametrize(
    "text",
    [
        "Straßenbau",
        "Zimmerei",
        "Braumeister/in",
        "Steinsetzer/in",
        "Konstruktionstechniker/in",
        "Sozialarbeiter/in",
        "Assistenz des Staatssekretärs",
        "Elektroniker mit Meisterausbildung",
    ],
)
def test_another_word_is_no_slip(text: str) -> None:
    assert _slug(text) is None


def test_a_match_says_how_sure_it_is() -> None:
    found = [match_profession(text) for text in ("Tischler/in", "Schreiner/in", "LL.B.")]
    assert [(match.method, match.score) for match in found if match] == [
        (MatchMethod.TITLE, 1.0),
        (MatchMethod.ALIAS, 1.0),
        (MatchMethod.ALIAS, 0.9),
    ]


@pytest.mark.parametrize(
    ("text", "is_alone"),
    [
        ("Straßenwärter/in", True),
        ("Straßenwärter/in im Bauhof", False),
        ("Bachelor of Laws (LL.B.)", True),
        ("Bachelor of Arts – Verwaltungsbetriebswirtschaft", True),
    ],
)
def test_a_profession_stands_alone_if_nothing_else_is_said(text: str, is_alone: object) -> None:
    match = match_profession(text)
    assert match is not None
    assert is_profession_alone(text, match) is is_alone


@given(st.lists(st.one_of(st.none(), st.text()), max_size=3))
def test_any_texts_give_a_profession_of_the_list_or_none(texts: list[str | None]) -> None:
    match = match_profession(*texts)
    assert match is None or PROFESSIONS[match.slug].kldb == match.kldb


@pytest.mark.parametrize("piece", ["Systemintegration Anwendungsentwicklung ", "/- ", "a/in "])
def test_a_huge_text_is_read_in_no_time(piece: str) -> None:
    assert _slug("Fachinformatiker", piece * (100_000 // len(piece))) is None
