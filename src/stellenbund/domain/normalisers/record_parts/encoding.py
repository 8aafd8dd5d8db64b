"""Encoding: a record whose letters were read in the wrong encoding, put right."""

from dataclasses import fields, replace
from typing import Any

from stellenbund.domain.finding import Severity
from stellenbund.domain.normalisers.mojibake import mended
from stellenbund.domain.normalisers.record_parts.notebook import Notebook, Saying
from stellenbund.domain.record import RawPlace, RawRecord

_MOJIBAKE = Saying(
    "text.mojibake",
    "Die Seite zeigt Umlaute als Zeichensalat; wir haben sie so gelesen, wie sie gemeint sind.",
    "Bitte dem Betreiber der Seite Bescheid geben: Texte in UTF-8 werden dort als Windows-1252 "
    "gelesen.",
    Severity.WARNING,
)
_IDENTIFYING = frozenset({"page", "reference", "url", "apply_url"})
"""What is compared with what stands elsewhere, and so stays as it is."""


def put_right(record: RawRecord, notebook: Notebook) -> RawRecord:
    """Return *record* with readable letters; that they were not becomes a finding."""
    changed: dict[str, Any] = {}
    for field in fields(RawRecord):
        value = getattr(record, field.name)
        if field.name not in _IDENTIFYING and (better := _mended(value)) != value:
            changed[field.name] = better
    if not changed:
        return record
    place = next(iter(changed))
    said = getattr(record, place)
    notebook.note(_MOJIBAKE, place=place, value=said if isinstance(said, str) else None)
    return replace(record, **changed)


def _mended(value: object) -> object:
    """Return a text, a place or a tuple of them as it is meant."""
    if isinstance(value, str):
        return mended(value)
    if isinstance(value, tuple):
        return tuple(map(_mended, value))
    if isinstance(value, RawPlace):
        return RawPlace(**{each.name: _mended(getattr(value, each.name)) for each in fields(value)})  # type: ignore[arg-type]
    return value
