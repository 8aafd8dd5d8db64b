"""Outline: which heading stands before an element, found without walking back each time."""

from functools import lru_cache

from stellenbund.scraping.css import Css, root_of
from stellenbund.scraping.markup import Element, plain


def heading_before(tag: Element, selected: Css) -> str | None:
    """Return the text of the last heading before *tag* in its document."""
    heading = _headings_before(root_of(tag), selected, tag.tag).get(tag)
    return None if heading is None else plain(heading)


@lru_cache(maxsize=16)
def _headings_before(root: Element, selected: Css, name: str) -> dict[Element, Element]:
    """Return the last of the headings *selected* before each element of that name."""
    headings = set(selected.select(root))
    last: Element | None = None
    found = {}
    for tag in root.iter():
        if tag.tag == name and last is not None:
            found[tag] = last
        if tag in headings:
            last = tag
    return found
