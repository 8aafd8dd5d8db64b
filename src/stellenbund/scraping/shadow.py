"""Shadow: elements of a document as soupsieve knows them, and back again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from soupsieve import SoupSieve

from stellenbund.scraping.markup import Element


@dataclass(slots=True)
class Shadow:
    """A tree of BeautifulSoup as far as selectors see it; *tags* and *elements* lead across."""

    top: Tag
    last: Tag | NavigableString
    tags: dict[Element, Tag] = field(default_factory=dict)
    elements: dict[int, Element] = field(default_factory=dict)

    @classmethod
    def of(cls, elements: Iterable[Element]) -> "Shadow":
        """Return the shadow of *elements* and of all that is in them, apart from what is around."""
        return cls._grown(Tag(name="div"), elements)

    @classmethod
    def of_document(cls, root: Element) -> "Shadow":
        """Return the shadow of the whole document whose outermost element is *root*."""
        return cls._grown(BeautifulSoup("", "html.parser"), (root,))

    @classmethod
    def _grown(cls, top: Tag, elements: Iterable[Element]) -> "Shadow":
        shadow = cls(top, top)
        for element in elements:
            shadow._grow(element, top)
        return shadow

    def select(self, sieve: SoupSieve, under: Element | None = None) -> Iterator[Element]:
        """Return what *sieve* selects under an element, else in all that there is."""
        tag = self.top if under is None else self.tags[under]
        found = sieve.iselect(self.top if tag.parent is self.top else tag)
        return (self.elements[id(each)] for each in found)

    def closest(self, sieve: SoupSieve, element: Element) -> Element | None:
        """Return the first of *element* and what is around it that *sieve* selects."""
        found = sieve.closest(self.tags[element])
        return None if found is None else self.elements[id(found)]

    def _grow(self, element: Element, parent: Tag) -> None:
        attributes = {str(name): str(value) for name, value in element.attrib.items()}
        tag = Tag(name=element.tag, attrs=attributes, parent=parent, previous=self.last)
        self.tags[element], self.elements[id(tag)] = tag, element
        parent.contents.append(tag)
        self.last = tag
        self._hang(element.text, tag)
        for inner in element:
            if isinstance(inner.tag, str):
                self._grow(inner, tag)
            self._hang(inner.tail, tag)

    def _hang(self, text: str | None, parent: Tag) -> None:
        if text:
            string = NavigableString(text)
            string.setup(parent, self.last)
            parent.contents.append(string)
            self.last = string


@lru_cache(maxsize=16)
def shadow_of(root: Element) -> Shadow:
    """Return the shadow of a document, as long as it is read."""
    return Shadow.of_document(root)
