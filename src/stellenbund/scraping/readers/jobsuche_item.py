"""Item: one opening of the Jobsuche, from its row or its detail to a raw record."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from urllib.parse import quote

from stellenbund.domain.normalisers.characters import stripped
from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.scraping.page import Page

Item = Mapping[str, object]
"""An opening as JSON: a row of the list, or its detail, which has the same names and more."""

HUMAN_PAGE = "https://www.arbeitsagentur.de/jobsuche/jobdetail/"

_NOT_STATED = frozenset({"", "KEINE_ANGABEN", "KEINE_ANGABE", "NICHT_RELEVANT"})
_CERTIFICATES = {
    "OHNE_ABSCHLUSS": "ohne Schulabschluss",
    "HAUPTSCHULABSCHLUSS": "Hauptschulabschluss",
    "MITTLERE_REIFE_MITTLERER_BILDUNGSABSCHLUSS": "Mittlerer Schulabschluss (Mittlere Reife)",
    "MITTLERER_BILDUNGSABSCHLUSS": "Mittlerer Schulabschluss (Mittlere Reife)",
    "FACHHOCHSCHULREIFE": "Fachhochschulreife",
    "ALLGEMEINE_HOCHSCHULREIFE": "Allgemeine Hochschulreife",
    "ABITUR": "Abitur",
}
_YEARS = range(1, 5)
_WORD_BEGINS = re.compile(r"(?<=[a-zäöü])(?=[A-ZÄÖÜ])")


def is_item(document: Item) -> bool:
    """Say whether *document* is one opening rather than a list of them."""
    return "referenznummer" in document or "stellenangebotsTitel" in document


def read_item(item: Item, page: Page) -> RawRecord:
    """Return what *item* says; what it leaves open by a code for "no answer" is left out."""
    reference = stated(item, "referenznummer")
    return RawRecord(
        page=page.url,
        reference=reference,
        url=HUMAN_PAGE + quote(reference, safe="") if reference else None,
        apply_url=stated(item, "externeURL"),
        title=stated(item, "stellenangebotsTitel"),
        kind=_joined(_all(item, "stellenangebotsart", "ausbildungsart")),
        profession=stated(item, "hauptberuf") or next(_each(item, "alleBerufe"), None),
        employer=stated(item, "firma"),
        description_html=stated(item, "stellenangebotsBeschreibung"),
        certificate=_certificate(item),
        places=tuple(_places(item)),
        start=stated(_inner(item, "eintrittszeitraum"), "von"),
        posted=stated(item, "datumErsteVeroeffentlichung")
        or stated(_inner(item, "veroeffentlichungszeitraum"), "von"),
        pay=_joined(_pay(item)),
        working_time=_joined(_working_times(item)),
        labelled=tuple(_labelled(item)),
    )


def stated(item: Item, name: str) -> str | None:
    """Return the text or number *name* of *item*, unless it is a code for "no answer"."""
    value = item.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = stripped(str(value)).strip()
    return None if text in _NOT_STATED else text


def _joined(texts: Iterator[str]) -> str | None:
    return ", ".join(dict.fromkeys(texts)) or None


def _all(item: Item, *names: str) -> Iterator[str]:
    return (text for name in names if (text := stated(item, name)))


def _inner(item: Item, name: str) -> Item:
    value = item.get(name)
    return value if isinstance(value, dict) else {}


def _each(item: Item, name: str) -> Iterator[str]:
    """Yield the texts in the list *name* of *item*."""
    values = item.get(name)
    for value in values if isinstance(values, list) else ():
        text = stated({name: value}, name)
        if text:
            yield text


def _certificate(item: Item) -> str | None:
    code = stated(item, "geforderterBildungsabschluss")
    return _CERTIFICATES.get(code, code.replace("_", " ").capitalize()) if code else None


def _places(item: Item) -> Iterator[RawPlace]:
    """Yield the work places with their address and coordinates."""
    places = item.get("stellenlokationen")
    for place in places if isinstance(places, list) else ():
        if isinstance(place, dict):
            address = _inner(place, "adresse")
            yield RawPlace(
                name=stated(address, "ort"),
                street=" ".join(_all(address, "strasse", "hausnummer")) or None,
                postcode=stated(address, "plz"),
                latitude=stated(place, "breite"),
                longitude=stated(place, "laenge"),
            )


def _pay(item: Item) -> Iterator[str]:
    """Yield the pay of each year of training, as a German reader would write it."""
    for year in _YEARS:
        amount = stated(item, f"ausbildungsverguetungJahr{year}")
        if amount:
            yield f"{year}. Ausbildungsjahr: {_euros(amount)}"


def _euros(amount: str) -> str:
    """Write a number with two decimals and a comma; a text stays as it is.

    >>> _euros("1368.26"), _euros("1400"), _euros("nach Tarif")
    ('1368,26 €', '1400,00 €', 'nach Tarif')
    """
    try:
        return f"{Decimal(amount):.2f} €".replace(".", ",")
    except InvalidOperation:
        return amount


def _working_times(item: Item) -> Iterator[str]:
    """Yield the working times whose flags, such as ``arbeitszeitVollzeit``, are set."""
    for name, value in item.items():
        if value is True and name.startswith("arbeitszeit"):
            yield " ".join(_WORD_BEGINS.split(name)[1:])


def _labelled(item: Item) -> Iterator[tuple[str, str]]:
    """Yield what dual studies state besides."""
    for label, name in (("Studiengang", "studiengang"), ("Studienform", "studienform")):
        value = stated(item, name)
        if value:
            yield label, value
