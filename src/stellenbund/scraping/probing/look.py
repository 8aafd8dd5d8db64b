"""Look: what a site shows that speaks for one reader or another, found on a few of its pages."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urljoin, urlsplit

from stellenbund.scraping.markup import plain
from stellenbund.scraping.memory import Memory
from stellenbund.scraping.page import Page
from stellenbund.scraping.probing import feeds, files, lists, own_postings, sitemaps
from stellenbund.scraping.probing.clue import Certainty, Clue
from stellenbund.scraping.probing.portals import PORTALS
from stellenbund.scraping.probing.titles import is_about_openings
from stellenbund.scraping.probing.tour import Tour
from stellenbund.scraping.probing.view import View
from stellenbund.scraping.reading import STUMBLES
from stellenbund.scraping.targets import bare

MOST_HOPS = 3
"""Further pages that are looked at like the first, as long as nothing was found."""

_NAMED = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S{1,2000})", re.IGNORECASE | re.MULTILINE)
_ORDER = (
    *(portal.reader for portal in PORTALS if not portal.is_shared),
    *("feed", "sitemap", "job_posting", "list_then_detail", "html_cards"),
    *(portal.reader for portal in PORTALS if portal.is_shared),
    "pdf_notices",
)

Guess = Callable[[View, Tour], Iterator[Clue]]
_GUESSES: tuple[Guess, ...] = (own_postings.clues, feeds.clues, lists.clues, files.clues)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What was found: the clues, the best first, and the pages that they were found on."""

    clues: tuple[Clue, ...]
    pages: tuple[Page, ...]


def look_at(
    url: str, tour: Tour, memory: Memory, employer: str, *, is_past_portals: bool = False
) -> Look:
    """Look at the site of *url*: at the page itself, its sitemaps, and where its links promise.

    *memory* holds the robots.txt of the hosts that *tour* asked; it names their sitemaps. What
    pages show themselves matters only where no portal was found, or with *is_past_portals*.
    """
    found: list[Clue] = []
    for start in _starts(url, tour):
        view = View(start, employer)
        found += _of_portals(view, tour)
        if is_past_portals or not _is_found(found):
            found += _guessed(view, tour, _sitemaps(start.url, memory))
        if _is_found(found):
            break
    return Look(clues=ranked(found), pages=tuple(filter(None, tour.asked.values())))


def _guessed(view: View, tour: Tour, named: Sequence[str]) -> Iterator[Clue]:
    """Yield what else on a page speaks for a reader; what no reader can read does not."""
    for guess in _GUESSES:
        with suppress(*STUMBLES):
            yield from list(guess(view, tour))
    with suppress(*STUMBLES):
        yield from list(sitemaps.clues(view.page, tour, named))


def ranked(clues: Iterable[Clue]) -> tuple[Clue, ...]:
    """Return *clues* without those that say the same, the surest and best reader first."""
    order = sorted(clues, key=lambda clue: (-clue.certainty, _ORDER.index(clue.reader)))
    declared = {clue.reader for clue in order if clue.call}
    kept: dict[tuple[str, str], Clue] = {}
    for clue in order:
        if clue.call or clue.reader not in declared:
            kept.setdefault((clue.reader, clue.call.source() if clue.call else ""), clue)
    return tuple(kept.values())


def _is_found(clues: Sequence[Clue]) -> bool:
    return any(clue.call and clue.certainty > Certainty.POSSIBLE for clue in clues)


def _starts(url: str, tour: Tour) -> Iterator[Page]:
    """Yield the page at *url*, an empty one if it cannot be had, and where its links promise."""
    start = tour.page(url)
    yield start or Page(url=url, text="")
    if start is None:
        return
    for further in islice(_promising(View(start, "")), MOST_HOPS):
        page = tour.page(further)
        if page is not None:
            yield page


def _promising(view: View) -> Iterator[str]:
    """Yield the addresses of pages of the same site that may list openings."""
    host = bare(urlsplit(view.page.url).hostname or "")
    seen = {view.page.url}
    for tag in () if view.root is None else view.root.iter("a"):
        url = view.link(tag)
        words = f"{plain(tag) or ''} {urlsplit(url or '').path}"
        if url and url not in seen and is_about_openings(words) and _is_near(url, host):
            seen.add(url)
            yield url


def _is_near(url: str, host: str) -> bool:
    """Say whether *url* stands at *host*, or at a part of the same domain."""
    parts = urlsplit(url)
    other = bare(parts.hostname or "")
    is_file = parts.path.lower().endswith(".pdf")
    return other.split(".")[-2:] == host.split(".")[-2:] and not is_file


def _of_portals(view: View, tour: Tour) -> Iterator[Clue]:
    """Yield the clues of all portals, completed by what stands where they point."""
    for portal in PORTALS:
        for clue in portal.clues(view):
            yield clue
            page = tour.page(clue.further) if clue.further and not clue.call else None
            if page is not None:
                yield from portal.clues(View(page, view.employer))


def _sitemaps(url: str, memory: Memory) -> list[str]:
    """Return the sitemaps that robots.txt names, else where one usually stands."""
    parts = urlsplit(url)
    state = memory.hosts.get(f"{parts.scheme}://{parts.netloc}")
    named = _NAMED.findall(state.robots_txt or "") if state else []
    return named or [urljoin(url, "/sitemap.xml")]
