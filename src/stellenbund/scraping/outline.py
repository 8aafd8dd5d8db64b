"""Outline: which heading stands before an element, found without walking back each time."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from stellenbund.scraping.css import Css, root_of
from stellenbund.scraping.markup import Element, plain


@dataclass(frozen=True, slots=True)
class Outline:
    """The place of each element of a document, and the headings with theirs, both in order."""

    places: dict[Element, int]
    heading_places: list[int]
    headings: list[Element]


@lru_cache(maxsize=16)
def outline_of(root: Element, selected: Css) -> Outline:
    """Return the outline that the headings *selected* give to the document of *root*."""
    places = {tag: at for at, tag in enumerate(root.iter())}
    headings = selected.select(root)
    return Outline(places, [places[each] for each in headings], headings)


def heading_before(tag: Element, selected: Css) -> str | None:
    """Return the text of the last heading before *tag* in its document."""
    outline = outline_of(root_of(tag), selected)
    number = bisect_left(outline.heading_places, outline.places[tag])
    return plain(outline.headings[number - 1]) if number else None
