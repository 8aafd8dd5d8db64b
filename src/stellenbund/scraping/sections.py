"""Sections: texts that stand under a heading."""

from collections.abc import Iterator
from functools import lru_cache

from stellenbund.scraping.labels import fold
from stellenbund.scraping.markup import Element, html_of, one_line, plain

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BOLD = ("strong", "b")
_LONGEST_BOLD_HEADING = 90


def section_under(tag: Element, *names: str) -> str | None:
    """Return the markup between a heading and the next one.

    It is the first heading that begins with the first of *names*, else with the second, and so on.
    """
    wanted = tuple(map(fold, names))
    headings = [each for each in _headings_under(tag) if each[0].startswith(wanted)]
    for name in wanted:
        for text, heading in headings:
            if text.startswith(name) and (markup := _markup_under(heading, tag)):
                return markup
    return None


@lru_cache(maxsize=16)
def _headings_under(tag: Element) -> tuple[tuple[str, Element], ...]:
    """Return the headings under an element with their folded texts."""
    headings = filter(_is_heading, tag.iterdescendants(*_HEADINGS, "dt", "p"))
    return tuple((fold(plain(heading) or ""), heading) for heading in headings)


def _is_heading(tag: Element) -> bool:
    """Say whether *tag* is a heading, or a paragraph that is nothing but bold text."""
    if tag.tag in _HEADINGS or tag.tag == "dt":
        return True
    bold = next(tag.iterdescendants(*_BOLD), None) if tag.tag == "p" else None
    if bold is None or one_line(tag.text or "") or one_line(bold.tail or ""):
        return False
    text = plain(tag) or ""
    return len(text) <= _LONGEST_BOLD_HEADING and text == plain(bold)


def _markup_under(heading: Element, within: Element) -> str:
    """Return what follows a heading up to the next that is no deeper, out of its wrappers."""
    start = heading
    while (around := start.getparent()) is not None and around is not within:
        if around.tag != "div" or _is_followed(start):
            break
        start = around
    return html_of(start.tail, _until_next(start, heading))


def _is_followed(tag: Element) -> bool:
    """Say whether any text or element follows *tag* within its parent."""
    return tag.getnext() is not None or bool((tag.tail or "").strip())


def _until_next(start: Element, heading: Element) -> Iterator[Element]:
    for tag in start.itersiblings():
        if _ends(tag, heading):
            return
        yield tag


def _ends(tag: Element, heading: Element) -> bool:
    """Say whether *tag* begins the next section after *heading*."""
    inside = tag if _is_heading(tag) else next(tag.iterdescendants(*_HEADINGS), None)
    if inside is None:
        return False
    if heading.tag in _HEADINGS:
        return inside.tag in _HEADINGS and inside.tag <= heading.tag
    return True
