"""The list of professions from ``professions.toml``, with every name that they go by."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

from stellenbund.domain.normalisers.profession_parts.name_words import name_words
from stellenbund.domain.profession import Profession
from stellenbund.domain.vocabulary import MatchMethod

_SHORTEST_SURE = 4
_TRAINING = ("Ausbildung", "Ausbildungsplatz", "Ausbildungsstelle", "Auszubildende", "Azubi")


class Name(NamedTuple):
    """One name of a profession: its words, its parts without blanks, and whether it is weak.

    A name in several parts may have other words between them: "Gärtner … Zierpflanzenbau". A weak
    one yields to all others.
    """

    slug: str
    words: tuple[str, ...]
    parts: tuple[str, ...]
    method: MatchMethod
    is_weak: bool


def _entries() -> tuple[dict[str, Any], ...]:
    text = files("stellenbund.domain").joinpath("professions.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["profession"])


def _profession(entry: Mapping[str, Any]) -> Profession:
    known = {key: value for key, value in entry.items() if key in Profession.model_fields}
    return Profession.model_validate(known)


def _names(entry: Mapping[str, Any]) -> Iterator[Name]:
    yield _name(entry, [entry["title"]], MatchMethod.TITLE)
    for alias in entry.get("aliases", ()):
        yield _name(entry, [alias], MatchMethod.ALIAS)
    for parts in entry.get("spread", ()):
        yield _name(entry, parts, MatchMethod.ALIAS)
    for subject in entry.get("learnt", ()):
        for training in _TRAINING:
            yield _name(entry, [f"{training} {subject}"], MatchMethod.ALIAS, is_weak=True)
    for field in entry.get("fields", ()):
        parts = [field] if isinstance(field, str) else field
        yield _name(entry, parts, MatchMethod.ALIAS, is_weak=True)


def _name(
    entry: Mapping[str, Any], parts: Sequence[str], method: MatchMethod, *, is_weak: bool = False
) -> Name:
    """Return one name; an abbreviation of three letters is never surer than a name in full."""
    spelt = [name_words(part) for part in parts]
    words = tuple(word for part in spelt for word in part)
    is_short = len("".join(words)) < _SHORTEST_SURE
    glued = tuple("".join(part) for part in spelt)
    return Name(entry["slug"], words, glued, method, is_weak or is_short)


_ENTRIES = _entries()

PROFESSIONS: Mapping[str, Profession] = MappingProxyType(
    {entry["slug"]: _profession(entry) for entry in _ENTRIES}
)
"""Every profession by its slug, in the order of the list."""

NAMES: tuple[Name, ...] = tuple(name for entry in _ENTRIES for name in _names(entry))
"""Every name of every profession, in the order of the list."""
