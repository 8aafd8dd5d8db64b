"""Outline: which heading stands before an element, found without walking back each time."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from bs4 import Tag
from soupsieve import SoupSieve

from stellenbund.scraping.identity import Itself
from stellenbund.scraping.markup import plain


@dataclass(frozen=True, slots=True)
class Outline:
    """The place of each element of a document, and the headings with theirs, both in order."""

    places: dict[int, int]
    heading_places: list[int]
    headings: list[Tag]


@lru_cache(maxsize=16)
def outline_of(document: Itself, selected: SoupSieve) -> Outline:
    """Return the outline that the headings *selected* give to *document*."""
    places = {id(node): at for at, node in enumerate(document.tag.descendants)}
    headings: list[Tag] = selected.select(document.tag)
    return Outline(places, [places[id(each)] for each in headings], headings)


def heading_before(tag: Tag, selected: SoupSieve) -> str | None:
    """Return the text of the last heading before *tag* in its document."""
    root = [tag, *tag.parents][-1]
    outline = outline_of(Itself(root), selected)
    number = bisect_left(outline.heading_places, outline.places.get(id(tag), 0))
    return plain(outline.headings[number - 1]) if number else None
