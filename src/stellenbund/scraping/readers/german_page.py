"""German page: an opening that a page tells in a heading, labelled lines and links alone."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain, takewhile

from stellenbund.domain.record import RawRecord
from stellenbund.scraping.labels import find_in
from stellenbund.scraping.markup import Element, Line, inner_html, lines, plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.apply_link import apply_link
from stellenbund.scraping.readers.fields import with_texts
from stellenbund.scraping.readers.german_words import HEADINGS, LABELS, OTHER_OPENINGS
from stellenbund.scraping.sections import section_under

_FEWEST_LABELS = 2
_NAMES = tuple(name for names in LABELS.values() for name in names)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def read_german_page(page: Page) -> RawRecord | None:
    """Return the opening that *page* tells, or ``None``.

    It needs a main heading and at least two known labels: a heading alone proves nothing.
    """
    article = page.article
    if article is None or next(article.iterdescendants("h1"), None) is None:
        return None
    texts = read_labels(article)
    record = _told(article, texts, page) if len(texts) >= _FEWEST_LABELS else None
    return record if record and record.title else None


def read_german_part(part: Element, page: Page, known: RawRecord | None = None) -> RawRecord:
    """Return what *part* of *page*, which is known to be an opening's own, tells of it.

    What is *known* already need not be told once more.
    """
    return _told(part, read_labels(part), page, known)


def _told(
    part: Element, texts: dict[str, str], page: Page, known: RawRecord | None = None
) -> RawRecord:
    """Return what the labels of *part* say, its texts, its heading and its way to apply."""
    found = {
        name: text
        for name, tell in _TELLING.items()
        if not (known and getattr(known, name)) and (text := tell(part, page))
    }
    return with_texts(RawRecord(page=page.url), texts | found, page)


def _title(part: Element, _: Page) -> str | None:
    headings = chain(part.iterdescendants("h1"), part.iterdescendants(*_HEADINGS))
    heading = next(headings, None)
    return None if heading is None else plain(heading)


def _apply_url(part: Element, page: Page) -> str | None:
    return apply_link(takewhile(_is_own, part.iterdescendants("a", *_HEADINGS)), page)


def _section(headings: tuple[str, ...], part: Element, _: Page) -> str | None:
    return section_under(part, *headings)


_TELLING: Mapping[str, Callable[[Element, Page], str | None]] = {
    "title": _title,
    "description_html": lambda part, _: inner_html(part) or None,
    "apply_url": _apply_url,
    **{name: partial(_section, headings) for name, headings in HEADINGS.items()},
}
"""How a part of a page tells what stands beside no label."""


def read_labels(part: Element) -> dict[str, str]:
    """Return the fields that labels in *part* state, each under the surest of its labels."""
    stated: dict[str, str] = {}
    for found in find_in(_own_lines(part), _NAMES):
        stated.setdefault(found.label, found.value)
    return {
        field: next(stated[name] for name in names if name in stated)
        for field, names in LABELS.items()
        if not stated.keys().isdisjoint(names)
    }


def _own_lines(part: Element) -> Iterator[Line]:
    """Yield the lines of *part* that are about its opening; ways through the site are not."""
    ways = {tag for nav in part.iterdescendants("nav") for tag in nav.iter()}
    until_others = takewhile(lambda line: _is_own(line.block), lines(part))
    return (line for line in until_others if line.block not in ways)


def _is_own(tag: Element) -> bool:
    """Say whether *tag* is anything but the heading over other openings."""
    return tag.tag not in _HEADINGS or not OTHER_OPENINGS.match(plain(tag) or "")
