"""Profession words: what people call that for which cities train, in the campaign's languages."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from stellenbund.domain.language import Language
from stellenbund.domain.value import Line, Slug, Value
from stellenbund.domain.vocabulary import Kind

Words = Mapping[Language, tuple[Line, ...]]


class Meaning(Value):
    """Professions and kinds, and the words that stand for all of them."""

    professions: frozenset[Slug] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    words: Words = MappingProxyType({})


def _load() -> Mapping[str, Any]:
    file = files("stellenbund.domain").joinpath("profession_words.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _words(entry: Mapping[str, Any]) -> Words:
    return {language: tuple(entry[language]) for language in Language if language in entry}


_ENTRIES = _load()

MEANINGS: tuple[Meaning, ...] = tuple(
    Meaning(
        professions=frozenset(entry.get("professions", ())),
        kinds=frozenset(entry.get("kinds", ())),
        words=_words(entry),
    )
    for entry in _ENTRIES["meaning"]
)
"""Every meaning, in the order of the list."""

IDLE: Words = MappingProxyType(dict(_words(_ENTRIES["idle"])))
"""Words that fit every training place, and the small words of a sentence."""
