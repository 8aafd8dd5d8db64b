"""Meanings: what words of a question say about professions, kinds and years."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from stellenbund.catalogue.guesses import slipped
from stellenbund.catalogue.vocabulary import Vocabulary
from stellenbund.catalogue.words import glued, key, words_of
from stellenbund.domain.normalisers.profession_parts.entries import NAMES
from stellenbund.domain.profession_words import IDLE, MEANINGS, Words

_LONGEST_PHRASE = 6
_WORTH_COMPLETING = 4
_WORTH_LOOKING_INSIDE = 5
_SHORTEST_PART = 3
_WORTH_GUESSING = 12
_SLIPS = 2
"""From how many letters on a phrase may be written otherwise, in so many letters."""

_SHORTEST_STEM = 4
_TRAINING = ("ausbildung", "lehre", "lehrling", "azubi", "beruf", "berufe", "job", "stele", "platz")
_ENDINGS = (
    *("in", "inen", "n", "en", "s", "e", "er"),
    *(ending for each in _TRAINING for ending in (f"s{each}", each)),
)


class Meaning(NamedTuple):
    """Slugs of professions, kinds and training years: whatever is any of them is meant."""

    professions: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()

    def joined(self, other: "Meaning") -> "Meaning":
        """Return what either of the two means."""
        return Meaning(
            self.professions | other.professions,
            self.kinds | other.kinds,
            self.years | other.years,
        )


NOTHING = Meaning()


class Term(NamedTuple):
    """One or several words of a question that belong together, and what they say for sure."""

    words: tuple[str, ...]
    meaning: Meaning = NOTHING


@lru_cache(maxsize=4_096)
def terms_of(question: str) -> tuple[Term, ...]:
    """Return the terms of *question*; words that fit every training place are none.

    >>> [term.words for term in terms_of("Ausbildung bei der Feuerwehr in Bochum")]
    [('feurwehr',), ('bochum',)]
    >>> sorted(terms_of("мед сестра, social worker")[1].meaning.professions)
    ['soziale-arbeit']
    """
    return tuple(_terms(words_of(question)))


def _terms(words: tuple[str, ...]) -> Iterator[Term]:
    whole = glued(words)
    if 1 < len(words) <= _LONGEST_PHRASE and whole not in EXACT and len(whole) >= _WORTH_GUESSING:
        for phrase in slipped(whole, PHRASES, _SLIPS)[:1]:
            yield Term(words, EXACT[phrase])
            return
    start = 0
    while start < len(words):
        term = _longest(words[start : start + _LONGEST_PHRASE])
        start += len(term.words)
        if term.meaning != NOTHING or glued(term.words) not in _IDLE:
            yield term


def _longest(words: tuple[str, ...]) -> Term:
    for length in range(len(words), 0, -1):
        phrase = glued(words[:length])
        if phrase in EXACT:
            return Term(words[:length], EXACT[phrase])
        if phrase in _IDLE:
            return Term(words[:length])
    stem = next((stem for stem in _stems(words[0]) if stem in EXACT), "")
    return Term(words[:1], EXACT.get(stem) or _year(words[0]))


def _stems(word: str) -> Iterator[str]:
    """Yield what may be left of *word* without an ending, or without "…lehre" or "…ausbildung"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            yield word.removesuffix(ending)


def _year(word: str) -> Meaning:
    is_year = word.isdecimal() and word.startswith("20") and len(word) == len("2027")
    return Meaning(years=frozenset({int(word)})) if is_year else NOTHING


@lru_cache(maxsize=4_096)
def suggested(word: str) -> Meaning:
    """Return what *word* may mean: the names that begin with it, or have it as a part.

    >>> sorted(suggested("hygienekontr").professions)
    ['hygienekontrolleur']
    """
    meaning = NOTHING
    if len(word) >= _WORTH_COMPLETING:
        for phrase in PHRASES.beginning(word):
            meaning = meaning.joined(EXACT[phrase])
    professions = frozenset(slug for part in _parts_like(word) for slug in _PARTS[part])
    return meaning.joined(Meaning(professions))


def _parts_like(word: str) -> Iterable[str]:
    if len(word) >= _WORTH_LOOKING_INSIDE:
        return PARTS.containing(word)
    if len(word) >= _SHORTEST_PART:
        return PARTS.beginning(word)
    return [word] if word in _PARTS else []


def _exact() -> Mapping[str, Meaning]:
    """Return the meaning of every phrase: of each name, and of each word of the campaign."""
    found: dict[str, Meaning] = defaultdict(Meaning)
    for name in NAMES:
        phrase = glued(tuple(key(word) for word in name.words))
        found[phrase] = found[phrase].joined(Meaning(frozenset({name.slug})))
    for meaning in MEANINGS:
        wanted = Meaning(meaning.professions, frozenset(map(str, meaning.kinds)))
        for phrase in _phrases(meaning.words):
            found[phrase] = found[phrase].joined(wanted)
    return dict(found)


def _phrases(words: Words) -> Iterator[str]:
    for phrases in words.values():
        yield from {glued(words_of(phrase)) for phrase in phrases} - {""}


def _parts() -> Mapping[str, frozenset[str]]:
    """Return the professions of every word of a name that stands in one piece."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in NAMES:
        if len(name.parts) == 1 and not name.is_weak:
            for word in name.words:
                found[key(word)].add(name.slug)
    return {word: frozenset(slugs) for word, slugs in found.items() if len(word) >= _SHORTEST_PART}


EXACT = _exact()
"""What is meant by each phrase, written as one word."""

PHRASES = Vocabulary(EXACT)
_PARTS = _parts()
PARTS = Vocabulary(_PARTS)
_IDLE = frozenset(_phrases(IDLE))
