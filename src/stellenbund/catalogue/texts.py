"""Texts: which openings hold which words in their title, their unit or their running text."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache

from stellenbund.catalogue.postings import Postings
from stellenbund.catalogue.row import Row
from stellenbund.catalogue.vocabulary import Vocabulary
from stellenbund.catalogue.words import words_of
from stellenbund.domain.opening import Opening

_WORTH_BEGINNING = 3


class Texts:
    """The words of one kind of text of all openings; never changes, but grows."""

    def __init__(
        self,
        words: Callable[[Opening], set[str]],
        postings: Postings[str] | None = None,
        vocabulary: Vocabulary | None = None,
    ) -> None:
        self._words = words
        self._postings: Postings[str] = postings or Postings()
        self.vocabulary = vocabulary or Vocabulary()

    def grown(self, rows: Sequence[Row]) -> "Texts":
        """Return these texts with those of *rows*, whose slots are new."""
        found: dict[str, list[int]] = defaultdict(list)
        for row in rows:
            for word in self._words(row.opening):
                found[word].append(row.slot)
        fresh = self._postings.fresh(found.keys())
        vocabulary = Vocabulary([*self.vocabulary.words, *fresh]) if fresh else self.vocabulary
        return Texts(self._words, self._postings.grown(found), vocabulary)

    def exactly(self, word: str) -> int:
        """Return the openings that hold *word*."""
        return self._postings.bits(word)

    def beginning(self, word: str) -> int:
        """Return the openings that hold a word that begins with *word*; a short one must be it."""
        if len(word) < _WORTH_BEGINNING:
            return self.exactly(word)
        return self._postings.union(self.vocabulary.beginning(word))

    def containing(self, word: str) -> int:
        """Return the openings that hold a word with *word* in it, as compounds have them."""
        return self._postings.union(set(self.vocabulary.containing(word)))


def title_words(opening: Opening) -> set[str]:
    """Return the words of both titles of *opening*."""
    return {*_line_words(opening.title), *_line_words(opening.title_published)}


def unit_words(opening: Opening) -> set[str]:
    """Return the words that name who trains and where: office, city, places, postcodes."""
    names = [opening.org_unit or "", opening.city.replace("-", " ")]
    names += [name for place in opening.places for name in (place.name, place.postcode) if name]
    return {word for name in names for word in _line_words(name)}


def running_words(opening: Opening) -> set[str]:
    """Return the words of the description and of its parts, where they are not in it anyway."""
    whole = opening.description_text or ""
    parts = (opening.tasks, opening.profile, opening.benefits)
    texts = [whole, *(part for part in parts if part and part not in whole)]
    lines = {line for text in texts for line in text.split("\n")}
    return set().union(*map(_running_line, lines))


@lru_cache(maxsize=8_192)
def _running_line(line: str) -> tuple[str, ...]:
    """Return the words of a line of running text: whole paragraphs stand in all of a city's."""
    return tuple({word for each in set(line.split()) for word in _single(each)})


@lru_cache(maxsize=65_536)
def _single(word: str) -> tuple[str, ...]:
    """Return the words between two blanks of a running text, as they were found before."""
    return words_of(word)


@lru_cache(maxsize=16_384)
def _line_words(line: str) -> tuple[str, ...]:
    """Return the words of a line as they were found before: titles and places repeat."""
    return words_of(line)
