"""Fields: a raw record from a card and its declared selectors."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import cast

from stellenbund.domain.finding import Finding, Severity, clip
from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.scraping.markup import Element, plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.scraper import Unreadable
from stellenbund.scraping.selectors import FieldSelectors, Selector

_PLACE = {"place": "name", "street": "street", "postcode": "postcode"}
_LINKS = ("url", "apply_url")
_UNTOLD = frozenset({"section", "working_time", "language", "labelled", "is_partial"})


def read_fields(card: Element, selectors: FieldSelectors, page: Page) -> RawRecord:
    """Return what *selectors* find in *card*; links become absolute."""
    return fill(RawRecord(page=page.url), card, selectors, page)


def fill(record: RawRecord, card: Element, selectors: FieldSelectors, page: Page) -> RawRecord:
    """Return *record* with each field replaced that *selectors* find in *card*."""
    declared = cast("dict[str, Selector]", selectors)
    found = {name: value for name, select in declared.items() if (value := select(card))}
    return with_texts(record, found, page)


def with_texts(record: RawRecord, texts: Mapping[str, str], page: Page) -> RawRecord:
    """Return *record* with the fields replaced that *texts* name as a declaration names them."""
    links = {name: page.link(texts[name]) or texts[name] for name in _LINKS if name in texts}
    others = {name: text for name, text in texts.items() if name not in _PLACE}
    changed = replace(record, **{**others, **links})  # type: ignore[arg-type]
    place = {_PLACE[name]: text for name, text in texts.items() if name in _PLACE}
    return replace(changed, places=(RawPlace(**place),)) if place else changed


def is_complete(record: RawRecord) -> bool:
    """Say whether *record* leaves nothing open that a page for people could tell."""
    return all(
        getattr(record, field.name) for field in fields(RawRecord) if field.name not in _UNTOLD
    )


def completed(record: RawRecord, other: RawRecord) -> RawRecord:
    """Return *record* with what it leaves open taken from *other*."""
    names = (field.name for field in fields(RawRecord))
    told = {name: getattr(other, name) for name in names if not getattr(record, name)}
    return replace(record, **told)


def titled(record: RawRecord, card: Element | None = None) -> RawRecord | Unreadable:
    """Return *record* if it has a title; else say that something is there but unreadable."""
    if record.title:
        return record
    words = clip((None if card is None else plain(card)) or record.page, 80)
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
