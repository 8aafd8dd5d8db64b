"""Guesses: the known words that somebody will have meant who typed one that nobody knows."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from stellenbund.catalogue.vocabulary import Vocabulary

_SHORTEST = 4
_ONE_SLIP = 7
"""Up to how many letters a word may have one slip; longer ones may have two."""

_THREE_SLIPS = 14
_MOST = 4
_SHORTEST_PART = 5
"""Letters that a known word needs to be part of an unknown one, or its beginning."""

_AKIN = 0.65
"""Which part of the longer word two words must share from the first letter on to be akin."""


def meant(word: str, known: Vocabulary, *, is_known: bool = False) -> Sequence[str]:
    """Return the *known* words that *word* stands for: mistyped, put together, or in another case.

    A word that *is_known* from some running text may be right as it is: it may have one slip only.

    >>> meant("feuerwer", Vocabulary(["feuerwehr", "feuer", "wehr"]))
    ['feuerwehr']
    >>> meant("kindererzieher", Vocabulary(["erzieher", "kind"]))
    ['erzieher']
    >>> meant("пожарного", Vocabulary(["пожарныи"]))
    ['пожарныи']
    """
    if len(word) < _SHORTEST:
        return []
    if is_known:
        return slipped(word, known, 1)
    most = 1 + (len(word) > _ONE_SLIP) + (len(word) >= _THREE_SLIPS)
    return slipped(word, known, most) or _composed(word, known) or _akin(word, known)


def slipped(word: str, known: Vocabulary, most: int) -> Sequence[str]:
    """Return the *known* words that *word* differs from by the fewest letters, *most* at most."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    candidates = known.about_as_long(word, most)
    near = process.extract(word, candidates, scorer=OSA.distance, score_cutoff=most, limit=None)
    is_long = len(word) > _ONE_SLIP
    found = [(slips, each) for each, slips, _ in near if is_long or each[0] == word[0]]
    least = min((slips for slips, _ in found), default=0)
    return sorted(each for slips, each in found if slips == least)[:_MOST]


def _composed(word: str, known: Vocabulary) -> Sequence[str]:
    """Return the longest word at the end of a compound, else the longest at its start."""
    lengths = range(len(word) - 1, _SHORTEST_PART - 1, -1)
    parts = (*(word[-length:] for length in lengths), *(word[:length] for length in lengths))
    return [part for part in parts if part in known][:1]


def _akin(word: str, known: Vocabulary) -> Sequence[str]:
    """Return the words with another ending: cases and derived words of other languages."""
    near = {
        each: _shared(word, each) / max(len(word), len(each))
        for each in known.beginning(word[:_SHORTEST_PART])
    }
    best = max(near.values(), default=0)
    return sorted(each for each in near if near[each] == best >= _AKIN)[:_MOST]


def _shared(one: str, other: str) -> int:
    pairs: Iterator[tuple[str, str]] = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
