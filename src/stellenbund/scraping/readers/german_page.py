"""German page: an opening that a page tells in a heading and labelled German lines alone."""

from collections.abc import Mapping
from dataclasses import replace

from bs4 import Tag

from stellenbund.domain.record import RawRecord
from stellenbund.scraping.labels import find, fold, section_under
from stellenbund.scraping.markup import inner_html, plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.fields import fill
from stellenbund.scraping.selectors import FieldSelectors, labelled

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
        "Anzahl",
        "Plätze",
    ),
    "org_unit": ("Dienststelle", "Fachbereich", "Organisationseinheit", "Einsatzbereich", "Amt"),
    "employer": ("Arbeitgeber", "Arbeitgeberin"),
    "kind": ("Ausbildungsart", "Art der Ausbildung", "Beschäftigungsart", "Anstellungsart"),
    "profession": ("Ausbildungsberuf", "Beruf"),
    "partner_school": ("Berufsschule", "Berufskolleg", "Hochschule"),
    "weekly_hours": ("Wochenstunden", "Wochenarbeitszeit", "Arbeitszeit"),
    "takeover": ("Übernahme",),
    "contact": ("Ansprechpartner", "Ansprechpartnerin", "Ansprechperson", "Kontakt"),
    "posted": ("Veröffentlicht am", "Veröffentlicht", "Online seit"),
}
"""The labels under which German pages state each field, surest first."""

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "tasks_html": ("Deine Aufgaben", "Ihre Aufgaben", "Aufgaben", "Das erwartet"),
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

_FEWEST_LABELS = 2
_FIELDS: FieldSelectors = {name: labelled(*names) for name, names in LABELS.items()}  # type: ignore[assignment]


def read_german_page(page: Page) -> RawRecord | None:
    """Return the opening that *page* tells, or ``None``.

    It needs a main heading and at least two known labels: a heading alone proves nothing.
    """
    heading = page.soup.find("h1")
    title = plain(heading) if isinstance(heading, Tag) else None
    if not title or not isinstance(heading, Tag):
        return None
    around = _article(heading)
    names = [name for each in LABELS.values() for name in each]
    if len({fold(found.label) for found in find(around, names)}) < _FEWEST_LABELS:
        return None
    texts = {name: _first_section(around, headings) for name, headings in HEADINGS.items()}
    record = RawRecord(page=page.url, title=title, description_html=inner_html(around))
    filled = fill(record, around, _FIELDS, page)
    return replace(filled, **{name: text for name, text in texts.items() if text})  # type: ignore[arg-type]


def _article(heading: Tag) -> Tag:
    """Return the element that holds the whole opening, not the page's frame."""
    around = heading.find_parent(["article", "main"]) or heading.find_parent("body")
    return around or heading


def _first_section(around: Tag, headings: tuple[str, ...]) -> str | None:
    found = (section_under(around, heading) for heading in headings)
    return next((text for text in found if text), None)
