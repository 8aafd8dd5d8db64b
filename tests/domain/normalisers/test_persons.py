"""Persons: mailboxes of offices stay, those of people and their names go."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.normalisers.person_parts.direct_lines import LINE_REMOVED
from stellenbund.domain.normalisers.person_parts.mailboxes import ADDRESS_REMOVED, is_functional
from stellenbund.domain.normalisers.person_parts.names import NAME_REMOVED
from stellenbund.domain.normalisers.persons import without_persons


@pytest.mark.parametrize(
    "local",
    [
        *("ausbildung", "personal", "bewerbung", "bewerbungen", "info", "karriere", "jobs", "hr"),
        *("feuerwehr-ausbildung", "ausbildung.feuerwehr", "team-ausbildung", "personalamt"),
        *("amt11", "11-ausbildung", "stadtverwaltung", "poststelle", "umweltbetrieb", "azubi"),
        *("zoo", "service.personal", "bewerbermanagement", "vhs", "stadt.ausbildung", "hauptamt"),
    ],
)
def test_an_office_mailbox_is_functional(local: str) -> None:
    assert is_functional(f"{local}@example.org")


@pytest.mark.parametrize(
    "local",
    [
        *("maria.muster", "m.muster", "muster", "maria-muster", "maria_muster", "mmuster"),
        *("hauptmann", "stadtler", "mailer.max", "max.mustermann2", "dr.muster", "postel"),
    ],
)
def test_any_other_mailbox_belongs_to_a_person(local: str) -> None:
    assert not is_functional(f"{local}@example.org")


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("Schreib an m.muster@example.org!", f"Schreib an {ADDRESS_REMOVED}!"),
        ("Schreib an ausbildung@example.org!", "Schreib an ausbildung@example.org!"),
        ("m.muster(at)example.org", ADDRESS_REMOVED),
        ("m.muster [at] example [dot] org", ADDRESS_REMOVED),
        ("Frau Muster hilft dir gerne.", f"{NAME_REMOVED} hilft dir gerne."),
        ("Herr Dr. von der Heide, Tel. 0521", f"{NAME_REMOVED}, Tel. 0521"),
        ("Frau Muster Telefon 0521", f"{NAME_REMOVED} Telefon 0521"),
        ("bei Frau Ç. Çelik-Öztürk", f"bei {NAME_REMOVED}"),
        ("Ansprechpartnerin: Maria Muster, 0521", f"Ansprechpartnerin: {NAME_REMOVED}, 0521"),
        (
            "Ihre Ansprechpartner sind Max Muster und Erika Beispiel-Müller.",
            f"Ihre Ansprechpartner sind {NAME_REMOVED}.",
        ),
        ("Ansprechpartner: Max Muster & Erika Beispiel", f"Ansprechpartner: {NAME_REMOVED}"),
        (
            "<p>Ansprechpartner: Max Muster &amp; Erika Beispiel</p>",
            f"<p>Ansprechpartner: {NAME_REMOVED}</p>",
        ),
        (
            "Kontakt: Max Muster. Kontakt: Eva Muster.",
            f"Kontakt: {NAME_REMOVED}. Kontakt: {NAME_REMOVED}.",
        ),
        (
            "Ansprechpartner:innen\n• Maria Muster\n• Max Beispiel\n• Telefon 0521",
            f"Ansprechpartner:innen\n• {NAME_REMOVED}\n• Telefon 0521",
        ),
        (
            "<p><strong>Kontakt:</strong> Maria Muster<br>Telefon 0521</p>",
            f"<p><strong>Kontakt:</strong> {NAME_REMOVED}<br>Telefon 0521</p>",
        ),
        (
            '<a href="mailto:m.muster@example.org" rel="noopener">Maria Muster</a>',
            ADDRESS_REMOVED,
        ),
        (
            "Fragen beantwortet dir gerne Maria Muster.",
            f"Fragen beantwortet dir gerne {NAME_REMOVED}.",
        ),
        ("Auskunft erteilt Max Muster.", f"Auskunft erteilt {NAME_REMOVED}."),
        ("Hr. Muster hilft, auch Fr. Dr. Muster", f"{NAME_REMOVED} hilft, auch {NAME_REMOVED}"),
        ("Frau MUSTER und Herr Max MUSTER", f"{NAME_REMOVED} und {NAME_REMOVED}"),
    ],
)
def test_people_are_taken_out_of_running_text(text: str, anonymous: str) -> None:
    assert without_persons(text) == anonymous
    assert without_persons(anonymous) == anonymous


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("Frau Muster, 0234 910-1234.", f"{NAME_REMOVED}, {LINE_REMOVED}."),
        ("Hr. Muster (Tel. 0234/910-1234)", f"{NAME_REMOVED} (Tel. {LINE_REMOVED})"),
        ("Hr. Muster (0234/910-1234)", f"{NAME_REMOVED} {LINE_REMOVED}"),
        (
            "Frau Muster (Ausbildung), Telefon (0234) 910 1234 oder mobil +49 171 1234567",
            f"{NAME_REMOVED} (Ausbildung), Telefon {LINE_REMOVED} oder mobil {LINE_REMOVED}",
        ),
        (
            "Fr. Muster, m.muster@example.org, Tel. 0234 910-1234, Raum 12",
            f"{NAME_REMOVED}, {ADDRESS_REMOVED}, Tel. {LINE_REMOVED}, Raum 12",
        ),
        (
            "Herr Muster, Zi. 3, Durchwahl -1234",
            f"{NAME_REMOVED}, Zi. 3, Durchwahl -{LINE_REMOVED}",
        ),
        ("unter 0234 910-1234 (Frau Muster)", f"unter {LINE_REMOVED} ({NAME_REMOVED})"),
        (
            '<p>Kontakt: Max Muster<br>Tel. <a href="tel:+492349101234">0234 910-1234</a></p>',
            f"<p>Kontakt: {NAME_REMOVED}<br>Tel. {LINE_REMOVED}</p>",
        ),
    ],
)
def test_the_number_beside_a_name_goes_with_it(text: str, anonymous: str) -> None:
    assert without_persons(text) == anonymous
    assert without_persons(anonymous) == anonymous


@pytest.mark.parametrize(
    "rest",
    [
        *(", Tel. 0234 910-0", ", Zentrale: 0234 910-1000", ", 01.09.2027", ", 10-12 Uhr"),
        " ist Teil des Ausbildungsteams, Tel. 0234 910-1000",
    ],
)
def test_the_number_of_an_office_and_other_figures_stay_behind_a_name(rest: str) -> None:
    assert without_persons(f"Frau Muster{rest}") == f"{NAME_REMOVED}{rest}"


@pytest.mark.parametrize(
    "text",
    [
        "Ansprechpartner: Team Ausbildung",
        "Mo. bis Fr. Termine, Do. und Fr. Schule, am Fr. Praxis",
        "Ausbildungsteam, Tel. 0234 910-1234",
        "Kontakt: Stadt Bielefeld",
        "Fragen beantwortet Ihnen das Ausbildungsteam.",
        "Auskunft erteilt die Feuerwehr Bochum.",
        "Frauen werden bevorzugt.",
        "Du gibst Menschen Halt und berätst Kinder.",
        "Der Kontakt zu Menschen macht dir Freude.",
        "Willy-Brandt-Platz 2, Rudolf-Rempel-Berufskolleg",
        "Ansprechpartnerin\nFachbereich Personal",
        "Sehr geehrte Damen und Herren",
    ],
)
def test_offices_and_ordinary_words_stay(text: str) -> None:
    assert without_persons(text) == text


@given(st.text(max_size=300))
def test_taking_out_twice_is_taking_out_once(text: str) -> None:
    assert without_persons(without_persons(text)) == without_persons(text)


@pytest.mark.parametrize(
    "piece",
    [
        "Frau ",
        "Kontakt ",
        "<br>",
        "a.b@",
        "@x.",
        "Kontakt Aa Bb, ",
        "Dr. ",
        "von ",
        "Aa-",
        " ",
        "Fr. Aa 0",
    ],
)
def test_no_repetition_makes_it_slow(piece: str) -> None:
    start = time.process_time()
    without_persons("Kontakt" + piece * (60_000 // len(piece)))
    assert time.process_time() - start < 2


@pytest.mark.parametrize("piece", ["0", "(0", "0 ", ", ", "und ", "(a) ", "Tel. 1-", "<p>", "+0 "])
def test_no_repetition_behind_a_name_makes_it_slow(piece: str) -> None:
    start = time.process_time()
    without_persons(f"Frau Muster{piece * (60_000 // len(piece))}")
    assert time.process_time() - start < 2
