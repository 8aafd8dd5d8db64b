"""Labels: what people read in place of a code, in the campaign's languages."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType

from stellenbund.domain.language import Language
from stellenbund.domain.vocabulary import (
    Answer,
    ApplyKind,
    Certificate,
    DeadlineKind,
    Kind,
    StartKind,
    Status,
)

LABELLED: Mapping[str, type[StrEnum]] = MappingProxyType(
    {
        "status": Status,
        "kind": Kind,
        "certificate": Certificate,
        "start_kind": StartKind,
        "deadline_kind": DeadlineKind,
        "apply_kind": ApplyKind,
        "part_time": Answer,
    }
)
"""The fields of an opening that have labels, and the vocabulary of each."""


def label(field: str, code: str, language: Language) -> str | None:
    """Return what stands for *code* in a *field* of an opening; ``None``: the field has no labels.

    >>> label("kind", "dual_study", Language.POLISH)
    'Studia dualne'
    """
    found = _LABELS.get(field, {}).get(code)
    return found[language] if found else None


def _load() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    file = files("stellenbund.domain").joinpath("labels.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


_LABELS = _load()
