"""Misspelt professions: names that a text nearly says, a letter or two away."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from stellenbund.domain.normalisers.profession_parts.entries import NAMES

_SHORT = 8
_LONG = 12
_MOST_SLIPS = 4
_MOST_INDELS = 2
_ENDING = 2
_MOST_WORDS = 30


def _by_number_of_words() -> Mapping[int, Mapping[str, str]]:
    """Return every sure name with its slug, under the number of its words."""
    names: dict[int, dict[str, str]] = defaultdict(dict)
    for name in NAMES:
        if not name.is_weak:
            names[len(name.words)][" ".join(name.words)] = name.slug
    return names


_NAMES = _by_number_of_words()


def misspelt(words: Sequence[str]) -> Mapping[str, float]:
    """Return the professions that some of *words* nearly name, with their likeness below 1.

    Each word of eight letters or more may have one slip, a longer one two letters too many or too
    few. Its first letter and its ending must be right: Zimmerei is not Zimmerer.

    >>> misspelt(("ausbildung", "notfalsanitaeter"))
    {'notfallsanitaeter': 0.94}
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    words = words[:_MOST_WORDS]
    likeness: dict[str, float] = {}
    for length, names in _NAMES.items():
        for start in range(len(words) - length + 1):
            window = words[start : start + length]
            for name, slips, _ in process.extract(
                " ".join(window), names.keys(), scorer=OSA.distance, score_cutoff=_MOST_SLIPS
            ):
                if all(_is_near(*pair) for pair in zip(window, name.split(), strict=True)):
                    score = round(1 - slips / len(name), 2)
                    likeness[names[name]] = max(score, likeness.get(names[name], 0.0))
    return likeness


def _is_near(word: str, wanted: str) -> bool:
    if word == wanted:
        return True
    if word[0] != wanted[0] or _ends_otherwise(word, wanted):
        return False
    from rapidfuzz.distance import OSA, Indel

    is_slip = len(wanted) >= _SHORT and OSA.distance(word, wanted) == 1
    return is_slip or (len(wanted) >= _LONG and Indel.distance(word, wanted) <= _MOST_INDELS)


def _ends_otherwise(word: str, wanted: str) -> bool:
    """Whether the words differ by an ending only: Straßenbau and Straßenbauer, Zimmerei."""
    if word.startswith(wanted) or wanted.startswith(word):
        return True
    is_same_stem = word[:-_ENDING] == wanted[:-_ENDING]
    return is_same_stem and sorted(word) != sorted(wanted)
