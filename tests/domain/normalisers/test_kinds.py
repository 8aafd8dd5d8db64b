"""Kinds: what is evidence of training, what is evidence against it, and in which order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.normalisers.kinds import KindReading, read_kind
from stellenbund.domain.normalisers.professions import match_profession
from stellenbund.domain.normalisers.titles import read_title
from stellenbund.domain.source import Scope
from stellenbund.domain.vocabulary import Kind


def _read(
    title: str,
    *,
    scope: Scope = Scope.MIXED,
    section: str | None = None,
    kind_text: str | None = None,
    text: str | None = None,
) -> KindReading:
    return read_kind(
        read_title(title),
        scope=scope,
        section=section,
        kind_text=kind_text,
        text=text,
        match=match_profession(title),
    )


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Ausbildung zum Straßenwärter", Kind.DUAL_APPRENTICESHIP),
        ("Azubi Straßenwärter", Kind.DUAL_APPRENTICESHIP),
        ("Ausbildung zur Notfallsanitäterin", Kind.SCHOOL_BASED),
        ("Ausbildung zur Pflegefachfrau", Kind.SCHOOL_BASED),
        ("PiA-Erzieher*innen", Kind.SCHOOL_BASED),
        ("Stadtsekretäranwärter*in", Kind.CIVIL_SERVICE_PREPARATION),
        ("Brandmeisteranwärter", Kind.CIVIL_SERVICE_PREPARATION),
        ("Brandoberinspektoranwärter", Kind.CIVIL_SERVICE_PREPARATION),
        ("Stadtbauoberinspektoranwärter", Kind.CIVIL_SERVICE_PREPARATION),
        ("Stadtinspektoranwärter", Kind.DUAL_STUDY),
        ("Duales Studium Soziale Arbeit", Kind.DUAL_STUDY),
        ("Bachelor of Engineering Bauingenieurwesen / KIA", Kind.DUAL_STUDY),
        ("Einstiegsqualifizierung zur Ausbildung als Koch", Kind.ENTRY_QUALIFICATION),
        ("Langzeitpraktikum (EQ)", Kind.ENTRY_QUALIFICATION),
        ("Jahrespraktikum im Jugendamt", Kind.INTERNSHIP),
        ("FSJ im Tierpark", Kind.VOLUNTARY_YEAR),
        ("Bundesfreiwilligendienst im Museum", Kind.VOLUNTARY_YEAR),
        ("Wissenschaftliches Volontariat", Kind.OTHER),
        ("Trainee Stadtentwicklung", Kind.OTHER),
        ("Umschüler Büromanagement", Kind.OTHER),
        ("Wir bilden aus: Bauzeichner/in", Kind.DUAL_APPRENTICESHIP),
        ("DHBW-Student Wirtschaftsinformatik", Kind.DUAL_STUDY),
        ("Azubi Altenpflege", Kind.SCHOOL_BASED),
        ("Pflege-Azubi", Kind.SCHOOL_BASED),
        ("Ausbildung zum Lebensmittelkontrolleur", Kind.OTHER),
    ],
)
def test_the_words_of_a_title_say_the_kind(title: str, kind: Kind) -> None:
    reading = _read(title)
    assert (reading.kind, reading.rule, reading.evidence) == (
        kind,
        "kind.title_training_word",
        title,
    )


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize(
    ("title", "rule"),
    [
        ("Ausbildungsleitung", "kind.about_training"),
        ("Ausbilder/in Metalltechnik", "kind.about_training"),
        ("Hauptsachbearbeiter Ausbildung", "kind.about_training"),
        ("Koordination duales Studium", "kind.about_training"),
        ("Praxisanleitung Notfallsanitäter", "kind.about_training"),
        ("Sozialpädagogische Begleitung von Auszubildenden", "kind.about_training"),
        ("Kaufmann für Büromanagement im Bereich Ausbildung", "kind.about_training"),
        ("Meister in der Ausbildungswerkstatt", "kind.about_training"),
        ("Sozialarbeiter im Projekt „Ausbildung für alle“", "kind.about_training"),
        ("Erzieher mit abgeschlossener Ausbildung", "kind.finished_training"),
        ("Lehrkraft mit handwerklicher Ausbildung", "kind.finished_training"),
        ("Verwaltungsfachwirt/in", "kind.out_of_scope"),
        ("Rechtsreferendariat", "kind.out_of_scope"),
        ("Weiterbildung zum Praxismanager", "kind.out_of_scope"),
        ("Werkstudent/in", "kind.out_of_scope"),
        ("Sachbearbeiter/in Wohngeld", "kind.ordinary_job"),
        ("Erzieher/in S 8a", "kind.ordinary_job"),
        ("Kita-Leitung", "kind.ordinary_job"),
        ("Koch, unbefristet", "kind.ordinary_job"),
        ("Infoabend Ausbildung", "kind.no_opening"),
        ("Initiativbewerbung", "kind.no_opening"),
    ],
)
def test_some_titles_are_no_training_places_wherever_they_stand(
    title: str, rule: str, scope: Scope
) -> None:
    reading = _read(title, scope=scope, section="Ausbildung", kind_text="AUSBILDUNG")
    assert (reading.kind, reading.rule, reading.keeps_profession) == (None, rule, False)


@pytest.mark.parametrize(
    "title",
    [
        "Fachinformatiker (m/w/d) für die Anwenderbetreuung",
        "Verwaltungsfachangestellte/r (m/w/d)",
        "Brandmeister/in",
        "Verwaltungsinformatiker/in",
        "Erzieher/in zum 01.08.2027",
        "Koch/Köchin zum 01.01.2027",
    ],
)
def test_a_profession_as_title_is_no_evidence(title: str) -> None:
    reading = _read(title)
    assert (reading.kind, reading.rule) == (None, "kind.no_evidence")
    assert reading.keeps_profession


@pytest.mark.parametrize(
    ("section", "title", "kind"),
    [
        ("Ausbildung", "Straßenwärter/in", Kind.DUAL_APPRENTICESHIP),
        ("Ausbildung und Studium", "Verwaltungswirt/in", Kind.CIVIL_SERVICE_PREPARATION),
        ("Duales Studium", "BWL", Kind.DUAL_STUDY),
        ("Für Schüler*innen", "Koch/Köchin", Kind.DUAL_APPRENTICESHIP),
        ("Karriere > Praktikum", "Stadtarchiv", Kind.INTERNSHIP),
        ("Freiwilligendienste", "Kita Wiesenweg", Kind.VOLUNTARY_YEAR),
        ("Stellenangebote und Ausbildung", "Koch/Köchin", None),
        ("Bildung, Ausbildung, Unterricht", "Koch/Köchin", None),
        ("Offene Stellen", "Koch/Köchin", None),
    ],
)
def test_a_section_is_evidence_if_it_is_about_nothing_else(
    section: str, title: str, kind: Kind | None
) -> None:
    reading = _read(title, section=section)
    assert reading.kind == kind
    assert reading.rule == ("kind.section" if kind else "kind.no_evidence")


@pytest.mark.parametrize(
    ("kind_text", "kind", "rule"),
    [
        ("AUSBILDUNG", Kind.DUAL_APPRENTICESHIP, "kind.declared"),
        ("apprenticeship", Kind.DUAL_APPRENTICESHIP, "kind.declared"),
        ("DUALES_STUDIUM", Kind.DUAL_STUDY, "kind.declared"),
        ("Ausbildung/Duales Studium", Kind.DUAL_APPRENTICESHIP, "kind.declared"),
        ("FULL_TIME, INTERN", Kind.DUAL_APPRENTICESHIP, "kind.declared"),
        ("ARBEIT", None, "kind.declared_job"),
        ("joboffer", None, "kind.declared_job"),
        ("FULL_TIME", None, "kind.no_evidence"),
        ("KEINE_ANGABE", None, "kind.no_evidence"),
    ],
)
def test_what_the_source_declares_is_evidence(kind_text: str, kind: Kind | None, rule: str) -> None:
    reading = _read("Tischler/in", kind_text=kind_text)
    assert (reading.kind, reading.rule) == (kind, rule)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Notfallsanitäter/in", Kind.SCHOOL_BASED),
        ("Bachelor of Laws", Kind.DUAL_STUDY),
        ("B.A. Archivwissenschaft", Kind.DUAL_STUDY),
        ("Textilreiniger/in", Kind.DUAL_APPRENTICESHIP),
        ("Laufbahngruppe 1.2", Kind.CIVIL_SERVICE_PREPARATION),
    ],
)
def test_on_a_page_of_training_places_a_profession_is_enough(title: str, kind: Kind) -> None:
    reading = _read(title, scope=Scope.TRAINING)
    assert (reading.kind, reading.rule) == (kind, "kind.scope")


def test_an_unknown_training_takes_its_kind_from_the_declared_one() -> None:
    reading = _read("Ausbildung Archivwesen", kind_text="Duales Studium")
    assert reading.kind is Kind.DUAL_STUDY


def test_a_text_that_speaks_to_trainees_is_evidence() -> None:
    reading = _read("Florist/in", text="Vier Wochen Urlaub.\nDie Berufsschule liegt in Essen!")
    assert (reading.kind, reading.rule) == (Kind.DUAL_APPRENTICESHIP, "kind.text")
    assert reading.evidence == "Die Berufsschule liegt in Essen!"


def test_an_internship_within_a_training_does_not_change_its_kind() -> None:
    text = "Während deiner Ausbildung machst du ein Praktikum im Tierpark."
    assert _read("Fachkraft Tierwohl", text=text).kind is Kind.DUAL_APPRENTICESHIP


def test_a_text_that_asks_for_a_finished_training_is_none() -> None:
    text = "Sie haben eine abgeschlossene Berufsausbildung. Bezahlt wird nach Entgeltgruppe 5."
    assert _read("Florist/in", text=text).rule == "kind.no_evidence"


@pytest.mark.parametrize(
    ("title", "kind", "rule"),
    [
        ("Bachelor of Laws (LL.B.)", Kind.DUAL_STUDY, "kind.degree_alone"),
        ("Bachelor of Laws für das Sozialamt", None, "kind.no_evidence"),
        ("Straßenwärter/in 2027", None, "kind.no_evidence"),
        ("Verwaltungswirt/in zum 01.09.2027", None, "kind.no_evidence"),
        ("Pflegefachkraft zum 01.09.2027", None, "kind.no_evidence"),
    ],
)
def test_a_degree_counts_only_if_nothing_else_is_said_and_a_season_never(
    title: str, kind: Kind | None, rule: str
) -> None:
    reading = _read(title)
    assert (reading.kind, reading.rule) == (kind, rule)


@given(
    title=st.text(),
    scope=st.sampled_from(Scope),
    labels=st.tuples(st.none() | st.text(), st.none() | st.text(), st.none() | st.text()),
)
def test_any_record_is_a_kind_or_has_a_rule_against_it(
    title: str, scope: Scope, labels: tuple[str | None, str | None, str | None]
) -> None:
    section, kind_text, text = labels
    reading = _read(title, scope=scope, section=section, kind_text=kind_text, text=text)
    assert reading.rule.startswith("kind.")
    assert reading.kind is not None or scope is Scope.MIXED or reading.rule != "kind.no_evidence"


@pytest.mark.parametrize(
    "piece", ["leitung ", "betreuung von ", "mit der ", "abgeschlossene ", "a"]
)
def test_huge_texts_are_judged_in_no_time(piece: str) -> None:
    huge = piece * (100_000 // len(piece))
    assert _read(huge, section=huge, kind_text=huge, text=huge).rule.startswith("kind.")


@pytest.mark.parametrize(
    ("declared", "section", "kind"),
    [
        ("Schulische Ausbildung", None, Kind.SCHOOL_BASED),
        ("Beamtenausbildung", "Duales Studium", Kind.CIVIL_SERVICE_PREPARATION),
        ("Bachelor-Ausbildung", None, Kind.DUAL_STUDY),
        ("Duale und schulische Ausbildungen", None, Kind.DUAL_APPRENTICESHIP),
        ("Ausbildung", "Duales Studium", Kind.DUAL_STUDY),
        ("Ausbildung", None, Kind.DUAL_APPRENTICESHIP),
    ],
)
def test_without_a_known_profession_the_declared_kind_decides(
    declared: str, section: str | None, kind: Kind
) -> None:
    read = _read("Wolkenwart (m/w/d)", kind_text=declared, section=section)
    assert read.kind is kind
