"""Meaning: what a searched word stands for, and all that is known of such words."""

from collections.abc import Mapping
from typing import NamedTuple

from stellenbund.catalogue.vocabulary import Vocabulary


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


class Lexicon(NamedTuple):
    """All that is known of words; each phrase and each title stands in it as one word.

    *exact* is what a phrase means, *parts* the professions of a word that stands in a name in one
    piece, *idle* what fits every training place. *titles* and *codes* (KldB) are of professions.
    """

    exact: Mapping[str, Meaning]
    phrases: Vocabulary
    parts: Mapping[str, frozenset[str]]
    words: Vocabulary
    idle: frozenset[str]
    titles: Mapping[str, str]
    codes: Mapping[str, str]
