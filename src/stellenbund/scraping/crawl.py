"""Crawl: from a source's first page to everything it shows, within bounds."""

import time
from collections import deque
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from itertools import islice

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.finding import Severity, clip
from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.scraping.entries import marks, tells
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.haul import MOST_RECORDS, Haul
from stellenbund.scraping.page import Fetch, Page, Request, without_fragment
from stellenbund.scraping.remarks import remark
from stellenbund.scraping.scraper import Follow, Reader, Site, Yield

MOST_PAGES = 200
MOST_SECONDS = 3_600.0
"""Generous, because waiting for one's turn at a host that others ask too counts as well.

Cities that are read side by side share the Jobsuche, and it is asked once a second all the same:
nine of them with all their 200 pages are through after 45 minutes. A single request that hangs
is cut by a deadline of its own, which begins with its turn (``Pace``).
"""

_PATIENCE = 5
"""Detail pages that may fail one after another before the rest are left alone."""

_READING_ERRORS = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)
"""What a reader may stumble over in a foreign document; anything else is a fault of ours."""


def crawl(site: Site, fetch: Fetch, *, clock: Callable[[], float] = time.monotonic) -> Delivery:
    """Read *site* from its start to its end, and say how far that came; it never raises.

    At most 200 pages, 2,000 records and an hour, waiting for hosts that others ask too included;
    a list that shows the same page twice ends there. A page that cannot be had costs the delivery
    its completeness, unless the list already told what stands there or the opening itself is gone.
    """
    walk = _Walk(site, fetch, clock, until=clock() + MOST_SECONDS)
    for start in site.starts:
        walk.enter(Follow(start, body=site.body), is_start=True)
    while walk.queue:
        walk.step()
    return walk.haul.delivery()


_Asked = tuple[str, str | None]


def _asked(follow: Follow) -> _Asked:
    """Return what tells one request from others."""
    return without_fragment(follow.url), follow.body


def _request(site: Site, follow: Follow) -> Request:
    """Return what is asked of *site* to have the page that *follow* names."""
    return Request(follow.url, (*site.headers, *follow.headers), follow.body)


@dataclass(slots=True)
class _Walk:
    """One crawl under way."""

    site: Site
    fetch: Fetch
    clock: Callable[[], float]
    until: float
    haul: Haul = field(default_factory=Haul)
    queue: deque[tuple[Follow, bool]] = field(default_factory=deque)
    entered: dict[_Asked, list[RawRecord | None]] = field(default_factory=dict)
    shown: set[tuple[Hashable, ...]] = field(default_factory=set)
    asked: int = 0
    failures: int = 0

    def enter(self, follow: Follow, *, is_start: bool = False) -> None:
        """Put a page on the list of those to be read, unless it is there already."""
        told = self.entered.setdefault(_asked(follow), [])
        # Two cards may share one detail page; each of them then reads it for itself.
        if not told or (follow.record and None not in told and follow.record not in told):
            told.append(follow.record)
            self.queue.append((follow, is_start))
        elif follow.read is None and not is_start:
            self.haul.trouble(
                Outcome.TRUNCATED, f"Die Liste führt im Kreis: {follow.url} kam schon einmal vor."
            )

    def step(self) -> None:
        """Read the next page, or stop where a bound is reached."""
        follow, is_start = self.queue.popleft()
        if self.asked >= MOST_PAGES or self.clock() > self.until:
            self._stop(follow)
        elif follow.is_opening and self.failures >= _PATIENCE:
            self._lost(follow, "Nach mehreren Fehlern wurden keine weiteren Seiten abgerufen.")
        else:
            self._visit(follow, is_start=is_start)

    def _stop(self, follow: Follow) -> None:
        """Leave the rest: what lists have told stays."""
        self.haul.trouble(
            Outcome.TRUNCATED,
            f"Nach {self.asked} Abrufen abgebrochen: zu viele Seiten oder zu wenig Zeit.",
        )
        for each in (follow, *(rest for rest, _ in self.queue)):
            if each.record:
                self.haul.add(replace(each.record, is_partial=True))
        self.queue.clear()

    def _visit(self, follow: Follow, *, is_start: bool) -> None:
        """Fetch and read one page."""
        self.asked += 1
        try:
            page = self.fetch(_request(self.site, follow))
        except FetchError as error:
            self._failed(follow, error, is_start=is_start)
            return
        self.failures = 0
        self.haul.pages += 1
        self.entered.setdefault((without_fragment(page.url), follow.body), [follow.record])
        self._read(follow, page, is_start=is_start)

    def _failed(self, follow: Follow, error: FetchError, *, is_start: bool) -> None:
        """Judge a page that could not be had by what it would have shown."""
        if is_start:
            self.haul.trouble(error.outcome, error.reason)
        elif follow.is_opening and error.is_gone and not follow.record:
            self.haul.gone.add(follow.url)
            self.haul.add(remark("page.gone", Severity.HINT, error.reason, follow))
        else:
            self.failures += follow.is_opening
            self._lost(follow, error.reason)

    def _lost(self, follow: Follow, reason: str) -> None:
        """Go on without a page: with what the list said, else with a list that is cut."""
        if follow.record is None:
            self.haul.trouble(Outcome.TRUNCATED, reason)
            return
        self.haul.add(replace(follow.record, is_partial=True))
        self.haul.add(remark("page.no_detail", Severity.WARNING, reason, follow))

    def _read(self, follow: Follow, page: Page, *, is_start: bool) -> None:
        """Let the page's reader read it, and keep or follow what it finds."""
        items, error = _items(follow.read or self.site.read, page)
        if follow.read is None and self._is_known(items) and not is_start:
            self.haul.trouble(
                Outcome.TRUNCATED, f"{page.url} zeigt dieselben Stellen wie eine frühere Seite."
            )
            return
        for item in items:
            if not isinstance(item, Follow):
                self.haul.add(item)
            elif _asked(item) != (without_fragment(page.url), follow.body):
                self.enter(item)
        if error is not None:
            self._unread(follow, page, error, is_start=is_start)
        elif not any(tells(item) for item in items):
            self._blank(follow, page, is_start=is_start)

    def _is_known(self, items: Iterable[Yield]) -> bool:
        """Say whether a page of the list shows just what an earlier one showed."""
        shown = marks(items)
        is_known = bool(shown) and shown in self.shown
        self.shown.add(shown)
        return is_known

    def _unread(self, follow: Follow, page: Page, error: Exception, *, is_start: bool) -> None:
        """Note a page that its reader could not read to its end."""
        reason = f"{page.url} konnte nicht gelesen werden."
        cause = clip(f"{type(error).__name__}: {error}")
        self.haul.add(remark("page.unreadable", Severity.ERROR, reason, follow, cause))
        self._missing(follow, reason, is_start=is_start)

    def _blank(self, follow: Follow, page: Page, *, is_start: bool) -> None:
        """Note a page that shows nothing at all, and does not say so either."""
        if follow.is_opening and follow.record is None:
            return
        reason = f"{page.url} zeigt keine Stellen, sagt das aber nicht."
        self._missing(follow, reason, is_start=is_start)

    def _missing(self, follow: Follow, reason: str, *, is_start: bool) -> None:
        if is_start:
            self.haul.trouble(Outcome.UNREADABLE, reason)
        else:
            self._lost(follow, reason)


def _items(read: Reader, page: Page) -> tuple[list[Yield], Exception | None]:
    """Return what *read* finds, as far as we take it, and the error that stopped it, if any."""
    items: list[Yield] = []
    try:
        items.extend(islice(read(page), MOST_RECORDS + 1))
    except _READING_ERRORS as error:
        return items, error
    return items, None
