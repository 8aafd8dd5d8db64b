"""Near matches: the known words that look like one that nobody knows."""

from collections.abc import Collection

from stellenbund.domain.normalisers.texts import fold

LOOKED_AT = 60
"""Characters of a foreign word that are compared at all."""

ALIKE = 75
"""From how many of 100 points on two words are alike."""

_PART = 4
"""From how many letters on a word may be a part of a known one, such as year of training_year."""


def near(word: str, known: Collection[str], *, limit: int = 3) -> tuple[str, ...]:
    """Return up to *limit* of the *known* words that resemble *word*, the likeliest first.

    >>> near("Bohcum", ["bochum", "bottrop", "essen"])
    ('bochum',)
    """
    plain = _plain(word[:LOOKED_AT])
    points = {each: _likeness(plain, _plain(each)) for each in known}
    alike = (each for each in known if points[each] >= ALIKE)
    return tuple(sorted(alike, key=lambda each: (-points[each], each))[:limit])


def _likeness(word: str, known: str) -> float:
    from rapidfuzz import fuzz

    whole = fuzz.ratio(word, known)
    part = fuzz.partial_ratio(word, known) if len(word) >= _PART else 0
    return max(whole, 0.9 * part)


def _plain(word: str) -> str:
    from rapidfuzz import utils

    return utils.default_process(fold(word))
