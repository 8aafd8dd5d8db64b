"""Cards: the elements of a page that repeat and show one opening each."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from stellenbund.scraping.css import Css, classes_of
from stellenbund.scraping.markup import Element, plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.probing.css import css_for
from stellenbund.scraping.probing.titles import LONGEST, is_opening, is_title

FEWEST = 2
_MOST = 2_000
_DEEPEST = 40
_NAMED = Css.of("h2, h3, h4, h5, h6, a[href]")
_WAYS = Css.of("nav, header, footer, aside, dialog, [role=dialog], [role=navigation]")
_LINK = Css.of("a[href]")
_APPLY = re.compile(r"bewerb|mailto:|tel:", re.IGNORECASE)
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Cards:
    """Repeated cards of a page: the titles in them, and the links to the openings' own pages.

    *links* is empty where not every card has one.
    """

    tags: tuple[Element, ...]
    titles: tuple[Element, ...]
    links: tuple[Element, ...]


def cards_of(page: Page, root: Element) -> Cards | None:
    """Return the cards of the largest group of titles that look like those of openings."""
    groups = [group for group in _groups(page, root) if len(group) >= FEWEST]
    if not groups:
        return None
    titles = max(groups, key=lambda group: (len(group), group[0].tag in _HEADINGS))
    tags = _around(titles)
    links = [_link(title, card) for title, card in zip(titles, tags, strict=True)]
    whole = tuple(link for link in links if link is not None)
    return Cards(tuple(tags), tuple(titles), whole if len(whole) == len(tags) else ())


def css_of_links(cards: Cards, root: Element) -> str | None:
    """Return CSS of the links to the openings' own pages, if each card has one."""
    return css_for(cards.links, root) if cards.links else None


def _groups(page: Page, root: Element) -> list[list[Element]]:
    """Return what may be titles of openings, by the way it is marked up."""
    ways = set(_WAYS.select(root))
    groups: dict[tuple[str, ...], list[Element]] = defaultdict(list)
    for tag in _NAMED.select(root):
        is_way = not ways.isdisjoint(tag.iterancestors())
        if not is_way and 0 < len(plain(tag) or "") <= LONGEST:
            groups[_signature(tag)].append(tag)
    return [_apart(group[:_MOST]) for group in groups.values() if _shows_openings(group, page)]


def _shows_openings(group: Sequence[Element], page: Page) -> bool:
    """Say whether two of a group read like titles, and half of it reads or leads like them."""
    titles = [is_title(plain(tag) or "") for tag in group]
    fitting = [fits or _leads_to_one(tag, page) for tag, fits in zip(group, titles, strict=True)]
    return sum(titles) >= FEWEST and 2 * sum(fitting) >= len(group)


def _leads_to_one(tag: Element, page: Page) -> bool:
    url = page.link(tag.get("href")) if tag.tag == "a" else None
    return url is not None and is_opening(url)


def _apart(group: Sequence[Element]) -> list[Element]:
    """Return the first of each text: what is shown twice is one opening."""
    return list({plain(tag): tag for tag in reversed(group)}.values())[::-1]


def _signature(tag: Element) -> tuple[str, ...]:
    return tuple(
        f"{each.tag}.{_first_class(each)}" for each in (tag, *islice(tag.iterancestors(), 1))
    )


def _first_class(tag: Element) -> str:
    return next(iter(classes_of(tag)), "")


def _around(titles: Sequence[Element]) -> list[Element]:
    """Return, for each title, the largest element around it that holds no other title."""
    held = Counter(each for title in titles for each in (title, *_ancestors(title)))
    return [_largest(title, held) for title in titles]


def _largest(title: Element, held: Counter[Element]) -> Element:
    card = title
    for ancestor in _ancestors(title):
        if held[ancestor] > 1 or ancestor.tag in {"body", "main", "html"}:
            break
        card = ancestor
    return card


def _ancestors(tag: Element) -> Iterable[Element]:
    return islice(tag.iterancestors(), _DEEPEST)


def _link(title: Element, card: Element) -> Element | None:
    """Return the link to the opening's own page: the title's, else the first of the card."""
    inside = (title,) if title.tag == "a" else (*_LINK.select(title), *title.iterancestors("a"))
    return next(chain(inside, filter(_leads_on, _LINK.select(card))), None)


def _leads_on(tag: Element) -> bool:
    """Say whether a link leads to a page, and not to a form or a mail."""
    return _APPLY.search(f"{tag.get('href')} {plain(tag)}") is None
