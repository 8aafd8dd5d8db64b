"""Listed opening: the page of an opening that a list has told of already."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stellenbund.domain.finding import Finding
from stellenbund.domain.record import RawRecord
from stellenbund.scraping.labels import fold
from stellenbund.scraping.markup import Element, plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames
from stellenbund.scraping.readers.fields import completed, titled
from stellenbund.scraping.readers.german_page import read_german_part
from stellenbund.scraping.readers.ours import ours
from stellenbund.scraping.readers.postings import NONE, read_openings
from stellenbund.scraping.readers.same_opening import (
    is_named,
    is_same,
    leads_elsewhere,
    other_opening,
)
from stellenbund.scraping.scraper import Follow, Yield

_LEAST_TEXT = 200
"""Characters; a page that says less only says that the opening has been filled."""


@dataclass(frozen=True, slots=True)
class ListedOpening:
    """What the list says of an opening, and whose openings are kept."""

    listed: RawRecord
    only: EmployerNames = EVERYBODY

    def entry(self, card: Element) -> Yield:
        """Lead to the opening's own page; what has none, or no number, stays as *card* tells it."""
        if self.listed.url and self.listed.reference:
            return Follow(self.listed.url, self.read, self.listed, is_opening=True)
        return titled(self.listed, card)

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the page: what it states wins, the list fills the rest.

        Structured data come before labelled German, and that before mere text. All of it counts
        only where the page proves to be the opening's. The list's number identifies it: what a page
        calls its identifier may be shared, and the address that it states of itself may hold a
        session.
        """
        told, remarks = self._told(page)
        yield from remarks
        if told is None:
            yield titled(replace(self.listed, is_partial=True))
            return
        known = replace(told, reference=self.listed.reference, url=self.listed.url)
        yield from ours(completed(known, self.listed), self.only, page)

    def _told(self, page: Page) -> tuple[RawRecord | None, list[Finding]]:
        """Return what *page* tells of the opening, and what else is to be said."""
        records, remarks = read_openings(page)
        if records:
            found = self._own(records, page)
            others = [] if found else [other_opening(page, self.listed, records[0])]
            return found, remarks + others
        if leads_elsewhere(self.listed.url or page.url, page.url, self.listed.reference):
            return None, [*remarks, other_opening(page, self.listed)]
        part = page.tree.body if page.article is None else page.article
        is_shown = bool(self.listed.title) and is_named(self.listed.title or "", page)
        if not is_shown or len(plain(part) or "") < _LEAST_TEXT:
            return None, remarks
        told = replace(read_german_part(part, page), title=self.listed.title)
        return told, [each for each in remarks if each.rule != NONE]

    def _own(self, records: Sequence[RawRecord], page: Page) -> RawRecord | None:
        """Return the listed one of the *records* on *page*; of several the one called just so."""
        same = [each for each in records if is_same(page, self.listed, each)]
        title = fold(self.listed.title or "")
        return next(
            (each for each in same if fold(each.title or "") == title), next(iter(same), None)
        )
