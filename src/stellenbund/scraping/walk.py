"""Walk: one crawl under way, from page to page."""

from collections import deque
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace

from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.scraping.entries import marks, tells
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.haul import Haul
from stellenbund.scraping.losses import blank, lost, means_gone, not_had, unread
from stellenbund.scraping.page import Fetch, Page, without_fragment
from stellenbund.scraping.reading import Reading, read_page
from stellenbund.scraping.scraper import Follow, Site, Yield
from stellenbund.scraping.visits import Asked, Visit, asked

MOST_PAGES = 200

_PATIENCE = 5
"""Detail pages that may fail one after another before the rest are left alone."""


@dataclass(slots=True)
class Walk:
    """Where a crawl stands: what it brought, what it still has to read, and what it knows."""

    site: Site
    fetch: Fetch
    clock: Callable[[], float]
    until: float
    haul: Haul = field(default_factory=Haul)
    queue: deque[Visit] = field(default_factory=deque)
    entered: dict[Asked, list[RawRecord | None]] = field(default_factory=dict)
    shown: set[tuple[Hashable, ...]] = field(default_factory=set)
    requests: int = 0
    failures: int = 0

    def enter(self, follow: Follow, *, start: str | None = None) -> None:
        """Put a page on the list of those to be read, unless it is there already.

        *start* is the one that led to it; without one it is a start itself.
        """
        is_start = start is None
        told = self.entered.setdefault(asked(follow), [])
        # Two cards may share one detail page; each of them then reads it for itself.
        if not told or (follow.record and None not in told and follow.record not in told):
            told.append(follow.record)
            self.queue.append(Visit(follow, start or follow.url, is_start))
        elif follow.read is None and not is_start:
            self.haul.trouble(
                Outcome.TRUNCATED, f"Die Liste führt im Kreis: {follow.url} kam schon einmal vor."
            )

    def go(self) -> None:
        """Read page after page until there is none left."""
        while self.queue:
            self._take(self.queue.popleft())

    def fall_back(self) -> None:
        """Read what the site has otherwise, where its starts brought nothing but trouble."""
        other, haul = self.site.otherwise, self.haul
        if other is None or not haul.troubles or haul.records or haul.unreadable:
            return
        _, reason = haul.troubles[0]
        self.enter(other, start=other.url)
        self.go()
        if haul.records:
            told = f"{reason} Ersatzweise wurde nur {other.url} gelesen."
            haul.troubles.insert(0, (Outcome.TRUNCATED, told))

    def _take(self, visit: Visit) -> None:
        """Read the next page, or stop where a bound is reached."""
        if self.requests >= MOST_PAGES or self.clock() > self.until:
            self._stop(visit)
        elif visit.follow.is_opening and self.failures >= _PATIENCE:
            reason = "Nach mehreren Fehlern wurden keine weiteren Seiten abgerufen."
            lost(self.haul, visit.follow, reason)
        else:
            self._make(visit)

    def _stop(self, visit: Visit) -> None:
        """Leave the rest: what lists have told stays."""
        bound = (
            "eine Quelle darf nicht länger brauchen"
            if self.requests < MOST_PAGES
            else "eine Quelle darf nicht mehr Seiten haben"
        )
        self.haul.trouble(Outcome.TRUNCATED, f"Nach {self.requests} Abrufen abgebrochen: {bound}.")
        for each in (visit, *self.queue):
            if each.follow.record:
                self.haul.add(replace(each.follow.record, is_partial=True))
        self.queue.clear()

    def _make(self, visit: Visit) -> None:
        """Fetch and read one page."""
        self.requests += 1
        try:
            page = self.fetch(visit.request(self.site))
        except FetchError as error:
            self.failures += visit.follow.is_opening and not means_gone(visit, error)
            not_had(self.haul, visit, error)
            return
        self.failures = 0
        self.haul.pages += 1
        self.haul.not_modified += page.is_unchanged
        here = (without_fragment(page.url), visit.follow.body)
        self.entered.setdefault(here, [visit.follow.record])
        self._read(visit, page)

    def _read(self, visit: Visit, page: Page) -> None:
        """Let the page's reader read it, and keep or follow what it finds."""
        reading = read_page(visit.follow.read or self.site.read, page)
        if visit.is_of_list and self._is_known(reading.items) and not visit.is_start:
            self.haul.trouble(
                Outcome.TRUNCATED, f"{page.url} zeigt dieselben Stellen wie eine frühere Seite."
            )
            return
        self._keep(reading, visit, (without_fragment(page.url), visit.follow.body))
        if visit.follow.is_beyond and marks(reading.items):
            self.haul.trouble(
                Outcome.TRUNCATED, f"{page.url} zeigt Stellen, die es nach der Liste nicht gibt."
            )
        if reading.is_cut:
            self.haul.trouble(Outcome.TRUNCATED, f"{page.url} zeigt zu viel: der Rest fehlt.")
        if reading.error is not None:
            unread(self.haul, visit, page, reading.error)
        elif not any(tells(item) for item in reading.items):
            blank(self.haul, visit, page)

    def _keep(self, reading: Reading, visit: Visit, here: Asked) -> None:
        """Keep what was found, and enter where it leads; a page that leads *here* is the last."""
        if not visit.follow.is_opening:
            self.haul.note(visit.start, reading.items)
        for item in reading.items:
            if not isinstance(item, Follow):
                self.haul.add(item)
            elif asked(item) != here:
                self.enter(item, start=visit.start)

    def _is_known(self, items: Iterable[Yield]) -> bool:
        """Say whether a page of the list shows just what an earlier one showed."""
        shown = marks(items)
        is_known = bool(shown) and shown in self.shown
        self.shown.add(shown)
        return is_known
