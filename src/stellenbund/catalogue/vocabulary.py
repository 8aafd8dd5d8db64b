"""Vocabulary: a set of words that is searched by beginnings and by parts."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

_BEYOND = "\U0010ffff"


class Vocabulary:
    """Words in order; never changes, but grows into a new one."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.words: Sequence[str] = sorted(set(words))

    def __contains__(self, word: str) -> bool:
        place = bisect_left(self.words, word)
        return place < len(self.words) and self.words[place] == word

    def about_as_long(self, word: str, most: int) -> Sequence[str]:
        """Return the words whose length differs by at most *most* letters from that of *word*."""
        lengths = range(len(word) - most, len(word) + most + 1)
        return [each for length in lengths for each in self._by_length.get(length, ())]

    def beginning(self, start: str) -> Sequence[str]:
        """Return the words that begin with *start*.

        >>> Vocabulary(["feuer", "feuerwehr", "wehr"]).beginning("feuer")
        ['feuer', 'feuerwehr']
        """
        first = bisect_left(self.words, start)
        return self.words[first : bisect_left(self.words, start + _BEYOND, first)]

    def containing(self, part: str) -> Iterator[str]:
        """Yield the words that hold *part* anywhere, some of them twice.

        >>> list(Vocabulary(["feuer", "feuerwehr", "wehr"]).containing("wehr"))
        ['feuerwehr', 'wehr']
        """
        text = self._text
        found = text.find(part)
        while found >= 0:
            end = text.index("\n", found)
            yield text[text.rindex("\n", 0, found) + 1 : end]
            found = text.find(part, end)

    @cached_property
    def _by_length(self) -> Mapping[int, Sequence[str]]:
        words: dict[int, list[str]] = defaultdict(list)
        for word in self.words:
            words[len(word)].append(word)
        return words

    @cached_property
    def _text(self) -> str:
        """All words in one text, which is searched faster than a list."""
        return "\n".join(("", *self.words, ""))
