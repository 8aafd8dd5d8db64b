"""Search: which openings a question in words finds, and how well they fit it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, reduce
from operator import and_
from typing import NamedTuple

from stellenbund.catalogue.filters import Filters
from stellenbund.catalogue.guesses import meant
from stellenbund.catalogue.meaning import NOTHING, Meaning
from stellenbund.catalogue.meanings import Term, lexicon, suggested, terms_of
from stellenbund.catalogue.ranking import Fit, Levels, all_of, any_of, distinct
from stellenbund.catalogue.row import Row
from stellenbund.catalogue.texts import Texts, running_words, title_words, unit_words
from stellenbund.catalogue.traits import Trait
from stellenbund.catalogue.vocabulary import Vocabulary

_WORTH_FINDING_IN_TITLES = 4
_WORTH_FINDING_IN_TEXTS = 5
_REMEMBERED = 256


class Found(NamedTuple):
    """Openings by points, best first, and the words that were left out of account."""

    levels: Sequence[tuple[int, int]]
    unheeded: tuple[str, ...]


class Search:
    """The words of all openings; never changes, but grows into a new search."""

    def __init__(
        self,
        filters: Filters,
        titles: Texts | None = None,
        units: Texts | None = None,
        running: Texts | None = None,
        *,
        everyone: int = 0,
    ) -> None:
        self._filters = filters
        self._everyone = everyone
        self.titles = titles or Texts(title_words)
        self.units = units or Texts(unit_words)
        self.running = running or Texts(running_words)
        self._fits: dict[Term, Fit] = {}

    def grown(self, rows: Sequence[Row], filters: Filters) -> "Search":
        """Return this search with *rows*, whose slots are new, and *filters*, which know them."""
        return Search(
            filters, self.titles.grown(rows), self.units.grown(rows), self.running.grown(rows)
        )

    def among(self, everyone: int) -> "Search":
        """Return this search over those openings only that are still there."""
        return Search(self._filters, self.titles, self.units, self.running, everyone=everyone)

    def ask(self, question: str) -> Found:
        """Return the openings that fit all terms of *question*, best first.

        Each term gives 6 points where title and meaning say it, 5 for the meaning (a word of the
        campaign or a whole name of the opening's profession), 4 for a word of the title that begins
        with it, 3 for a part of such a word or of the profession's name, 2 for the office, city or
        place, 1 for the running text. Points do not depend on what else there is, so that an
        opening keeps its place while others come and go.

        Of terms that mean different professions one is enough. A term that fits no opening at all
        is not heeded if another one has a meaning.
        """
        fits = {term: self._known(term) for term in terms_of(question)}
        unheeded = tuple(term for term, fit in fits.items() if not any(fit))
        if all(term in unheeded for term in fits if term.meaning != NOTHING):
            unheeded = ()
        heeded = {term: fit for term, fit in fits.items() if term not in unheeded}
        levels = _ranked(heeded, self._everyone)
        ranked = sorted(levels.items(), reverse=True)
        return Found(ranked, tuple(" ".join(term.words) for term in unheeded))

    def _known(self, term: Term) -> Fit:
        """Return what *term* finds, as it was found before: people ask for the same words."""
        fit = self._fits.get(term)
        if fit is None:
            if len(self._fits) >= _REMEMBERED:
                self._fits = {}
            self._fits[term] = fit = self._fit(term)
        return fit

    def _fit(self, term: Term) -> Fit:
        fit = self._find(term)
        if any(fit[:-1]) or len(term.words) > 1:
            return fit
        for word in meant(term.words[0], self._words, is_known=bool(fit.text)):
            fit = fit.joined(self._find(Term((word,), lexicon().exact.get(word, NOTHING))))
        return fit

    def _find(self, term: Term) -> Fit:
        guess = suggested(term.words[0]) if term.meaning == NOTHING else NOTHING
        sure, likely = self._meaning(term.meaning), self._meaning(guess)
        title = _all(self.titles.beginning(word) for word in term.words)
        part = _all(self._in_titles(word) for word in term.words)
        unit = _all(self.units.beginning(word) for word in term.words)
        text = self._in_texts(term, is_known=guess != NOTHING)
        places = (title & (sure | likely), sure, title, part | likely, unit, text)
        return distinct(*(bits & self._everyone for bits in places))

    def _in_titles(self, word: str) -> int:
        if len(word) < _WORTH_FINDING_IN_TITLES:
            return self.titles.beginning(word)
        return self.titles.containing(word)

    def _in_texts(self, term: Term, *, is_known: bool) -> int:
        """Return where running texts hold *term*.

        Texts name many things that an opening is not. So a term with a meaning is not looked for in
        them, and a word that names something is not looked for inside other words.
        """
        if term.meaning != NOTHING:
            return 0
        word = term.words[0]
        if is_known:
            return self.running.exactly(word)
        if len(word) < _WORTH_FINDING_IN_TEXTS:
            return self.running.beginning(word)
        return self.running.containing(word)

    def _meaning(self, meaning: Meaning) -> int:
        return (
            self._filters.having(Trait.PROFESSION, meaning.professions)
            | self._filters.having(Trait.KIND, meaning.kinds)
            | self._filters.having(Trait.TRAINING_YEAR, meaning.years)
        )

    @cached_property
    def _words(self) -> Vocabulary:
        """All words that somebody can have meant."""
        named = (lexicon().phrases, lexicon().words)
        known = (*named, self.titles.vocabulary, self.units.vocabulary)
        return Vocabulary(word for vocabulary in known for word in vocabulary.words)


def _ranked(fits: Mapping[Term, Fit], everyone: int) -> Levels:
    """Return the openings that all *fits* find; of professions that differ, one is enough."""
    named = {term: fit for term, fit in fits.items() if term.meaning.professions}
    if named and not frozenset.intersection(*(term.meaning.professions for term in named)):
        others = [fit for term, fit in fits.items() if term not in named]
        return all_of(any_of({0: everyone}, [*named.values()]), others)
    return all_of({0: everyone}, fits.values())


def _all(sets: Iterable[int]) -> int:
    return reduce(and_, sets)
