"""Meanings: what words of a question say about professions, kinds and years."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from stellenbund.catalogue.guesses import slipped
from stellenbund.catalogue.meaning import NOTHING, Lexicon, Meaning
from stellenbund.catalogue.words import glued, words_of

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


class Term(NamedTuple):
    """One or several words of a question that belong together, and what they say for sure."""

    words: tuple[str, ...]
    meaning: Meaning = NOTHING


@cache
def lexicon() -> Lexicon:
    """Return what is known of words; it is put together when somebody asks in words."""
    from stellenbund.catalogue.lexicon import LEXICON

    return LEXICON


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
    whole, known = glued(words), lexicon()
    is_phrase = 1 < len(words) <= _LONGEST_PHRASE and len(whole) >= _WORTH_GUESSING
    if is_phrase and whole not in known.exact:
        for phrase in slipped(whole, known.phrases, _SLIPS)[:1]:
            yield Term(words, known.exact[phrase])
            return
    start = 0
    while start < len(words):
        term = _longest(words[start : start + _LONGEST_PHRASE])
        start += len(term.words)
        if term.meaning != NOTHING or glued(term.words) not in known.idle:
            yield term


def _longest(words: tuple[str, ...]) -> Term:
    exact, idle = lexicon().exact, lexicon().idle
    for length in range(len(words), 0, -1):
        phrase = glued(words[:length])
        if phrase in exact:
            return Term(words[:length], exact[phrase])
        if phrase in idle:
            return Term(words[:length])
    stem = next((stem for stem in _stems(words[0]) if stem in exact), "")
    return Term(words[:1], exact.get(stem) or _year(words[0]))


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
    known = lexicon()
    meaning = NOTHING
    if len(word) >= _WORTH_COMPLETING:
        for phrase in known.phrases.beginning(word):
            meaning = meaning.joined(known.exact[phrase])
    professions = frozenset(slug for part in _parts_like(word) for slug in known.parts[part])
    return meaning.joined(Meaning(professions))


def _parts_like(word: str) -> Iterable[str]:
    known = lexicon().words
    if len(word) >= _WORTH_LOOKING_INSIDE:
        return known.containing(word)
    if len(word) >= _SHORTEST_PART:
        return known.beginning(word)
    return [word] if word in known else []
