"""Correcting: what corrections make of a merged opening, and which of them are in question."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from pydantic import JsonValue

from stellenbund.domain.content import content
from stellenbund.domain.correctable import CORRECTABLE
from stellenbund.domain.correction import DESK, WHOLE, Correction, KeptCorrection, Said
from stellenbund.domain.merge import Merged, states
from stellenbund.domain.opening import Fields, Origin
from stellenbund.domain.value import Value

_WORDING = frozenset(
    {
        *("title_published", "start_text", "deadline_text", "certificate_text"),
        *("kldb", "profession_score", "profession_method", "description_html", "language"),
        *("sentence", "text", "hint", "hint_valid_from"),
    }
)
"""How a value is worded or was found: said otherwise, it is no other value."""

_SPEAKERS = "notices"
_SILENT: tuple[JsonValue, ...] = (None, [], "unknown", "not_stated")


class Question(Value):
    """A correction under which the sources' value has moved: *now* they say something else."""

    correction: KeptCorrection
    now: Said

    @property
    def fingerprint(self) -> str:
        """What an answer means: the same correction over the same words, the same."""
        asked = [self.correction.id, self.correction.stated, self.now]
        return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()[:32]


def corrected(merged: Merged, corrections: Iterable[KeptCorrection]) -> Merged:
    """Return *merged* with what was set by hand; each such value names the desk as its origin.

    What is cleared states nothing, and so has no origin.
    """
    fields, origins = merged.fields, dict(merged.origins)
    for each in corrections:
        if not each.stated:
            continue
        fields = Fields.model_validate(dict(fields) | each.stated)
        for name in each.stated:
            origins.pop(name, None)
            if states(fields, name):
                origins[name] = Origin(source=DESK, reference=str(each.id))
    return replace(merged, fields=fields, origins=origins)


def said_of(merged: Merged, field: str) -> Said:
    """Return what the sources say about *field*; about the whole opening: who speaks of it."""
    if field == WHOLE:
        return {_SPEAKERS: [f"{each.source}: {each.reference}" for each in merged.notices]}
    told = content(merged.fields)
    return {name: told[name] for name in CORRECTABLE[field].fields}


def question_about(merged: Merged, correction: KeptCorrection) -> Question | None:
    """Return what is to be asked about *correction*, given what the sources say by now.

    Where they say what it says, there is nothing to ask; that they word it otherwise is no other
    value. A hidden opening is in question when a notice speaks of it that did not before.
    """
    now = said_of(merged, correction.field)
    asks = _has_joined if correction.field == WHOLE else _differs
    return Question(correction=correction, now=now) if asks(correction, now) else None


def _has_joined(correction: Correction, now: Said) -> bool:
    before = _speakers(correction.over)
    return any(each not in before for each in _speakers(now))


def _speakers(said: Said) -> list[JsonValue]:
    told = said.get(_SPEAKERS)
    return told if isinstance(told, list) else []


def _differs(correction: Correction, now: Said) -> bool:
    return _meaning(now) not in (_meaning(correction.over), _meaning(correction.stated))


def _meaning(said: Mapping[str, JsonValue]) -> JsonValue:
    """Return *said* without its wording, unless nothing else is stated."""
    told: Said = {name: _told(value) for name, value in said.items() if name not in _WORDING}
    return told if any(value not in _SILENT for value in told.values()) else dict(said)


def _told(value: JsonValue) -> JsonValue:
    match value:
        case dict():
            return {name: part for name, part in value.items() if name not in _WORDING}
        case list():
            return [_told(part) for part in value]
        case _:
            return value
