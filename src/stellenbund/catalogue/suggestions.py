"""Suggestions: what a word may become while it is typed."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from stellenbund.catalogue.facets import counts
from stellenbund.catalogue.filters import Filters
from stellenbund.catalogue.meaning import NOTHING, Meaning
from stellenbund.catalogue.meanings import lexicon, suggested
from stellenbund.catalogue.traits import Trait
from stellenbund.catalogue.words import glued, words_of
from stellenbund.domain.catalogue_query import Facet

_SHORTEST = 2


class Suggestion(NamedTuple):
    """A value of a filter, and how many openings it finds."""

    facet: Facet
    value: str
    total: int


def suggestions(
    typed: str, filters: Filters, hits: int, today: date, *, limit: int
) -> tuple[Suggestion, ...]:
    """Return up to *limit* professions, kinds and cities that *typed* may become.

    What is called so comes first, then what has most of *hits*; what has none is not suggested.
    """
    start = glued(words_of(typed))
    if len(start) < _SHORTEST:
        return ()
    found: dict[Suggestion, int] = {}
    for facet, values in _meant(start, filters).items():
        totals = counts(filters, facet, hits, today)
        for value, nearness in values.items():
            if value in totals:
                found[Suggestion(facet, value, totals[value])] = nearness
    ranked = sorted(found, key=lambda each: (-found[each], -each.total, each.value))
    return tuple(ranked[:limit])


def _meant(start: str, filters: Filters) -> Mapping[Facet, Mapping[str, int]]:
    """Return values with their nearness: 3 for its own name, 2 a word for it, 1 a part of it."""
    called = {slug: 3 for slug, title in lexicon().titles.items() if title.startswith(start)}
    words = _completed(start)
    parts = suggested(start)
    return {
        Facet.PROFESSION: _nearest(called, words.professions, parts.professions),
        Facet.KIND: _nearest({}, words.kinds, parts.kinds),
        Facet.CITY: {city: 3 for city in _cities(filters) if _plain(city).startswith(start)},
    }


def _nearest(
    called: Mapping[str, int], words: frozenset[str], parts: frozenset[str]
) -> Mapping[str, int]:
    return dict.fromkeys(parts, 1) | dict.fromkeys(words, 2) | dict(called)


def _completed(start: str) -> Meaning:
    meaning = NOTHING
    known = lexicon()
    for phrase in known.phrases.beginning(start):
        meaning = meaning.joined(known.exact[phrase])
    return meaning


def _plain(city: str) -> str:
    return glued(words_of(city.replace("-", " ")))


def _cities(filters: Filters) -> Iterator[str]:
    return (str(city) for city in filters.values[Trait.CITY])
