"""Umantis pager: what a list of Haufe umantis says of its length and of its next page."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.run import Outcome
from stellenbund.scraping.css import Css
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.nodes import inner, words
from stellenbund.scraping.scraper import Follow, Refused, Total, Yield

MOST_ROWS = 10
"""Entries on a page, unless a portal asks for more."""

_STATE = Css.of("table-navigation[initial-data-string]")
_NEXT = Css.of("[data-pagination-next-href], a[id*=nextlink][href]")
_PAGE = re.compile(r"\btc(\d{1,12})=p(\d{1,6})\b")


def is_paged(page: Page) -> bool:
    """Say whether *page* holds the navigation of a list."""
    return _STATE.first(page.root) is not None


def around_list(page: Page, rows: int) -> Iterator[Yield]:
    """Yield how many openings the list has and its next page, as far as *page* says so.

    The next page is named without the search's token, which is new at every visit. A full page
    that does not say whether another follows is a list that may be cut.
    """
    state = _state(page)
    total, last = _number(state, "TableTotalLines"), _number(state, "TableTo")
    if total is not None:
        yield Total(total)
    table, following = _next_page(page, state)
    is_last = total is not None and last is not None and last >= total
    if table and following and rows and not is_last:
        yield _follow(page, table, following)
    elif rows and rows % MOST_ROWS == 0 and total is None and not state and not _here(page):
        yield _cut(page, rows)


def _state(page: Page) -> Node:
    """Return what the navigation keeps of the list, or nothing."""
    for tag in _STATE.select(page.root):
        stated = Page(url=page.url, text=tag.get("initial-data-string", "")).json()
        if isinstance(stated, dict) and "TableNr" in stated:
            return stated
    return {}


def _number(state: Node, name: str) -> int | None:
    stated = words(state, name)
    return int(stated[:9]) if stated and stated.isdecimal() else None


def _next_page(page: Page, state: Node) -> tuple[str | None, int | None]:
    """Return the number of the table that is the list, and that of its next page.

    Where no link names it, a full page may have one after it.
    """
    link = _NEXT.first(page.root)
    named = None if link is None else link.get("data-pagination-next-href") or link.get("href")
    further = words(next(inner(state, "NextLink"), {}), "EnhancedUrl")
    found = _PAGE.search(named or further or "")
    if found:
        return found[1], int(found[2])
    here, last = _number(state, "TableCurrentPage"), _number(state, "TableTo")
    total = _number(state, "TableTotalLines")
    is_full = bool(last) and (last or 0) % MOST_ROWS == 0
    is_open = is_full if total is None else (last or 0) < total
    return words(state, "TableNr"), (here or _here(page) or 1) + 1 if is_open else None


def _here(page: Page) -> int | None:
    """Return the number of this page of the list, as far as its address states one."""
    found = _PAGE.search(page.url)
    return int(found[2]) if found else None


def _follow(page: Page, table: str, number: int) -> Follow:
    parts = urlsplit(page.url)
    query = {**dict(parse_qsl(parts.query)), f"tc{table}": f"p{number}"}
    return Follow(parts._replace(query=urlencode(query), fragment="").geturl())


def _cut(page: Page, rows: int) -> Refused:
    return Refused(
        Outcome.TRUNCATED,
        Finding(
            severity=Severity.WARNING,
            rule="umantis.no_pager",
            message=f"Die Liste zeigt genau {rows} Stellen und sagt nicht, ob weitere folgen; "
            "vermutlich ist sie abgeschnitten.",
            place=page.url,
            remedy="Bitte die Liste im Browser öffnen und die Stellen zählen: Sind es mehr, muss "
            "die Beschreibung der Stadt (scrapers/) eine Liste nennen, die alle zeigt.",
        ),
    )
