"""Sections: texts that stand under a heading."""

from collections.abc import Iterator
from functools import lru_cache

from bs4 import Tag
from bs4.element import PageElement

from stellenbund.domain.normalisers.characters import stripped
from stellenbund.scraping.identity import Itself
from stellenbund.scraping.labels import fold
from stellenbund.scraping.markup import first_within, plain

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BOLD = ("strong", "b")
_LONGEST_BOLD_HEADING = 90


def section_under(tag: Tag, *names: str) -> str | None:
    """Return the markup between a heading and the next one.

    It is the first heading that begins with the first of *names*, else with the second, and so on.
    """
    headings = _headings_under(Itself(tag))
    for name in names:
        for text, heading in headings:
            if text.startswith(fold(name)) and (markup := _markup_under(heading)):
                return markup
    return None


@lru_cache(maxsize=16)
def _headings_under(element: Itself) -> tuple[tuple[str, Tag], ...]:
    """Return the headings under an element with their folded texts."""
    inner = (node for node in element.tag.descendants if isinstance(node, Tag))
    headings = (node for node in inner if _is_heading(node))
    return tuple((fold(plain(heading) or ""), heading) for heading in headings)


def _markup_under(heading: Tag) -> str:
    return stripped("".join(str(each) for each in _until_next(heading))).strip()


def _is_heading(tag: Tag) -> bool:
    """Say whether *tag* is a heading, or a paragraph that is nothing but bold text."""
    if tag.name in _HEADINGS or tag.name == "dt":
        return True
    if tag.name != "p" or not (bold := first_within(tag, _BOLD)):
        return False
    text = plain(tag) or ""
    return len(text) <= _LONGEST_BOLD_HEADING and text == plain(bold)


def _until_next(heading: Tag) -> Iterator[PageElement]:
    """Yield what follows a heading up to the next that is no deeper, out of one wrapper."""
    start = heading
    while start.parent is not None and not _tags_after(start) and start.parent.name == "div":
        start = start.parent
    for node in start.next_siblings:
        if isinstance(node, Tag) and _ends(node, heading):
            return
        yield node


def _tags_after(tag: Tag) -> bool:
    """Say whether any text or element follows *tag* within its parent."""
    return any(isinstance(node, Tag) or str(node).strip() for node in tag.next_siblings)


def _ends(node: Tag, heading: Tag) -> bool:
    """Say whether *node* begins the next section after *heading*."""
    inside = node if _is_heading(node) else first_within(node, _HEADINGS)
    if inside is None:
        return False
    if heading.name in _HEADINGS:
        return inside.name in _HEADINGS and inside.name <= heading.name
    return True
