"""Cards: the elements of a page that repeat and show one opening each."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import soupsieve
from bs4 import BeautifulSoup, Tag

from stellenbund.scraping.markup import plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.probing.css import css_for
from stellenbund.scraping.probing.titles import LONGEST, is_opening, is_title

FEWEST = 2
_MOST = 2_000
_DEEPEST = 40
_NAMED = soupsieve.compile("h2, h3, h4, h5, h6, a[href]")
_WAYS = soupsieve.compile("nav, header, footer, aside, dialog, [role=dialog], [role=navigation]")
_LINK = soupsieve.compile("a[href]")
_APPLY = re.compile(r"bewerb|mailto:|tel:", re.IGNORECASE)
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Cards:
    """Repeated cards of a page: the titles in them, and the links to the openings' own pages.

    *links* is empty where not every card has one.
    """

    tags: tuple[Tag, ...]
    titles: tuple[Tag, ...]
    links: tuple[Tag, ...]


def cards_of(page: Page, soup: BeautifulSoup) -> Cards | None:
    """Return the cards of the largest group of titles that look like those of openings."""
    groups = [group for group in _groups(page, soup) if len(group) >= FEWEST]
    if not groups:
        return None
    titles = max(groups, key=lambda group: (len(group), group[0].name in _HEADINGS))
    tags = _around(titles)
    links = [_link(title, card) for title, card in zip(titles, tags, strict=True)]
    whole = tuple(link for link in links if link is not None)
    return Cards(tuple(tags), tuple(titles), whole if len(whole) == len(tags) else ())


def css_of_links(cards: Cards, soup: BeautifulSoup) -> str | None:
    """Return CSS of the links to the openings' own pages, if each card has one."""
    return css_for(cards.links, soup) if cards.links else None


def _groups(page: Page, soup: BeautifulSoup) -> list[list[Tag]]:
    """Return what may be titles of openings, by the way it is marked up."""
    ways = {id(tag) for tag in _WAYS.select(soup)}
    groups: dict[tuple[str, ...], list[Tag]] = defaultdict(list)
    for tag in _NAMED.select(soup):
        is_way = any(id(each) in ways for each in tag.parents)
        if not is_way and 0 < len(plain(tag) or "") <= LONGEST:
            groups[_signature(tag)].append(tag)
    return [_apart(group[:_MOST]) for group in groups.values() if _shows_openings(group, page)]


def _shows_openings(group: Sequence[Tag], page: Page) -> bool:
    """Say whether two of a group read like titles, and half of it reads or leads like them."""
    titles = [is_title(plain(tag) or "") for tag in group]
    fitting = [fits or _leads_to_one(tag, page) for tag, fits in zip(group, titles, strict=True)]
    return sum(titles) >= FEWEST and 2 * sum(fitting) >= len(group)


def _leads_to_one(tag: Tag, page: Page) -> bool:
    url = page.link(str(tag.get("href") or "")) if tag.name == "a" else None
    return url is not None and is_opening(url)


def _apart(group: Sequence[Tag]) -> list[Tag]:
    """Return the first of each text: what is shown twice is one opening."""
    return list({plain(tag): tag for tag in reversed(group)}.values())[::-1]


def _signature(tag: Tag) -> tuple[str, ...]:
    return tuple(f"{each.name}.{_first_class(each)}" for each in (tag, *islice(tag.parents, 1)))


def _first_class(tag: Tag) -> str:
    return str(next(iter(tag.get_attribute_list("class")), "") or "")


def _around(titles: Sequence[Tag]) -> list[Tag]:
    """Return, for each title, the largest element around it that holds no other title."""
    held = Counter(id(each) for title in titles for each in (title, *_ancestors(title)))
    return [_largest(title, held) for title in titles]


def _largest(title: Tag, held: Counter[int]) -> Tag:
    card = title
    for ancestor in _ancestors(title):
        if held[id(ancestor)] > 1 or ancestor.name in {"body", "main", "html"}:
            break
        card = ancestor
    return card


def _ancestors(tag: Tag) -> Iterable[Tag]:
    return islice(tag.parents, _DEEPEST)


def _link(title: Tag, card: Tag) -> Tag | None:
    """Return the link to the opening's own page: the title's, else the first of the card."""
    inside = title if title.name == "a" else _LINK.select_one(title) or _LINK.closest(title)
    return inside or next(filter(_leads_on, _LINK.select(card)), None)


def _leads_on(tag: Tag) -> bool:
    """Say whether a link leads to a page, and not to a form or a mail."""
    return _APPLY.search(f"{tag.get('href')} {plain(tag)}") is None
