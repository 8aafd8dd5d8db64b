"""Shape: how an opening of the catalogue becomes JSON, in the fields and the language asked for."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple, Self

from stellenbund.api.schemas.lines import address_of
from stellenbund.catalogue.catalogue import Hit
from stellenbund.domain.labels import LABELLED, label
from stellenbund.domain.language import Language
from stellenbund.domain.vocabulary import Status
from stellenbund.flows.kept import Kept, full_of, line_of, moving
from stellenbund.flows.picture import Picture

_METRES = 1_000
_DIGEST = 16
_REMEMBERED = 1_024
"""How many lines lie ready, 2 kB each: the newest are asked for all the time."""

_ENDING = b'"distance_km":%b,"labels":null}'
_NOWHERE = _ENDING % b"null"
"""How a line ends if nobody asked how far it is, nor for labels."""


class Line(NamedTuple):
    """An opening as JSON, and a digest of these bytes."""

    content: bytes
    digest: bytes

    @classmethod
    def of(cls, content: bytes) -> Self:
        """Return the line with that *content*."""
        return cls(content, blake2b(content, digest_size=_DIGEST).digest())


@dataclass(frozen=True, slots=True)
class Shape:
    """The *fields* of a line, all of them if none is named, and the language of labels, if any."""

    fields: Collection[str] = ()
    language: Language | None = None

    def line(self, hit: Hit[Kept], picture: Picture) -> Line:
        """Return *hit* as it stands in a list.

        As a rule it lies ready; only who wants it otherwise has it taken apart.
        """
        line = _plain(hit.id, hit.kept, hit.status, picture.seen(hit.id))
        if hit.metres is not None:
            kilometres = f"{hit.metres / _METRES:.1f}".encode()
            line = Line.of(line.content.removesuffix(_NOWHERE) + _ENDING % kilometres)
        if not self.fields and self.language is None:
            return line
        told = json.loads(line.content)
        told["labels"] = self._labels(told)
        return Line.of(_packed({name: told[name] for name in self.fields or told}))

    def full(self, hit: Hit[Kept], picture: Picture) -> bytes:
        """Return *hit* in full."""
        told = json.loads(b"{%b,%b}" % (full_of(hit.kept), _moving(hit, picture)))
        told |= {
            "url": address_of(hit.id),
            "labels": self._labels(told),
            "sources": _sources(told, picture),
        }
        return _packed(told)

    def _labels(self, told: Mapping[str, Any]) -> dict[str, str] | None:
        if self.language is None:
            return None
        codes = {field: _code(told[field]) for field in LABELLED}
        found = {field: label(field, code, self.language) for field, code in codes.items() if code}
        return {field: text for field, text in found.items() if text}


def _moving(hit: Hit[Kept], picture: Picture) -> bytes:
    return moving(hit.status, picture.seen(hit.id))


@lru_cache(_REMEMBERED)
def _plain(name: str, kept: Kept, status: Status, seen: datetime) -> Line:
    """Return the line of the opening with the id *name*, whole and without labels."""
    url = address_of(name).encode()
    return Line.of(b'{%b,%b,"url":"%b",%b' % (line_of(kept), moving(status, seen), url, _NOWHERE))


def _packed(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _code(value: Any) -> str | None:  # noqa: ANN401 - JSON
    """Return a code, that of a claim being its answer."""
    found: str | None = value["answer"] if isinstance(value, dict) else value
    return found


def _sources(told: Mapping[str, Any], picture: Picture) -> dict[str, dict[str, str]]:
    """Return name and address of each source that the values of an opening come from."""
    keys = sorted({origin["source"] for origin in told["origins"].values()})
    known = {key: picture.register.sources.get(f"{told['city']}/{key}") for key in keys}
    return {
        key: {"name": source.name, "url": source.url} for key, source in known.items() if source
    }
