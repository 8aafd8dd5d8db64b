"""Item of Interamt: an entry of its whole stock, or the detail of one, as a raw record."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.nodes import inner, markup, words

OPEN = "baldmöglichst"
"""What Interamt shows for a deadline that it holds as null: one may still apply."""

_HUMAN_PAGE = "https://interamt.de/koop/app/stelle?id="
_WORKING_TIMES = {
    "BEIDES": "Vollzeit oder Teilzeit",
    "TEILZEIT": "Teilzeit",
    "VOLLZEIT": "Vollzeit",
}
_DURATIONS = {"BEFRISTET": "befristet", "UNBEFRISTET": "unbefristet"}
_PAY = (
    ("entgeltgruppeVon", "entgeltgruppeBis"),
    ("besoldungVon", "besoldungBis"),
    ("tarifEbeneMin", "tarifEbeneMax"),
    ("besoldungGruppe", "besoldungGruppeMax"),
)
"""The least and the greatest pay grade, as a detail names them and then as a row does."""


def human_page(reference: str | None) -> str | None:
    """Return where people read the opening *reference*; the address outlives their session."""
    return _HUMAN_PAGE + quote(reference, safe="") if reference else None


def is_item(document: object) -> bool:
    """Say whether *document* is one opening."""
    return isinstance(document, dict) and "stellenbezeichnung" in document


def read_row(row: Node, page: Page) -> RawRecord:
    """Return what a row of the stock says; one that holds its deadline as null has none."""
    record = read_item(row, page)
    is_open = "bewerbungsfrist" in row and row["bewerbungsfrist"] is None
    return replace(record, deadline=OPEN) if is_open else record


def read_item(item: Node, page: Page) -> RawRecord:
    """Return what *item* says, be it a row or a detail: no name means two things."""
    reference = words(item, "stellenangebotId")
    return RawRecord(
        page=page.url,
        reference=reference,
        url=human_page(reference),
        title=words(item, "stellenbezeichnung"),
        employer=words(item, "behoerdeName"),
        description_html=markup(item, "stellenbeschreibung"),
        places=tuple(_places(item)),
        deadline=words(item, "bewerbungsfrist"),
        posted=words(
            item, "veroeffentlichungsdatum", "datumOeffentlichAusschreiben", "datumErstellt"
        ),
        pay=_joined(_pay(item)),
        weekly_hours=_joined(_weekly_hours(item)),
        working_time=_told(item, "teilzeitVollzeit", _WORKING_TIMES),
        labelled=tuple(_labelled(item)),
    )


def _joined(texts: Iterator[str]) -> str | None:
    return ", ".join(dict.fromkeys(texts)) or None


def _told(item: Node, name: str, meanings: dict[str, str]) -> str | None:
    """Return what the code under *name* means, or the code itself if that is not known."""
    code = words(item, name)
    return meanings.get(code, code) if code else None


def _places(item: Node) -> Iterator[RawPlace]:
    """Yield the work places; where there are none, a detail still names one town."""
    for place in [*inner(item, "einsatzorte")] or [item]:
        found = RawPlace(
            name=words(place, "ort"),
            postcode=words(place, "plz"),
            latitude=words(place, "latitude"),
            longitude=words(place, "longitude"),
        )
        if found != RawPlace():
            yield found


def _pay(item: Node) -> Iterator[str]:
    """Yield the pay grades; a span of but one grade is that grade."""
    for offered in (*inner(item, "beschaeftigungsverhaeltnisse"), item):
        for names in _PAY:
            ends = dict.fromkeys(filter(None, (words(offered, name) for name in names)))
            if ends:
                yield " - ".join(ends)


def _weekly_hours(item: Node) -> Iterator[str]:
    offers = inner(item, "beschaeftigungsverhaeltnisse")
    return filter(None, (words(offer, "wochenarbeitszeit") for offer in offers))


def _labelled(item: Node) -> Iterator[tuple[str, str]]:
    """Yield what no field stands for: how long the contract runs says nothing of the training."""
    if duration := _told(item, "beschaeftigungsdauer", _DURATIONS):
        yield "Beschäftigungsdauer", duration
