"""Item of the widget: a row of a partner's list at Interamt, or its detail, as a raw record."""

from collections.abc import Iterable, Iterator

from stellenbund.domain.normalisers.person_parts.telephones import office_number
from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.interamt_item import human_page
from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.nodes import inner, markup, words

_TITLES = ("StellenBezeichnung", "Stellenbezeichnung")
"""The title as the list spells it, and as the detail does."""

_BOTH = {"beides möglich": "Vollzeit oder Teilzeit"}
_FURTHER = (
    ("Kennung", "Kennung"),
    ("Beschäftigungsdauer", "BeschaeftigungDauer"),
    ("Fachrichtung", "Fachrichtung"),
)
_PERSON = "ExtAnsprechpartner"
_NAMES = ("Vorname", "Nachname")


def is_item(document: Node) -> bool:
    """Say whether *document* is one opening."""
    return any(name in document for name in _TITLES)


def read_item(item: Node, page: Page) -> RawRecord:
    """Return what *item* says, be it a row or a detail: no name means two things."""
    reference = words(item, "Id")
    dates = next(inner(item, "Daten"), {})
    return RawRecord(
        page=page.url,
        reference=reference,
        url=human_page(reference),
        apply_url=words(item, "BewerbungUrl"),
        title=words(item, *_TITLES),
        kind=words(item, "Dienstverhaeltnisse"),
        employer=words(item, "Behoerde", "StellenangebotBehoerde"),
        description_html=markup(item, "Beschreibung"),
        places=tuple(_places(item)),
        positions=words(item, "AnzahlStellen"),
        start=words(item, "DatumBesetzungZum"),
        deadline=words(item, "DatumBewerbungsfrist") or words(dates, "Bewerbungsfrist"),
        posted=words(item, "DatumOeffentlichAusschreiben") or words(dates, "Eingestellt"),
        pay=_joined(_pay(item)),
        weekly_hours=words(item, "WochenarbeitszeitArbeitnehmer", "WochenarbeitszeitBeamter"),
        working_time=_working_time(item),
        contact=_contact(item),
        labelled=tuple(_labelled(item)),
    )


def _joined(texts: Iterable[str], between: str = ", ") -> str | None:
    return between.join(dict.fromkeys(texts)) or None


def _places(item: Node) -> Iterator[RawPlace]:
    """Yield the work places; the detail names but one, and at times only its town."""
    for place in inner(item, "StellenangebotOrt"):
        street = (words(place, name) for name in ("Strasse", "Hausnummer"))
        yield RawPlace(
            name=words(place, "Ort"),
            street=_joined(filter(None, street), " "),
            postcode=words(place, "PLZ"),
            latitude=words(place, "Breite"),
            longitude=words(place, "Laenge"),
        )
    named = next(inner(item, "Einsatzort"), {})
    town = RawPlace(
        name=words(named, "EinsatzortOrt") or words(item, "Ort"),
        street=words(named, "EinsatzortStrasse"),
        postcode=words(named, "EinsatzortPLZ") or words(item, "Plz"),
    )
    if town.name or town.postcode:
        yield town


def _pay(item: Node) -> Iterator[str]:
    """Yield the pay grades: the list writes the span of each, the detail its two ends."""
    offered = next(inner(item, "Bezahlung"), {})
    for name in ("Besoldung", "Entgelt"):
        yield from filter(None, [words(offered, name)])
    for name in ("BesoldungGruppe", "TarifEbene"):
        ends = filter(None, (words(item, f"{name}{end}") for end in ("Von", "Bis")))
        yield from filter(None, [_joined(ends, " - ")])


def _working_time(item: Node) -> str | None:
    """Return the working time; "beides möglich" says nothing where its question is missing."""
    stated = words(item, "Teilzeit")
    return _BOTH.get(stated, stated) if stated else None


def _contact(item: Node) -> str | None:
    """Return how the contact is reached, without the name and the direct line of a person."""
    person = next(inner(item, _PERSON), {})
    name = _joined(filter(None, (words(person, f"{_PERSON}{part}") for part in _NAMES)), " ")
    telephone = office_number(words(person, f"{_PERSON}Telefon"), beside=name)
    ways = (("Telefon: ", telephone), ("E-Mail: ", words(person, f"{_PERSON}EMail")))
    return _joined(f"{label}{value}" for label, value in ways if value)


def _labelled(item: Node) -> Iterator[tuple[str, str]]:
    """Yield what no field stands for."""
    for label, name in _FURTHER:
        if value := words(item, name):
            yield label, value
    for course in inner(item, "Studiengaenge"):
        parts = (words(course, name) for name in ("Studiengang", "AbschlussStudium"))
        if value := _joined(filter(None, parts)):
            yield "Studiengang", value
