"""Certificates: the lowest that is admitted, and none that is not asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.certificates import CertificateReading, read_certificate
from stellenbund.domain.vocabulary import Certificate

NAMES = {
    Certificate.HAUPTSCHULE_9: ["Hauptschulabschluss", "Erster Schulabschluss (ESA)"],
    Certificate.HAUPTSCHULE_10: ["Hauptschulabschluss nach Klasse 10 (Typ A)", "EESA"],
    Certificate.MITTLERER: ["Fachoberschulreife", "FOR", "Realschulabschluss", "mittlere Reife"],
    Certificate.FHR_SCHOOL: ["schulischer Teil der Fachhochschulreife"],
    Certificate.FHR: ["volle Fachhochschulreife", "Fachabitur", "FHR"],
    Certificate.ABITUR: ["Abitur", "allgemeine Hochschulreife", "AHR"],
}
NAMED = [(certificate, name) for certificate, names in NAMES.items() for name in names]
WORDS = st.sampled_from(
    [*(name for _, name in NAMED), "kein", "nicht", "oder", ",", "mindestens", "gerne", "erwerben"]
)


def attempt(text: str) -> CertificateReading | UnreadableTextError:
    try:
        return read_certificate(text)
    except UnreadableTextError as error:
        return error


def refusal(text: str) -> str:
    with pytest.raises(UnreadableTextError) as caught:
        read_certificate(text)
    return caught.value.rule


@given(st.text(max_size=80) | st.lists(WORDS, max_size=8).map(" ".join))
def test_no_text_raises_anything_but_the_error_for_unreadable_texts(text: str) -> None:
    outcome = attempt(text)
    if isinstance(outcome, UnreadableTextError):
        assert outcome.rule.startswith("certificate.")
        assert outcome.message.endswith(".")
    else:
        assert outcome.text


@given(st.lists(st.sampled_from(NAMED), min_size=1, max_size=3), st.sampled_from(["/", " oder "]))
def test_of_alternatives_the_lowest_is_admitted(
    named: list[tuple[Certificate, str]], between: str
) -> None:
    lowest = min((certificate for certificate, _ in named), key=lambda each: each.rank)
    assert read_certificate(between.join(name for _, name in named)).certificate is lowest


@pytest.mark.parametrize(
    ("enum", "certificate"),
    [
        ("OHNE_ABSCHLUSS", Certificate.NONE),
        ("HAUPTSCHULABSCHLUSS", Certificate.HAUPTSCHULE_9),
        ("MITTLERE_REIFE_MITTLERER_BILDUNGSABSCHLUSS", Certificate.MITTLERER),
        ("FACHHOCHSCHULREIFE", Certificate.FHR),
        ("ALLGEMEINE_HOCHSCHULREIFE", Certificate.ABITUR),
    ],
)
def test_the_words_of_the_agency_are_read(enum: str, certificate: Certificate) -> None:
    assert read_certificate(enum).certificate is certificate


def test_the_agency_saying_nothing_is_nothing() -> None:
    assert refusal("NICHT_RELEVANT") == "certificate.not_stated"
    assert refusal("KEINE_ANGABEN") == "certificate.not_stated"


def test_three_letters_divide_fachoberschulreife_from_fachhochschulreife() -> None:
    middle = read_certificate("Fachoberschulreife (nicht Fachhochschulreife)")
    assert middle.certificate is Certificate.MITTLERER
    assert read_certificate("Fachhochschulreife").certificate is Certificate.FHR
    either = read_certificate("Fachoberschul-/Fachhochschulreife")
    assert either.certificate is Certificate.MITTLERER


def test_a_wish_for_more_does_not_raise_the_minimum() -> None:
    reading = read_certificate("mindestens Hauptschulabschluss, gerne Fachoberschulreife")
    assert reading.certificate is Certificate.HAUPTSCHULE_9


def test_a_welcome_for_less_lowers_it() -> None:
    reading = read_certificate("mindestens Fachoberschulreife, gerne auch Hauptschulabschluss")
    assert reading.certificate is Certificate.HAUPTSCHULE_9


def test_what_does_not_suffice_is_not_admitted() -> None:
    reading = read_certificate("Fachoberschulreife (ein Hauptschulabschluss reicht nicht aus)")
    assert reading.certificate is Certificate.MITTLERER


def test_a_stressed_requirement_counts_before_general_words() -> None:
    text = (
        "Wir bilden Menschen mit Hauptschulabschluss bis Abitur aus. "
        "Für diesen Beruf brauchst du mindestens die Fachoberschulreife."
    )
    reading = read_certificate(text)
    assert reading.certificate is Certificate.MITTLERER
    assert reading.text == "Für diesen Beruf brauchst du mindestens die Fachoberschulreife."


def test_one_sentence_in_a_long_text_is_found() -> None:
    filler = "Du berätst Bürgerinnen und Bürger und lernst alle Ämter kennen. "
    reading = read_certificate(filler * 100 + "Du hast mindestens das Fachabitur. " + filler)
    assert reading.certificate is Certificate.FHR


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Während der Ausbildung kannst du die Fachhochschulreife erwerben.", "certificate.result"),
        ("Die Ausbildung schließt mit der Fachhochschulreife ab.", "certificate.result"),
        ("Mit Abitur kannst du die Ausbildung auf zwei Jahre verkürzen.", "certificate.result"),
        ("Abitur ist nicht erforderlich", "certificate.not_needed"),
        ("idealerweise Abitur", "certificate.only_preferred"),
        ("höherer Schulabschluss", "certificate.unspecific"),
        ("Abschluss der Klasse 10", "certificate.unspecific"),
        ("Abschluss: Bachelor of Laws", "certificate.unreadable"),
        ("abgeschlossene Berufsausbildung", "certificate.unreadable"),
        ("", "certificate.empty"),
    ],
)
def test_what_is_no_requirement_is_refused_by_its_rule(text: str, rule: str) -> None:
    assert refusal(text) == rule


def test_what_one_brings_along_is_told_from_what_one_gets() -> None:
    text = "Du hast die Fachoberschulreife. In der Ausbildung kannst du das Fachabitur erwerben."
    assert read_certificate(text).certificate is Certificate.MITTLERER
    soon = read_certificate("Du wirst bis zum Sommer 2027 die Fachoberschulreife erwerben.")
    assert soon.certificate is Certificate.MITTLERER


def test_an_alternative_on_the_next_line_belongs_to_the_one_before() -> None:
    text = "mindestens Fachoberschulreife\noder Hauptschulabschluss mit Berufsausbildung"
    assert read_certificate(text).certificate is Certificate.HAUPTSCHULE_9


@pytest.mark.parametrize(
    ("text", "certificate", "rule", "quoted"),
    [
        ("Fachabitur", "fhr", "named", None),
        ("FHR, AHR oder FOR", "mittlerer", "lowest", None),
        ("Fachabitur oder Abitur", "fhr", "lowest", None),
        ("Abitur (allgemeine Hochschulreife)", "abitur", "named", None),
        ("Ohne Schulabschluss oder mit Hauptschulabschluss", "none", "none", None),
        ("Ganz ohne Abschluss!", "none", "none", None),
        ("Voraussetzung: keine", "none", "none", None),
        ("Realschule", "mittlerer", "school", None),
        ("Realschule oder Hauptschule", "hauptschule_9", "school", None),
        ("Hauptschule\nZeugnis", "hauptschule_9", "school", "Hauptschule Zeugnis"),
        (
            "Hallo.\nDu hast die Hochschulzugangsberechtigung.\nWir freuen uns.",
            "fhr",
            "university_entry",
            "Du hast die Hochschulzugangsberechtigung",
        ),
        (
            "Du hast Abitur.\nFachabitur ist möglich.\nSie haben FOR",
            "mittlerer",
            "lowest",
            "Du hast Abitur Sie haben FOR",
        ),
        ("Realschulab-\nschluss", "mittlerer", "named", "Realschulabschluss"),
        ("Fachabitur; Abitur | FOR", "mittlerer", "lowest", "Fachabitur Abitur FOR"),
    ],
)
def test_a_certificate_is_read_by_a_rule_from_the_sentences_that_say_so(
    text: str, certificate: str, rule: str, quoted: str | None
) -> None:
    reading = read_certificate(text)
    assert (reading.certificate, reading.rule) == (certificate, f"certificate.{rule}")
    assert reading.text == (quoted or text)


def test_a_school_means_its_certificate_only_in_a_short_text() -> None:
    text = f"{'Zeugnis ' * 4}Realschule"
    assert read_certificate(text[2:]).certificate is Certificate.MITTLERER
    assert refusal(text[1:]) == "certificate.unreadable"
