"""Gaps: whether a field is stated by far fewer openings than is usual at its source."""

from collections.abc import Iterator, Sequence

from stellenbund.domain.completeness import completeness
from stellenbund.domain.notice import Notice
from stellenbund.domain.plausibility_parts.bounds import DROP, FLOOR, percent, usual
from stellenbund.domain.run import Run

WORDS = {
    "org_unit": "Amt",
    "description_text": "Beschreibung",
    "tasks": "Aufgaben",
    "profile": "Profil",
    "benefits": "Vorteile",
    "places": "Arbeitsort",
    "positions": "Zahl der Plätze",
    "training_year": "Ausbildungsjahr",
    "start_kind": "Beginn",
    "duration_months": "Dauer",
    "deadline_kind": "Bewerbungsfrist",
    "opens_on": "Beginn der Bewerbungsfrist",
    "posted_on": "Tag der Veröffentlichung",
    "pay": "Vergütung",
    "weekly_hours": "Wochenstunden",
    "part_time": "Teilzeit",
    "takeover": "Übernahme",
    "certificate": "Schulabschluss",
    "german_level": "Deutschkenntnisse",
    "nationality": "Staatsangehörigkeit",
    "foreign_certificate": "ausländische Abschlüsse",
    "minimum_age": "Mindestalter",
    "maximum_age": "Höchstalter",
    "driving_licence": "Führerschein",
    "medical_check": "ärztliche Untersuchung",
    "inclusive": "Inklusion",
    "partner_schools": "Lernort",
    "apply_url": "Weg zur Bewerbung",
    "source_url": "eigene Adresse",
    "contact": "Kontakt",
}
"""Each field that a source states, in German; the others follow from these or are always there."""


def doubt_gaps(notices: Sequence[Notice], past: Sequence[Run]) -> Iterator[str]:
    """Doubt each field whose completeness falls by 30 points and in more than three *notices*."""
    shares = completeness(notices)
    for field, word in WORDS.items():
        before = usual([run.completeness[field] for run in past if field in run.completeness])
        if not shares or before is None:
            continue
        missing = round(before - shares[field], 4)
        if missing > DROP and missing * len(notices) > FLOOR:
            yield (
                f"Nur noch {percent(shares[field])} der {len(notices)} Ausschreibungen haben eine "
                f"Angabe zu „{word}“, üblich sind {percent(before)}. Bitte prüfen, ob sie auf den "
                "Seiten noch steht und noch ebenso heißt."
            )
