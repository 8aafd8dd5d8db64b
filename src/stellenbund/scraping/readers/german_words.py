"""German words: how German pages about training call what they say of an opening."""

import re
from collections.abc import Mapping

LABELS: Mapping[str, tuple[str, ...]] = {
    "deadline": (
        "Bewerbungsfrist",
        "Bewerbungsschluss",
        "Bewerbungsende",
        "Bewerben bis",
        "Bewerbung bis",
        "Ende der Bewerbungsfrist",
    ),
    "opens": ("Bewerbungsstart", "Bewerbungsbeginn", "Bewerbung ab", "Bewerben ab"),
    "start": (
        "Ausbildungsbeginn",
        "Ausbildungsstart",
        "Studienbeginn",
        "Beginn",
        "Start",
        "Einstellungstermin",
        "Einstellungsdatum",
        "Eintrittstermin",
        "Besetzungszeitpunkt",
        "Beginn der Ausbildung",
    ),
    "duration": ("Ausbildungsdauer", "Studiendauer", "Dauer", "Dauer der Ausbildung"),
    "reference": (
        "Kennziffer",
        "Kennzahl",
        "Referenznummer",
        "Referenz",
        "Stellennummer",
        "Stellen-ID",
        "Job-ID",
        "Ausschreibungsnummer",
    ),
    "place": ("Ausbildungsort", "Einsatzort", "Arbeitsort", "Dienstort", "Standort", "Ort"),
    "certificate": (
        "Schulabschluss",
        "Bildungsabschluss",
        "Mindestabschluss",
        "Erforderlicher Schulabschluss",
        "Schulische Voraussetzung",
    ),
    "requirements": ("Voraussetzungen", "Voraussetzung", "Einstellungsvoraussetzungen"),
    "pay": (
        "Ausbildungsvergütung",
        "Ausbildungsentgelt",
        "Anwärterbezüge",
        "Vergütung",
        "Bezahlung",
        "Entgelt",
        "Verdienst",
    ),
    "positions": (
        "Anzahl der Ausbildungsplätze",
        "Ausbildungsplätze",
        "Anzahl der Stellen",
        "Anzahl der Plätze",
        "Freie Plätze",
        "Anzahl",
        "Plätze",
    ),
    "org_unit": ("Dienststelle", "Fachbereich", "Organisationseinheit", "Einsatzbereich", "Amt"),
    "employer": ("Arbeitgeber", "Arbeitgeberin"),
    "kind": ("Ausbildungsart", "Art der Ausbildung", "Beschäftigungsart", "Anstellungsart"),
    "profession": ("Ausbildungsberuf", "Beruf"),
    "partner_school": (
        "Berufsschule",
        "Berufskolleg",
        "Hochschule",
        "Berufsschule / Hochschule",
        "Berufsschule bzw. Hochschule",
        "Lernort",
    ),
    "weekly_hours": ("Wochenstunden", "Wochenarbeitszeit", "Arbeitszeit"),
    "takeover": ("Übernahme",),
    "contact": ("Ansprechpartner", "Ansprechpartnerin", "Ansprechperson", "Kontakt"),
    "posted": ("Veröffentlicht am", "Veröffentlicht", "Online seit"),
}
"""The labels under which German pages state each field, surest first."""

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "tasks_html": ("Deine Aufgaben", "Ihre Aufgaben", "Aufgaben", "Das erwartet", "Das lernst du"),
    "profile_html": (
        "Dein Profil",
        "Ihr Profil",
        "Das bringst du mit",
        "Das bringen Sie mit",
        "Anforderungen",
        "Was du mitbringst",
    ),
    "benefits_html": ("Wir bieten", "Das bieten wir", "Unser Angebot", "Deine Vorteile"),
}
"""The headings under which German pages keep each text."""

OTHER_OPENINGS = re.compile(
    r"(?:weitere|andere|ähnliche|passende) (?:\w+e )?"
    r"(?:stellen|ausbildungen|berufe|jobs"
    r"|(?:stellen|ausbildungs|studien)(?:plätze|stellen|angebote|ausschreibungen|berufe|gänge))\b"
    r"|das könnte (?:dich|sie) auch interessieren",
    re.IGNORECASE,
)
"""How the heading begins under which a page shows openings that are not its own."""
