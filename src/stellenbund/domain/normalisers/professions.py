"""Professions: which one of the list a title names, and how surely."""

from collections.abc import Sequence

from stellenbund.domain.normalisers.profession_parts.entries import PROFESSIONS, Name
from stellenbund.domain.normalisers.profession_parts.misspellings import misspelt
from stellenbund.domain.normalisers.profession_parts.name_words import name_words
from stellenbund.domain.normalisers.profession_parts.sightings import (
    Sighting,
    all_sightings,
    family,
    sightings,
    surest,
)
from stellenbund.domain.normalisers.remembering import remembering
from stellenbund.domain.statements import Kldb
from stellenbund.domain.value import Slug, Value
from stellenbund.domain.vocabulary import MatchMethod

__all__ = [
    "PROFESSIONS",
    "ProfessionMatch",
    "is_profession_alone",
    "match_profession",
    "names_several",
]

_LONGEST_TEXT = 60_000
_LONGEST_TITLE = 300
_TITLES = 2
_WEAK_SCORE = 0.9
_DEGREES = frozenset(name_words("Bachelor of Arts Science Engineering Laws B.A. B.Sc. B.Eng. FH"))


class ProfessionMatch(Value):
    """A recognised profession, how well the text fits (0 to 1) and by which method.

    A name in full scores 1; the name of a field or an abbreviation 0.9; a misspelt one less.
    """

    slug: Slug
    kldb: Kldb | None
    score: float
    method: MatchMethod


_Named = tuple[tuple[ProfessionMatch, ...], frozenset[str]]
"""The professions that words name, and all that they may mean."""


def match_profession(*texts: str | None) -> ProfessionMatch | None:
    """Return the profession that the first telling text names; ``None`` if none or several do.

    Texts stand in falling order of trust: the title as published, the profession that the source
    declares, then running text, which is everything that follows and any longer text. What one
    leaves open (a Fachinformatiker without a specialisation, two professions) a later one may
    decide; running text only ever decides between those.

    >>> match_profession("Ausbildung zur/zum VFA (m/w/d)").kldb
    '73202'
    >>> match_profession("Fachinformatiker (m/w/d)") is None
    True
    >>> match_profession("Fachinformatiker (m/w/d)", "Fachrichtung Systemintegration").kldb
    '43102'
    """
    open_to: frozenset[str] = frozenset()
    for place, text in enumerate(texts):
        is_title = place < _TITLES and len(text or "") <= _LONGEST_TITLE
        if not (is_title or open_to) and place == len(texts) - 1:
            break  # running text decides nothing by itself, and takes long to read
        matches, meant = _named(text or "") if is_title and not open_to else _left(text, open_to)
        if len(matches) == 1:
            return matches[0]
        open_to = open_to or frozenset(match.slug for match in matches) or meant
    return None


@remembering
def _named(title: str) -> _Named:
    words = name_words(title)
    found = sightings(words)
    if found:
        return _distinct(surest(found, words)), family(words)
    likeness = misspelt(words).items()
    matches = (_match(slug, score, MatchMethod.SIMILAR) for slug, score in likeness)
    return tuple(matches), family(words)


def _left(text: str | None, open_to: frozenset[str]) -> _Named:
    """Return what *text* names of the professions that are still open, if any are."""
    words = name_words(text[:_LONGEST_TEXT]) if text else ()
    found = [each for each in sightings(words) if each.name.slug in open_to] if open_to else []
    return (_distinct(surest(found, words)) if found else ()), family(words)


def names_several(title: str) -> bool:
    """Whether *title* names professions, but leaves open which of them it means.

    >>> names_several("Gärtner (m/w/d)"), names_several("Koch"), names_several("Mehr erfahren")
    (True, False, False)
    """
    found, meant = _named(title[:_LONGEST_TITLE])
    return len(meant) > 1 or len(found) > 1


def is_profession_alone(text: str, match: ProfessionMatch) -> bool:
    """Whether *text* is the name of the matched profession, or of its degree, and nothing else.

    >>> is_profession_alone("Straßenwärter/in", match_profession("Straßenwärter"))
    True
    """
    words = name_words(text)
    named = {
        place
        for found in all_sightings(words)
        if found.name.slug == match.slug
        for place in range(found.start, found.end)
    }
    return all(place in named or word in _DEGREES for place, word in enumerate(words))


def _distinct(found: Sequence[Sighting]) -> tuple[ProfessionMatch, ...]:
    best: dict[str, Name] = {}
    for each in found:
        known = best.get(each.name.slug)
        if known is None or known.method is not MatchMethod.TITLE:
            best[each.name.slug] = each.name
    return tuple(
        _match(slug, _WEAK_SCORE if name.is_weak else 1.0, name.method)
        for slug, name in best.items()
    )


def _match(slug: str, score: float, method: MatchMethod) -> ProfessionMatch:
    return ProfessionMatch(slug=slug, kldb=PROFESSIONS[slug].kldb, score=score, method=method)
