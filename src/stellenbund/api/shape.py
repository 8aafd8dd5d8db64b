"""Shape: how an opening of the catalogue becomes JSON, in the fields and the language asked for."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from stellenbund.api.schemas.lines import address_of
from stellenbund.catalogue.catalogue import Hit
from stellenbund.domain.labels import LABELLED, label
from stellenbund.domain.language import Language
from stellenbund.flows.kept import Kept, full_of, line_of, moving
from stellenbund.flows.picture import Picture

_METRES = 1_000


@dataclass(frozen=True, slots=True)
class Shape:
    """The *fields* of a line, all of them if none is named, and the language of labels, if any."""

    fields: Collection[str] = ()
    language: Language | None = None

    def line(self, hit: Hit[Kept], picture: Picture) -> bytes:
        """Return *hit* as it stands in a list.

        As a rule this joins what lies ready; only who wants it otherwise has it taken apart.
        """
        members = b"%b,%b" % (line_of(hit.kept), _moving(hit, picture))
        if not self.fields and self.language is None:
            return b'{%b,%b,"labels":null}' % (members, _placed(hit))
        told = json.loads(b"{%b,%b}" % (members, _placed(hit)))
        told["labels"] = self._labels(told)
        wanted = {name: told[name] for name in self.fields or told}
        return json.dumps(wanted, ensure_ascii=False, separators=(",", ":")).encode()

    def full(self, hit: Hit[Kept], picture: Picture) -> bytes:
        """Return *hit* in full."""
        told = json.loads(b"{%b,%b}" % (full_of(hit.kept), _moving(hit, picture)))
        told |= {
            "url": address_of(hit.id),
            "labels": self._labels(told),
            "sources": _sources(told, picture),
        }
        return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()

    def _labels(self, told: Mapping[str, Any]) -> dict[str, str] | None:
        if self.language is None:
            return None
        codes = {field: _code(told[field]) for field in LABELLED}
        found = {field: label(field, code, self.language) for field, code in codes.items() if code}
        return {field: text for field, text in found.items() if text}


def _moving(hit: Hit[Kept], picture: Picture) -> bytes:
    return moving(hit.status, picture.seen(hit.id))


def _placed(hit: Hit[Kept]) -> bytes:
    distance = "null" if hit.metres is None else f"{hit.metres / _METRES:.1f}"
    return b'"url":"%b","distance_km":%b' % (address_of(hit.id).encode(), distance.encode())


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
