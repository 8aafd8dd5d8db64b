"""Lexicon: what words say about professions and kinds, from the lists of their names."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from stellenbund.catalogue.meaning import Lexicon, Meaning
from stellenbund.catalogue.vocabulary import Vocabulary
from stellenbund.catalogue.words import glued, key, words_of
from stellenbund.domain.normalisers.profession_parts.entries import NAMES, PROFESSIONS
from stellenbund.domain.profession_words import IDLE, MEANINGS, Words

SHORTEST_PART = 3
"""Letters of a word that stands for the professions in whose names it is."""


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
    return {word: frozenset(slugs) for word, slugs in found.items() if len(word) >= SHORTEST_PART}


def _lexicon() -> Lexicon:
    exact, parts = _exact(), _parts()
    return Lexicon(
        exact=exact,
        phrases=Vocabulary(exact),
        parts=parts,
        words=Vocabulary(parts),
        idle=frozenset(_phrases(IDLE)),
        titles={slug: glued(words_of(each.title)) for slug, each in PROFESSIONS.items()},
        codes={slug: each.kldb or "" for slug, each in PROFESSIONS.items()},
    )


LEXICON = _lexicon()
