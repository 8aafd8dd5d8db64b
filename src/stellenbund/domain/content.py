"""Content: what of an opening's fields counts as news."""

import hashlib
import json
import re

from stellenbund.domain.normalisers.links import canonical
from stellenbund.domain.opening import OpeningFields

_COUNTERS = re.compile(r"\b\d[\d.]{0,9} (?:Seitenaufrufe|Aufrufe|Klicks|Besuche|Bewerbungen)\b")
_LINKS = ("apply_url", "source_url")


def digest(fields: OpeningFields) -> str:
    """Return a fingerprint that moves only when a reader would notice a difference.

    White space, session ids in addresses and visit counters are no content.
    """
    content = fields.model_dump(mode="json")
    for name in _LINKS:
        content[name] = content[name] and canonical(content[name])
    text = json.dumps(_squeezed(content), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _squeezed(value: object) -> object:
    match value:
        case str():
            return _COUNTERS.sub("", " ".join(value.split()))
        case list():
            return [_squeezed(each) for each in value]
        case dict():
            return {key: _squeezed(each) for key, each in value.items()}
        case _:
            return value
