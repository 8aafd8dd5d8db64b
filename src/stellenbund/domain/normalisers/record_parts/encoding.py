"""Encoding: a record whose letters were read in the wrong encoding, put right."""

from dataclasses import fields, replace
from operator import attrgetter
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
_FIELDS = tuple(each.name for each in fields(RawRecord) if each.name not in _IDENTIFYING)
_PLACE_FIELDS = tuple(each.name for each in fields(RawPlace))
_values = attrgetter(*_FIELDS)
_place_values = attrgetter(*_PLACE_FIELDS)


def put_right(record: RawRecord, notebook: Notebook) -> RawRecord:
    """Return *record* with readable letters; that they were not becomes a finding."""
    changed: dict[str, Any] = {}
    for name, value in zip(_FIELDS, _values(record), strict=True):
        is_plain = value is None or (isinstance(value, str) and value.isascii())
        if not is_plain and (better := _mended(value)) != value:
            changed[name] = better
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
        return _mended_place(value)
    return value


def _mended_place(place: RawPlace) -> RawPlace:
    stated = _place_values(place)
    better = tuple(text and mended(text) for text in stated)
    return place if better == stated else RawPlace(**dict(zip(_PLACE_FIELDS, better, strict=True)))
