"""Claims: one table of wordings for each, as adverts of cities use them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.normalisers.claims import Claims, read_claims
from stellenbund.domain.vocabulary import Answer

YES, NO, NOT_STATED = Answer.YES, Answer.NO, Answer.NOT_STATED


def claims(text: str) -> Claims:
    return read_claims(text)


@pytest.mark.parametrize(
    ("text", "answer", "level"),
    [
        ("Deutschkenntnisse auf dem Niveau B2", YES, "B2"),
        ("gute Deutschkenntnisse in Wort und Schrift", YES, None),
        ("Sehr gute Beherrschung der deutschen Sprache in Wort und Schrift.", YES, None),
        ("mindestens Sprachniveau C1", YES, "C1"),
        ("Deutsch mindestens B1, besser B2", YES, "B1"),
        ("Englischkenntnisse (B1) und Deutschkenntnisse (C1)", YES, "C1"),
        ("Deutsch C1, Englisch B2", YES, "C1"),
        ("Sprachzertifikat B2 (GER)", YES, "B2"),
        ("Sicheres Deutsch in Wort und Schrift", YES, None),
        ("Sie sprechen fließend Deutsch.", YES, None),
        ("C1-Niveau in Deutsch und B1 in Englisch", YES, "C1"),
        ("Du sprichst und schreibst sicher: Deutsch auf C1-Niveau.", YES, "C1"),
        ("Sofern Deutsch nicht Ihre Muttersprache ist, brauchen Sie Niveau B2.", YES, "B2"),
        ("Deutschkenntnisse sind nicht erforderlich.", NO, None),
        ("Deutschkenntnisse auf dem Niveau C1 sind von Vorteil.", NO, "C1"),
        ("Wir fördern deine Deutschkenntnisse mit einem Kurs.", NOT_STATED, None),
        ("Wir bieten:\n• Deutschkurse bis B2", NOT_STATED, None),
        ("gute Noten in Deutsch und Mathematik", NOT_STATED, None),
        ("30 Tage Urlaub und das Deutschlandticket", NOT_STATED, None),
        ("Du verfügst über gute Deutsch- und Englischkenntnisse.", YES, None),
        ("gute Deutsch- und Mathematikkenntnisse", NOT_STATED, None),
        ("Ein Sprachzertifikat B2 ist nicht notwendig.", NOT_STATED, None),
        ("Du brauchst keine perfekten Deutschkenntnisse.", NO, None),
        ("Englischkenntnisse auf dem Niveau B2", NOT_STATED, None),
        ("Führerschein der Klasse C1", NOT_STATED, None),
        ("Besoldung nach A2 oder B2", NOT_STATED, None),
    ],
)
def test_a_level_of_german_is_read_as_it_is_asked_for(
    text: str, answer: Answer, level: str | None
) -> None:
    claim = claims(text).german_level
    assert (claim.answer, claim.level) == (answer, level)


@pytest.mark.parametrize(
    ("text", "answer", "rule"),
    [
        ("Staatsangehörigkeit eines EU-Mitgliedstaates", YES, "eu"),
        ("Deutsche/r im Sinne des Art. 116 GG oder aus einem anderen EU-Staat", YES, "eu"),
        ("Staatsangehörigkeit eines Mitgliedstaates der Europäischen Union", YES, "eu"),
        ("Du bist Deutsche/r im Sinne des Art. 116 GG.", YES, "german"),
        ("Deutsche oder Deutscher im Sinne des Artikels 116 des Grundgesetzes", YES, "german"),
        ("Sie besitzen die deutsche Staatsangehörigkeit.", YES, "german"),
        ("deutsche Staatsangehörigkeit oder die eines EU-Landes", YES, "eu"),
        ("Besitz der deutschen oder einer EU-Staatsangehörigkeit", YES, "eu"),
        ("EU-Bürgerschaft", YES, "eu"),
        ("Sie erfüllen die Voraussetzungen des § 7 Abs. 1 BeamtStG.", YES, "eu"),
        ("Voraussetzungen nach § 7 Beamtenstatusgesetz", YES, "eu"),
        ("Staatsangehörigkeit eines Staates der EU, von Island oder der Schweiz", YES, "eu"),
        (
            "Wir freuen uns über Bewerbungen unabhängig von Geschlecht, Nationalität und Religion.",
            NO,
            "any",
        ),
        ("Die deutsche Staatsangehörigkeit ist nicht erforderlich.", NO, "any"),
        ("Bewerben können sich Menschen aller Nationalitäten.", NO, "any"),
        ("Eine bestimmte Staatsangehörigkeit ist keine Voraussetzung.", NO, "any"),
        ("Deine Nationalität spielt keine Rolle.", NO, "any"),
        ("Die Staatsangehörigkeit spielt für diese Ausbildung keine Rolle.", NO, "any"),
        ("deutsche Staatsangehörigkeit oder gültige Arbeitserlaubnis", NO, "any"),
        (
            "Bewerbungen von Personen mit ausländischer Staatsangehörigkeit sind erwünscht.",
            NO,
            "any",
        ),
        ("Wer keine deutsche Staatsangehörigkeit hat, braucht eine Arbeitserlaubnis.", NO, "any"),
        ("Menschen aus Nicht-EU-Staaten benötigen einen Aufenthaltstitel.", NO, "any"),
        ("Du brauchst eine gültige Arbeitserlaubnis.", NOT_STATED, None),
        ("Falls Sie keine deutsche Staatsangehörigkeit haben, rufen Sie an.", NOT_STATED, None),
        ("Die beamtenrechtlichen Voraussetzungen liegen vor.", NOT_STATED, None),
        ("Unabhängig von Geschlecht und Herkunft freuen wir uns auf dich.", NOT_STATED, None),
        ("Deutsche Sprache in Wort und Schrift", NOT_STATED, None),
        ("EU-Führerschein der Klasse B", NOT_STATED, None),
    ],
)
def test_a_nationality_is_read_as_german_eu_or_any(
    text: str, answer: Answer, rule: str | None
) -> None:
    claim = claims(text).nationality
    assert (claim.answer, claim.rule) == (answer, rule)


def test_a_requirement_outweighs_the_kind_words_at_the_end() -> None:
    claim = claims(
        "Du hast die Staatsangehörigkeit eines EU-Staates.\n\n"
        "Wir freuen uns über Bewerbungen unabhängig von Nationalität und Alter."
    ).nationality
    assert (claim.answer, claim.rule) == (YES, "eu")
    assert claim.sentence == "Du hast die Staatsangehörigkeit eines EU-Staates."


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Im Ausland erworbene Schulabschlüsse müssen anerkannt sein.", YES),
        ("Ausländische Abschlüsse werden nach einer Zeugnisanerkennung berücksichtigt.", YES),
        ("Bitte füge bei ausländischen Zeugnissen den Anerkennungsbescheid bei.", YES),
        ("ggf. Zeugnisanerkennung der Bezirksregierung", YES),
        ("oder ein gleichwertiger, im Ausland erworbener Bildungsabschluss", YES),
        ("Nachweis der Zentralstelle für ausländisches Bildungswesen (ZAB)", YES),
        ("Ausländische Abschlüsse können leider nicht anerkannt werden.", NO),
        ("Es werden nur deutsche Abschlüsse anerkannt, keine ausländischen Zeugnisse.", NO),
        ("Nicht anerkannte ausländische Abschlüsse können wir nicht berücksichtigen.", NOT_STATED),
        ("oder ein als gleichwertig anerkannter Bildungsstand", NOT_STATED),
        ("Auslandspraktika über Erasmus+ mit Zertifikat", NOT_STATED),
    ],
)
def test_foreign_certificates_are_accepted_only_where_the_text_says_so(
    text: str, answer: Answer
) -> None:
    assert claims(text).foreign_certificate.answer is answer


@pytest.mark.parametrize(
    ("text", "answer", "years"),
    [
        ("mindestens 18 Jahre", YES, 18),
        ("Mindestalter: 16 Jahre", YES, 16),
        ("Mindestalter 18", YES, 18),
        ("Du bist bei Ausbildungsbeginn mindestens 18 Jahre alt.", YES, 18),
        ("Sie haben das 18. Lebensjahr vollendet.", YES, 18),
        ("Volljährigkeit zu Beginn der Ausbildung", YES, 18),
        ("Du bist volljährig.", YES, 18),
        ("Du musst 17 Jahre alt sein", YES, 17),
        ("ab 16 Jahren", YES, 16),
        ("Vollendung des 18. Lebensjahres bis zum Ausbildungsbeginn", YES, 18),
        ("bei Ausbildungsbeginn 18 Jahre alt", YES, 18),
        ("Ein Beruf, in dem du ab 18 Jahren Nachtschichten machst.", NOT_STATED, None),
        ("zwischen 18 und 40 Jahre alt", YES, 18),
        ("Alter: 16 bis 26 Jahre", YES, 16),
        ("Es gibt keine Altersgrenze.", NO, None),
        ("Ein Mindestalter gibt es nicht, kein Mindestalter also.", NO, None),
        ("Das Alter spielt keine Rolle.", NO, None),
        ("mindestens 18 Monate Berufserfahrung", NOT_STATED, None),
        ("mindestens 15 Jahre Berufserfahrung", NOT_STATED, None),
        ("Wir bilden seit über 20 Jahren aus.", NOT_STATED, None),
        ("Wenn du mindestens 18 Jahre alt bist, darfst du Nachtdienste machen.", NOT_STATED, None),
        ("Bei nicht volljährigen Bewerbern brauchen wir eine Einwilligung.", NOT_STATED, None),
        ("Wer unter 18 Jahren ist, legt eine ärztliche Bescheinigung vor.", NOT_STATED, None),
        ("Die Ausbildung dauert 36 Monate.", NOT_STATED, None),
    ],
)
def test_a_least_age_is_read_in_years(text: str, answer: Answer, years: int | None) -> None:
    claim = claims(text).minimum_age
    assert (claim.answer, claim.years) == (answer, years)


@pytest.mark.parametrize("text", ["mindestens 17,5 Jahre alt", "mind. 17 Jahre und 6 Monate alt"])
def test_a_least_age_may_have_months(text: str) -> None:
    claim = claims(text).minimum_age
    assert (claim.years, claim.months) == (17, 6)


@pytest.mark.parametrize(
    ("text", "answer", "years", "months"),
    [
        ("höchstens 40 Jahre und 6 Monate", YES, 40, 6),
        ("Höchstalter 39 Jahre", YES, 39, 0),
        ("maximal 35 Jahre alt", YES, 35, 0),
        ("nicht älter als 38 Jahre", YES, 38, 0),
        ("Du bist nicht älter als 38.", YES, 38, 0),
        ("Alter: maximal 39", YES, 39, 0),
        ("Altersgrenze: unter 42 Jahre", YES, 41, 0),
        ("Höchstalter: 42 Jahre", YES, 42, 0),
        ("Sie sind noch keine 40 Jahre und 6 Monate alt.", YES, 40, 5),
        ("§ 14 LBG: noch nicht das 42. Lebensjahr vollendet", YES, 41, 0),
        ("Sie haben das 42. Lebensjahr noch nicht vollendet.", YES, 41, 0),
        ("vor Vollendung des 42. Lebensjahres", YES, 41, 0),
        ("Du bist jünger als 40 Jahre.", YES, 39, 0),
        ("zwischen 18 und 40 Jahre alt", YES, 40, 0),
        ("Die Altersgrenze liegt bei 40 Jahren und 6 Monaten.", YES, 40, 6),
        ("Es gilt die Höchstaltersgrenze nach § 14 LBG NRW.", YES, None, 0),
        ("Es gibt keine Altersgrenze.", NO, None, 0),
        ("Für Bewerber unter 18 Jahren gilt das Jugendarbeitsschutzgesetz.", NOT_STATED, None, 0),
        ("höchstens 30 Jahre Berufserfahrung", NOT_STATED, None, 0),
        ("maximal 39 Stunden in der Woche", NOT_STATED, None, 0),
    ],
)
def test_a_greatest_age_is_read_in_completed_years(
    text: str, answer: Answer, years: int | None, months: int
) -> None:
    claim = claims(text).maximum_age
    assert (claim.answer, claim.years, claim.months) == (answer, years, months)


@pytest.mark.parametrize(
    ("text", "answer", "licence"),
    [
        ("Führerschein Klasse B", YES, "B"),
        ("Führerschein: nein", NO, None),
        ("Führerschein: keiner", NO, None),
        ("Fahrerlaubnis der Klasse B", YES, "B"),
        ("Führerschein der Klassen B und BE", YES, "B, BE"),
        ("Führerschein (Klasse C/CE)", YES, "C, CE"),
        ("PKW-Führerschein", YES, "B"),
        ("Führerschein B oder die Bereitschaft, ihn bis zum Beginn zu erwerben", YES, "B"),
        ("Bereitschaft zum Erwerb des Führerscheins Klasse B", YES, "B"),
        ("Du besitzt einen gültigen Führerschein.", YES, None),
        ("Voraussetzungen:\n• Realschulabschluss\n• Fahrerlaubnisklasse B", YES, "B"),
        ("Ein Führerschein der Klasse B ist wünschenswert.", NO, "B"),
        ("Ein Führerschein ist von Vorteil.", NO, None),
        ("Idealerweise hast du bereits einen Führerschein Klasse B", NO, "B"),
        ("Von Vorteil sind:\n• Führerschein Klasse B\n• Erfahrung", NO, "B"),
        ("Ein Führerschein ist nicht erforderlich.", NO, None),
        ("Du brauchst keinen Führerschein.", NO, None),
        ("kein Führerschein notwendig", NO, None),
        ("Das geht auch ohne Führerschein.", NO, None),
        ("Wir bezahlen dir den Führerschein der Klasse C.", NOT_STATED, None),
        ("Wir bieten:\n• Führerschein Klasse B\n• 30 Tage Urlaub", NOT_STATED, None),
        ("Kostenübernahme für den Führerschein Klasse CE", NOT_STATED, None),
        ("In der Ausbildung kannst du den Führerschein machen.", NOT_STATED, None),
        ("Wenn du einen Führerschein hast, darfst du Dienstwagen fahren.", NOT_STATED, None),
        ("Sportbootführerschein", NOT_STATED, None),
        ("In der Fahrerlaubnisbehörde prüfst du Anträge.", NOT_STATED, None),
        ("Anträge auf Erteilung einer Fahrerlaubnis prüfen", NOT_STATED, None),
        ("Die Führerscheine der Klassen B und C erwerben Sie bei uns.", NOT_STATED, None),
        ("Du hast den Führerschein Klasse B oder machst ihn bis zum Start.", YES, "B"),
    ],
)
def test_a_driving_licence_that_is_only_wished_is_not_asked_for(
    text: str, answer: Answer, licence: str | None
) -> None:
    claim = claims(text).driving_licence
    assert (claim.answer, claim.licence_class) == (answer, licence)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("gesundheitliche Eignung", YES),
        ("gesundheitliche und körperliche Eignung für den Beruf", YES),
        ("Du bist körperlich und gesundheitlich geeignet.", YES),
        ("Eine amtsärztliche Untersuchung geht der Einstellung voraus.", YES),
        ("arbeitsmedizinische Untersuchung nach G 26.3", YES),
        ("Eignung nach G26", YES),
        ("Feuerwehrdiensttauglichkeit", YES),
        ("Ärztliche Bescheinigung nach dem Jugendarbeitsschutzgesetz", YES),
        ("Nach dem Test folgt die betriebsärztliche Untersuchung.", YES),
        ("Eine ärztliche Untersuchung ist nicht erforderlich.", NO),
        ("betriebliche Gesundheitsförderung", NOT_STATED),
        ("körperliche Belastbarkeit", NOT_STATED),
        ("Untersuchung von Wasserproben", NOT_STATED),
    ],
)
def test_a_medical_check_is_fitness_that_a_doctor_must_prove(text: str, answer: Answer) -> None:
    assert claims(text).medical_check.answer is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Die Ausbildung ist in Teilzeit möglich.", YES),
        ("Teilzeit ist grundsätzlich möglich.", YES),
        ("Auch in Teilzeit", YES),
        ("Vollzeit oder Teilzeit", YES),
        ("Vollzeit/Teilzeit", YES),
        ("Arbeitszeit: Vollzeit mit Teilzeitmöglichkeit", YES),
        ("Teilzeitausbildung", YES),
        ("Teilzeit: ja", YES),
        ("nur in Vollzeit", NO),
        ("Die Ausbildung erfolgt ausschließlich in Vollzeit.", NO),
        ("Eine Teilzeitausbildung ist leider nicht möglich.", NO),
        ("keine Teilzeit", NO),
        ("Nach der Ausbildung kannst du auch in Teilzeit arbeiten.", NOT_STATED),
        ("Vollzeit", NOT_STATED),
        ("Teilzeit ist möglich.\nDie Ausbildung gibt es nur in Vollzeit.", NOT_STATED),
    ],
)
def test_part_time_is_read_and_a_contradiction_says_nothing(text: str, answer: Answer) -> None:
    assert claims(text).part_time.answer is answer


@pytest.mark.parametrize(
    "label",
    [
        *("Teilzeit", "Teilzeit möglich", "Teilzeit möglich?", "Teilzeitausbildung möglich"),
        *("In Teilzeit möglich (ja/nein)", "Teilzeitgeeignet", "Auch in Teilzeit", "part time"),
    ],
)
@pytest.mark.parametrize(
    ("value", "answer"),
    [
        ("ja", YES),
        ("Ja, nach Absprache", YES),
        ("nein", NO),
        ("Nein, nur in Vollzeit", NO),
        ("leider nicht möglich", NO),
        ("derzeit noch nicht", NO),
    ],
)
def test_the_value_behind_a_label_answers_what_the_label_asks(
    label: str, value: str, answer: Answer
) -> None:
    claim = claims(f"{label}: {value}").part_time
    assert (claim.answer, claim.sentence) == (answer, f"{label}: {value}")


@pytest.mark.parametrize("value", ["auf Anfrage", "offen", "k. A.", "keine Angabe", "?", "unklar"])
def test_a_value_that_leaves_it_open_says_nothing(value: str) -> None:
    assert claims(f"Teilzeit möglich: {value}").part_time == Claims().part_time
    assert claims(f"Übernahme möglich: {value}").takeover == Claims().takeover


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Übernahme möglich", "takeover"),
        ("Übernahmegarantie", "takeover"),
        ("Führerschein erforderlich", "driving_licence"),
        ("Führerschein Klasse B", "driving_licence"),
        ("Deutsch B2 erforderlich", "german_level"),
        ("Mindestalter 18 Jahre", "minimum_age"),
        ("Gesundheitliche Eignung erforderlich", "medical_check"),
        ("Ausländische Abschlüsse anerkannt", "foreign_certificate"),
        ("Schwerbehinderte willkommen", "inclusive"),
    ],
)
def test_a_no_behind_any_label_is_a_no_and_a_yes_a_yes(label: str, name: str) -> None:
    assert getattr(claims(f"{label}: ja"), name).answer is YES
    assert getattr(claims(f"{label}: nein"), name).answer is NO


@pytest.mark.parametrize(
    "text",
    [
        "Wir bieten: keine Langeweile, und die Übernahme nach der Prüfung ist vorgesehen",
        "Teilzeit möglich: Sprechen Sie uns an",
        "Arbeitszeit: Vollzeit oder Teilzeit",
    ],
)
def test_a_colon_alone_denies_nothing(text: str) -> None:
    assert YES in {claims(text).part_time.answer, claims(text).takeover.answer}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Übernahmegarantie bei guten Leistungen", YES),
        ("Übernahme bei entsprechender Leistung", YES),
        ("gute Übernahmechancen", YES),
        ("Die Übernahme nach bestandener Prüfung ist vorgesehen.", YES),
        ("Nach der Ausbildung übernehmen wir dich in ein unbefristetes Arbeitsverhältnis.", YES),
        ("unbefristete Übernahme", YES),
        ("Übernahme: ja", YES),
        ("Es ist beabsichtigt, alle Auszubildenden zu übernehmen.", YES),
        ("Ein Anspruch auf Übernahme besteht nicht.", NOT_STATED),
        ("Eine Übernahme ist nicht vorgesehen.", NO),
        ("keine Übernahme", NO),
        ("Übernahme: nein", NO),
        ("Eine Übernahme kann nicht garantiert werden.", NOT_STATED),
        ("keine Übernahmegarantie", NOT_STATED),
        ("Übernahme der Fahrtkosten", NOT_STATED),
        ("Du übernimmst die Verantwortung für kleine Projekte.", NOT_STATED),
        ("Sie üben, bevor Sie im Rettungswagen Verantwortung übernehmen.", NOT_STATED),
        ("Du wirst nach der Prüfung unbefristet übernommen.", YES),
        ("Wir übernehmen die Kosten für das Deutschlandticket.", NOT_STATED),
    ],
)
def test_takeover_is_a_promise_even_under_a_condition(text: str, answer: Answer) -> None:
    assert claims(text).takeover.answer is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Schwerbehinderte werden bei gleicher Eignung bevorzugt berücksichtigt.", YES),
        ("Bewerbungen von Menschen mit Behinderung sind ausdrücklich erwünscht.", YES),
        ("Wir freuen uns über Bewerbungen von Menschen mit Migrationshintergrund.", YES),
        ("Menschen mit Einwanderungsgeschichte sind willkommen.", YES),
        ("Alle sind willkommen, unabhängig von Herkunft, Behinderung und Alter.", YES),
        ("Der Einsatzdienst ist für Menschen mit Schwerbehinderung nicht geeignet.", NO),
        ("Frauen werden bei gleicher Eignung bevorzugt.", NOT_STATED),
        ("Du arbeitest mit Menschen mit Behinderung.", NOT_STATED),
    ],
)
def test_an_invitation_names_disability_or_migration(text: str, answer: Answer) -> None:
    assert claims(text).inclusive.answer is answer


def test_a_text_without_any_claim_states_nothing() -> None:
    assert claims("Du arbeitest im Bürgerbüro und berätst Menschen.") == Claims()
    assert read_claims(None) == Claims()


@given(st.text(max_size=400))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert isinstance(read_claims(text.replace("\0", "")), Claims)
