"""Openings of karriere.nrw: from a row of the list, or its detail, to a raw record."""

from collections.abc import Iterator
from urllib.parse import quote

from stellenbund.domain.normalisers.person_parts.telephones import office_number
from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.nodes import inner, markup, words

HUMAN_PAGE = "https://karriere.nrw/stellenausschreibung/"

_ABOUT_APPLYING = "bewerbung"
_FURTHER = (
    ("Laufbahn", "laufbahngruppe_display"),
    ("Befristung", "befristung_display"),
    ("Tätigkeitsfeld", "taetigkeitsfeld_display"),
)


def is_detail(document: Node) -> bool:
    """Say whether *document* is one opening rather than a list of them."""
    return "titel_der_stelle" in document


def read_row(row: Node, page: Page) -> RawRecord:
    """Return what a row of the list says; it has the English names."""
    reference = words(row, "uuid")
    location = words(row, "location")
    return RawRecord(
        page=page.url,
        reference=reference,
        url=_address(reference),
        title=words(row, "title"),
        kind=words(row, "jobtype"),
        employer=words(row, "authority", "contracting_authority"),
        places=(RawPlace(name=location),) if location else (),
        deadline=words(row, "deadline"),
        posted=words(row, "published"),
    )


def read_detail(detail: Node, page: Page) -> RawRecord:
    """Return what a detail says; it has the German names.

    The address is that of the work place, while the office named beside it may sit elsewhere.
    """
    reference = words(detail, "uuid")
    office = next(inner(detail, "dienststelle"), {})
    return RawRecord(
        page=page.url,
        reference=reference,
        url=_address(reference),
        apply_url=words(detail, "jetzt_bewerben"),
        title=words(detail, "titel_der_stelle"),
        kind=words(detail, "type"),
        employer=words(detail, "behoerde", "ausschreibende_behoerde"),
        org_unit=words(office, "benennung_dienststelle"),
        description_html=markup(detail, "stellenbeschreibung"),
        places=tuple(_places(detail)),
        positions=words(detail, "anzahl_offener_stellen"),
        deadline=words(detail, "bewerbungsfrist"),
        posted=words(detail, "erscheinungsdatum"),
        pay=words(detail, "besoldung_entgelt"),
        working_time=words(detail, "arbeitszeit_display"),
        contact=_contact(detail),
        labelled=tuple(_labelled(detail)),
    )


def _address(reference: str | None) -> str | None:
    return HUMAN_PAGE + quote(reference, safe="") if reference else None


def _places(detail: Node) -> Iterator[RawPlace]:
    place = RawPlace(
        name=words(detail, "address_display", "ort"),
        latitude=words(detail, "lat"),
        longitude=words(detail, "lon"),
    )
    if place.name:
        yield place


def _contact(detail: Node) -> str | None:
    """Return what the contacts are for and how to reach offices, without whom one would reach.

    Those for the application come first.
    """
    lines = [", ".join(_reached(contact)) for contact in inner(detail, "ansprechpartner")]
    ordered = sorted(filter(None, lines), key=lambda line: _ABOUT_APPLYING not in line.casefold())
    return "; ".join(dict.fromkeys(ordered)) or None


def _reached(contact: Node) -> Iterator[str]:
    telephone = office_number(words(contact, "telefon"), beside=words(contact, "name"))
    mailbox = words(contact, "e_mail")
    if not (telephone or mailbox):
        return
    yield from filter(None, [words(contact, "zst_auswahl")])
    yield from (f"Telefon: {each}" for each in (telephone,) if each)
    yield from (f"E-Mail: {each}" for each in (mailbox,) if each)


def _labelled(detail: Node) -> Iterator[tuple[str, str]]:
    """Yield what no field stands for."""
    pairs = ((label, words(detail, name)) for label, name in _FURTHER)
    return ((label, value) for label, value in pairs if value)
