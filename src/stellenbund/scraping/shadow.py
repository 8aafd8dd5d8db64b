"""Shadow: the elements of a document as soupsieve knows them, and back again."""

from dataclasses import dataclass, field
from functools import lru_cache

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from stellenbund.scraping.markup import Element


@dataclass(slots=True)
class Shadow:
    """A tree of BeautifulSoup as far as selectors see it; *tags* and *elements* lead across."""

    last: Tag | NavigableString
    tags: dict[Element, Tag] = field(default_factory=dict)
    elements: dict[int, Element] = field(default_factory=dict)

    def grow(self, element: Element, parent: Tag) -> None:
        """Hang *element* with all that is in it into *parent*."""
        attributes = {str(name): str(value) for name, value in element.attrib.items()}
        tag = Tag(name=element.tag, attrs=attributes, parent=parent, previous=self.last)
        self.tags[element], self.elements[id(tag)] = tag, element
        parent.contents.append(tag)
        self.last = tag
        self._hang(element.text, tag)
        for inner in element:
            if isinstance(inner.tag, str):
                self.grow(inner, tag)
            self._hang(inner.tail, tag)

    def _hang(self, text: str | None, parent: Tag) -> None:
        if text:
            string = NavigableString(text)
            string.setup(parent, self.last)
            parent.contents.append(string)
            self.last = string


@lru_cache(maxsize=16)
def shadow_of(root: Element) -> Shadow:
    """Return the shadow of the document whose outermost element is *root*."""
    soup = BeautifulSoup("", "lxml")
    shadow = Shadow(soup)
    shadow.grow(root, soup)
    shadow.tags[root] = soup
    return shadow
