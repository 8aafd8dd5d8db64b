"""mein_check_in: the overview of one employer at mein-check-in.de, and the page of each opening."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from stellenbund.domain.record import RawRecord
from stellenbund.domain.source import Scope
from stellenbund.scraping.css import Css
from stellenbund.scraping.markup import Element, plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.cards import ListPage, compiled
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames
from stellenbund.scraping.readers.listed_opening import ListedOpening
from stellenbund.scraping.readers.none_said import none_said
from stellenbund.scraping.readers.unknown import unknown
from stellenbund.scraping.scraper import Site, Yield

_HOST = "www.mein-check-in.de"
_BOARD = re.compile(
    r"(?:(?:https?://)?(?P<host>(?:[\w-]+\.)?mein-check-in\.de)/)?(?P<tenant>[\w-]+)(?:[/?#].*)?",
    re.IGNORECASE,
)
_LINKS = Css.of("a[href*='position-' i]")
_OWN_PAGE = re.compile(r"(/[\w-]+)?/position-(\d{1,12})/?", re.IGNORECASE)
_GROUP = Css.of("li[id^=pg-]")
_GROUP_NAME = Css.of(":scope > span")
_OURS = Css.of("[href*='mein-check-in' i], [src*='mein-check-in' i], li[id^=pg-]")


def mein_check_in(
    board: str,
    *,
    only: EmployerNames = EVERYBODY,
    no_openings: str | None = None,
    scope: Scope = Scope.MIXED,
) -> Site:
    """Return the source of all openings on one employer's board at mein-check-in.de.

    Args:
        board: the employer's name in the board's addresses, such as ``musterstadt``, or any of
            the addresses under which the same board appears.
        only: the employers whose openings are kept; all others are skipped.
        no_openings: CSS of the element by which the board says that it has no openings.
        scope: whether the board shows ordinary jobs too.

    Raises:
        ValueError: it is neither.
    """
    found = _BOARD.fullmatch(board)
    if found is None:
        raise ValueError(f"{board!r} is no board at mein-check-in.de")
    return Site(
        start=f"https://{_host(found['host'])}/{found['tenant']}/overview",
        read=MeinCheckInReading(only, ListPage(no_openings=compiled(no_openings))).read,
        key="mein_check_in",
        name="Karriereportal",
        scope=scope,
    )


def _host(stated: str | None) -> str:
    """Return the one name of a host that answers with and without ``www``."""
    host = (stated or _HOST).lower()
    return _HOST if host == _HOST.removeprefix("www.") else host


@dataclass(frozen=True, slots=True)
class MeinCheckInReading:
    """Whose openings of the board are kept, and how it says that there are none."""

    only: EmployerNames = EVERYBODY
    listing: ListPage = field(default_factory=ListPage)

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the overview, which shows all openings and most of them twice."""
        cards = _cards(page)
        for record, tag in cards.values():
            yield ListedOpening(record, self.only).entry(tag)
        around = list(self.listing.around(page)) or list(none_said(page.root) if not cards else ())
        yield from around
        if not (cards or around or _OURS.first(page.root) is not None):
            yield unknown(page, reader="mein_check_in", portal="mein-check-in")


def _cards(page: Page) -> dict[str, tuple[RawRecord, Element]]:
    """Return what the links to each opening say together, by the opening's number.

    It is linked from the list and, below the group that it belongs to, from the side.
    """
    cards: dict[str, tuple[RawRecord, Element]] = {}
    for tag in _LINKS.select(page.root):
        address = _address(tag, page)
        if address is None:
            continue
        number = address.rpartition("-")[2]
        first = RawRecord(page=page.url, reference=number, url=address)
        record, card = cards.get(number, (first, tag))
        title, section = record.title or plain(tag), record.section or _group(tag)
        cards[number] = replace(record, title=title, section=section), card
    return cards


def _address(tag: Element, page: Page) -> str | None:
    """Return the one address of the opening that *tag* links to, however it is written."""
    url = page.link(tag.get("href"))
    parts = urlsplit(url) if url else None
    own = _OWN_PAGE.fullmatch(parts.path) if parts else None
    if parts is None or own is None:
        return None
    return f"https://{_host(parts.netloc)}{own[1] or ''}/position-{own[2]}"


def _group(tag: Element) -> str | None:
    """Return the name of the group in the side of the page below which *tag* stands."""
    group = _GROUP.closest(tag)
    name = None if group is None else _GROUP_NAME.first(group)
    return None if name is None else plain(name)
