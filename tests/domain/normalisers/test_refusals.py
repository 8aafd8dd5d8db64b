"""Refusals of dates, durations, pay and certificates: what each rule says to people."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.certificates import read_certificate
from stellenbund.domain.normalisers.dates import read_date, read_day, read_deadline, read_start
from stellenbund.domain.normalisers.durations import read_duration
from stellenbund.domain.normalisers.pay import read_pay

TODAY = date(2026, 11, 24)

any_time = partial(read_date, today=TODAY)
one_day = partial(read_day, today=TODAY)
start = partial(read_start, today=TODAY)
deadline = partial(read_deadline, today=TODAY)
pay = partial(read_pay, starts_on=None)

REFUSALS: list[tuple[Callable[[str], object], str, str, str]] = [
    (any_time, "", "date.empty", "Hier steht nichts."),
    (any_time, "Etage 3", "date.unreadable", "Daraus lässt sich kein Zeitpunkt lesen."),
    (any_time, "30.02.2027", "date.impossible", "Diesen Tag gibt es im Kalender nicht."),
    (any_time, "31.06.", "date.impossible", "Diesen Tag gibt es im Kalender nicht."),
    (any_time, "2027, ab 31.02.2027", "date.impossible", "Diesen Tag gibt es im Kalender nicht."),
    (
        any_time,
        "2027-02-30T10:00:00Z",
        "date.impossible",
        "Diesen Zeitpunkt gibt es nicht.",
    ),
    (
        any_time,
        "2027-08-05T20:00:00Z-05:00",
        "date.two_zones",
        "Die Angabe hat zwei Zeitzonen, die verschiedene Tage bedeuten.",
    ),
    (
        any_time,
        "46326",
        "date.serial_number",
        (
            "Das ist die Zahl einer Tabelle für ein Datum; je nach Programm bedeutet sie"
            " verschiedene Tage."
        ),
    ),
    (
        any_time,
        "09/01/2027",
        "date.ambiguous_order",
        "Ob der Tag oder der Monat vorn steht, ist nicht zu erkennen.",
    ),
    (
        any_time,
        "2027/2030",
        "date.ambiguous_years",
        "Die beiden Jahre folgen nicht aufeinander; welches gemeint ist, bleibt offen.",
    ),
    (
        any_time,
        "31.12.65",
        "date.two_digit_year",
        "Das Jahr hat nur zwei Ziffern und liegt so fern, dass es unklar bleibt.",
    ),
    (
        any_time,
        "Frühjahr",
        "date.year_missing",
        "Das Jahr fehlt, und aus dem heutigen Tag folgt es nicht eindeutig.",
    ),
    (
        any_time,
        "1.11. bis 15.11.",
        "date.year_missing",
        "Das Jahr fehlt, und aus dem heutigen Tag folgt es nicht eindeutig.",
    ),
    (
        any_time,
        "14 Tage nach Veröffentlichung",
        "date.relative",
        "Der Zeitpunkt hängt an einem anderen Tag, der hier nicht steht.",
    ),
    (any_time, "KW 36/2027", "date.calendar_week", "Eine Kalenderwoche ist kein Tag."),
    (one_day, "September 2027", "date.no_day", "Hier steht kein Tag."),
    (
        one_day,
        "00.00.0000",
        "date.placeholder",
        "Das ist nur ein Platzhalter für ein Datum.",
    ),
    (
        one_day,
        "1.-15.9.2026",
        "date.several",
        "Hier stehen mehrere Tage; gemeint ist nur einer.",
    ),
    (
        one_day,
        "31. Januar",
        "date.year_missing",
        "Das Jahr fehlt, und aus dem heutigen Tag folgt es nicht eindeutig.",
    ),
    (
        deadline,
        "15.01.2027 bis 30.09.2072",
        "date.endless",
        "Der Zeitraum endet in einem Jahr, das niemand meinen kann.",
    ),
    (
        start,
        "Bewerbungsschluss 31.01.2027",
        "date.wrong_role",
        "Hier steht eine Frist, aber kein Beginn.",
    ),
    (
        deadline,
        "Ausbildungsbeginn 01.09.2027",
        "date.wrong_role",
        "Hier steht ein Beginn, aber keine Frist.",
    ),
    (
        deadline,
        "30.09.2026 und 31.01.2027",
        "date.several",
        "Hier stehen mehrere Fristen; welche gilt, bleibt offen.",
    ),
    (
        deadline,
        "1.10.",
        "date.year_missing",
        "Das Jahr fehlt, und aus dem heutigen Tag folgt es nicht eindeutig.",
    ),
    (read_duration, "", "duration.empty", "Hier steht nichts."),
    (read_duration, "36", "duration.unreadable", "Daraus lässt sich keine Dauer lesen."),
    (
        read_duration,
        "2 bis 3 Jahre",
        "duration.range",
        "Die Dauer ist nur als Spanne oder Grenze angegeben.",
    ),
    (
        read_duration,
        "24 Monate; 36 Monate",
        "duration.several",
        "Hier stehen mehrere Dauern; welche gilt, bleibt offen.",
    ),
    (
        read_duration,
        "7 Jahre",
        "duration.out_of_range",
        "Eine Ausbildung dauert 1 bis 72 Monate.",
    ),
    (read_duration, "P7Y", "duration.out_of_range", "Eine Ausbildung dauert 1 bis 72 Monate."),
    (pay, "", "pay.empty", "Hier steht nichts."),
    (
        pay,
        "faire Vergütung",
        "pay.no_amount",
        "Hier steht kein Betrag, der eine monatliche Vergütung sein kann.",
    ),
    (pay, "A13", "pay.grade", "Hier steht nur eine Entgelt- oder Besoldungsgruppe, kein Betrag."),
    (
        pay,
        "bis zu 1.500 €",
        "pay.range",
        "Der Betrag ist nur als Spanne oder Grenze angegeben.",
    ),
    (
        pay,
        "12,50 € pro Stunde",
        "pay.hourly",
        "Der Betrag gilt je Stunde, Tag oder Woche, nicht je Monat.",
    ),
    (pay, "16.419,12 € im Jahr", "pay.yearly", "Der Betrag gilt je Jahr, nicht je Monat."),
    (pay, "1.500 CHF", "pay.currency", "Der Betrag ist nicht in Euro angegeben."),
    (
        pay,
        "1.368,2 €",
        "pay.damaged_number",
        "Der Betrag ist weder deutsch noch englisch geschrieben und nicht sicher lesbar.",
    ),
    (
        pay,
        "1.368,26 € und 1.509,93 €",
        "pay.conflict",
        "Hier stehen mehrere Beträge; welcher für welches Jahr gilt, ist nicht gesagt.",
    ),
    (read_certificate, "", "certificate.empty", "Hier steht nichts."),
    (read_certificate, "- . -", "certificate.empty", "Hier steht nichts."),
    (
        read_certificate,
        "KEINE_ANGABEN",
        "certificate.not_stated",
        "Die Quelle macht dazu keine Angabe.",
    ),
    (
        read_certificate,
        "guter Schulabschluss",
        "certificate.unspecific",
        "Welcher Schulabschluss verlangt wird, ist nicht genau gesagt.",
    ),
    (
        read_certificate,
        "Führerschein Klasse B",
        "certificate.unreadable",
        "Hier ist kein Schulabschluss genannt.",
    ),
    (
        read_certificate,
        "Mit Abitur kannst du die Ausbildung verkürzen.",
        "certificate.result",
        "Der Schulabschluss wird hier nicht verlangt: Er folgt aus der Ausbildung oder kürzt sie.",
    ),
    (
        read_certificate,
        "Abitur ist nicht erforderlich",
        "certificate.not_needed",
        "Hier steht nur, welcher Schulabschluss nicht verlangt wird oder nicht genügt.",
    ),
    (
        read_certificate,
        "idealerweise Abitur",
        "certificate.only_preferred",
        "Der Schulabschluss ist nur ein Wunsch; was mindestens verlangt wird, fehlt hier.",
    ),
]


@pytest.mark.parametrize(("read", "text", "rule", "message"), REFUSALS)
def test_each_rule_says_in_one_sentence_what_is_wrong_and_quotes_the_text(
    read: Callable[[str], object], text: str, rule: str, message: str
) -> None:
    with pytest.raises(UnreadableTextError) as caught:
        read(text)
    assert (caught.value.text, caught.value.rule, caught.value.message) == (text, rule, message)


@pytest.mark.parametrize(
    ("read", "words", "text", "rule"),
    [
        (start, 400, "Beginn 1.9.2027", "date.unreadable"),
        (read_duration, 400, "3 Jahre", "duration.unreadable"),
        (pay, 1_000, "1.368,26 €", "pay.no_amount"),
        (read_certificate, 4_000, "Abitur", "certificate.unreadable"),
    ],
)
def test_what_stands_beyond_the_longest_text_is_not_read(
    read: Callable[[str], object], words: int, text: str, rule: str
) -> None:
    read(f"{'wort ' * (words - 3)}{text}")
    with pytest.raises(UnreadableTextError) as caught:
        read(f"{'wort ' * words}{text}")
    assert caught.value.rule == rule
