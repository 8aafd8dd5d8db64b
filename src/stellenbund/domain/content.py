"""Content: what of an opening's fields counts as news."""

import hashlib
import json
import re
from typing import Any

from stellenbund.domain.normalisers.links import canonical
from stellenbund.domain.opening import OpeningFields

_COUNTED = ("Seitenaufrufe", "Aufrufe", "Klicks", "Besuche", "Bewerbungen")
_COUNTERS = re.compile(rf"\b\d[\d.]{{0,9}} (?:{'|'.join(_COUNTED)})\b")
_LINKS = ("apply_url", "source_url")


def digest(fields: OpeningFields) -> str:
    """Return a fingerprint that moves only when a reader would notice a difference.

    White space, session ids in addresses and visit counters are no content.
    """
    text = json.dumps(content(fields), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def content(fields: OpeningFields) -> dict[str, Any]:
    """Return all of *fields* as JSON knows them, without what is no content."""
    told = fields.model_dump(mode="json")
    for name in _LINKS:
        told[name] = told[name] and canonical(told[name])
    return {name: _squeezed(value) for name, value in told.items()}


def _squeezed(value: object) -> object:
    if isinstance(value, str):
        return _squeezed_text(value)
    if isinstance(value, dict):
        return {key: each and _squeezed(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_squeezed(each) for each in value]
    return value


def _squeezed_text(text: str) -> str:
    text = " ".join(text.split())
    for word in _COUNTED:
        if word in text:
            return _COUNTERS.sub("", text)
    return text
