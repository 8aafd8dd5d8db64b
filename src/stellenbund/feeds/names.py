"""Names: which column a name in a header means, however it is spelt."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from stellenbund.domain.normalisers.texts import fold
from stellenbund.feeds.abbreviations import spelt_out
from stellenbund.feeds.columns import COLUMNS, Key
from stellenbund.feeds.errors import refusal

SAME = 88
"""From which likeness on, of 100, a name is taken for another spelling."""

NEAR = 75
"""From which likeness on a name is worth suggesting."""

_INTERNAL = {
    "ausbilder", "ausbilderin", "ausbildungsleiter", "ausbildungsleitung", "bearbeiter",
    "bearbeiterin", "bemerkung", "bemerkungen", "buchungsstelle", "finanzstelle",
    "haushaltsstelle", "kostenstelle", "planstelle", "planstellen", "planstellennummer",
    "sachbearbeiter", "sachbearbeitung", "stand", "status", "stellenplannummer", "stellenwert",
    "vermerk",
}  # fmt: skip
"""Plain names of columns that offices keep for themselves, some of them like one of ours."""

_CLEAR = 4
_SHORTEST = 5
_LONGEST = 100
_BRACKETS = re.compile(r"[(\[].*?[)\]]")
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_DIGITS = re.compile(r"\d")


class Likeness(NamedTuple):
    """The column whose name is most like a name, and whether it is surely meant."""

    key: Key
    is_same: bool


def plain_name(name: str) -> str:
    """Return *name* without case, umlauts, blanks and punctuation.

    >>> plain_name(" Anzahl Plätze: "), plain_name("E-Mail-Adresse*")
    ('anzahlplaetze', 'emailadresse')
    """
    return _NO_LETTER.sub("", fold(name[:_LONGEST]))


@cache
def known_names() -> Mapping[str, Key]:
    """Return every name of every column, plain."""
    return {
        plain_name(name): column.key
        for column in COLUMNS.values()
        for name in (column.header, *column.synonyms, column.key)
    }


def known_key(name: str) -> Key | None:
    """Return what *name* means if it is known, with brackets or without, abbreviated or not.

    >>> known_key("BEWERBUNGSSCHLUSS (letzter Tag)").value, known_key("Ausb.-Beginn").value
    ('deadline', 'start')
    """
    return _known_key(name) if len(name) <= _LONGEST else None


@lru_cache(maxsize=4_096)
def _known_key(name: str) -> Key | None:
    names = known_names()
    return next((names[way] for way in _ways(name) if way in names), None)


def _ways(name: str) -> Iterator[str]:
    """Yield *name*, plain, then without what stands in brackets, then with whole words."""
    outside = _BRACKETS.sub(" ", name)
    yield plain_name(name)
    yield plain_name(outside)
    yield from map(plain_name, spelt_out(fold(outside)))


def likeness(name: str) -> Likeness | None:
    """Return the column whose name is most like *name*, if any is like it at all.

    It is surely meant if nothing but the spelling differs, the numbers in it are the same, and no
    other column has a name that is nearly as like.

    >>> likeness("Bewerbungsschlus")
    Likeness(key=<Key.DEADLINE: 'deadline'>, is_same=True)
    """
    if len(name) > _LONGEST:
        return None
    ways = (way for way in dict.fromkeys(_ways(name)) if len(way) >= _SHORTEST)
    found = [like for like in map(_likeness, ways) if like]
    return next((like for like in found if like.is_same), found[0] if found else None)


@lru_cache(maxsize=4_096)
def _likeness(plain: str) -> Likeness | None:
    from rapidfuzz import fuzz, process

    names = known_names()
    candidates = [name for name in names if _DIGITS.findall(name) == _DIGITS.findall(plain)]
    found = process.extract(plain, candidates, scorer=fuzz.ratio, limit=5, score_cutoff=NEAR)
    if not found or plain in _INTERNAL:
        return None
    best, score, _ = found[0]
    rival = max((each for name, each, _ in found if names[name] != names[best]), default=0)
    return Likeness(names[best], is_same=score >= SAME and score - rival >= _CLEAR)


def remembered(mapping: Mapping[str, str]) -> dict[str, Key]:
    """Return a mapping that was made before, with plain names.

    Raises:
        FeedError: rule ``choice.column``.
    """
    unknown = [key for key in mapping.values() if key not in list(Key)]
    if unknown:
        raise refusal("choice.column", value=unknown[0], where=", ".join(Key))
    return {plain_name(name): Key(key) for name, key in mapping.items()}
