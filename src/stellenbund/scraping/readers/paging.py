"""Paging: one page of an interface's list, and whether another comes after it."""

from collections.abc import Iterator
from dataclasses import dataclass

from stellenbund.scraping.scraper import Follow, Total


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How many entries came *before* this page, how many it shows, and how many fill one (*size*).

    *stated* is how many there are in all, as the interface says it.
    """

    before: int
    shown: int
    size: int
    stated: object

    def total(self) -> Iterator[Total]:
        """Yield the stated total; what is behind the last page has nothing to say about it.

        An interface is believed at once when it no longer shows something, so it must be sound.

        Raises:
            ValueError: it is missing, no number, or smaller than what has come already.
        """
        if self.shown or not self.before:
            yield Total(self._sound_total)

    def onward(self, url: str, body: str | None = None) -> Iterator[Follow]:
        """Yield the way to the next page, which stands at *url* or is had by posting *body*.

        Behind a full page one is asked for even where the total denies it: it may be wrong, and
        many interfaces cut it at a round number.

        Raises:
            ValueError: the stated total is not sound.
        """
        if not self.shown:
            return
        if self.before + self.shown < self._sound_total:
            yield Follow(url, body=body)
        elif self.shown >= self.size:
            yield Follow(url, body=body, is_beyond=True)

    @property
    def _sound_total(self) -> int:
        total, seen = int(str(self.stated)), self.before + self.shown
        if total < seen:
            raise ValueError(f"total {total}, shown {seen}")
        return total
