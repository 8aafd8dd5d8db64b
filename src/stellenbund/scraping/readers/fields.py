"""Fields: a raw record from a card and its declared selectors."""

from dataclasses import replace
from typing import cast

from bs4 import Tag

from stellenbund.domain.finding import Finding, Severity, clip
from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.scraping.markup import plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.scraper import Unreadable
from stellenbund.scraping.selectors import FieldSelectors, Selector

_PLACE = {"place": "name", "street": "street", "postcode": "postcode"}
_LINKS = ("url", "apply_url")


def read_fields(card: Tag, fields: FieldSelectors, page: Page) -> RawRecord:
    """Return what *fields* find in *card*; links become absolute."""
    return fill(RawRecord(page=page.url), card, fields, page)


def fill(record: RawRecord, card: Tag, fields: FieldSelectors, page: Page) -> RawRecord:
    """Return *record* with each field replaced that *fields* find in *card*."""
    selectors = cast("dict[str, Selector]", fields)
    found = {name: value for name, select in selectors.items() if (value := select(card))}
    place = {_PLACE[name]: found.pop(name) for name in _PLACE if name in found}
    found |= {name: page.link(found[name]) or found[name] for name in _LINKS if name in found}
    changed = replace(record, **found)  # type: ignore[arg-type]
    return replace(changed, places=(RawPlace(**place),)) if place else changed


def titled(record: RawRecord, card: Tag | None = None) -> RawRecord | Unreadable:
    """Return *record* if it has a title; else say that something is there but unreadable."""
    if record.title:
        return record
    words = clip((plain(card) if card else None) or record.page, 80)
    reference = record.reference or record.url or words
    return Unreadable(
        reference,
        Finding(
            severity=Severity.ERROR,
            rule="opening.no_title",
            message="Dieser Eintrag hat keinen Titel und konnte nicht gelesen werden.",
            reference=reference,
            place=record.page,
            value=words,
            remedy="Bitte die Seite ansehen: Hat sie eine neue Gestaltung, muss die Beschreibung "
            "des Auslesens (scrapers/) angepasst werden.",
        ),
    )
