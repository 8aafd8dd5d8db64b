"""CSS: what a selector selects among the elements of a document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import soupsieve
from soupsieve import SoupSieve

from stellenbund.scraping.markup import Element
from stellenbund.scraping.shadow import shadow_of

_NAMES = re.compile(r"([a-z][a-z0-9]*)?((?:\.[\w-]+)*)")


@dataclass(frozen=True, slots=True)
class Shape:
    """A name that elements have, if it matters, and the classes that they have besides."""

    name: str
    classes: frozenset[str]

    def within(self, root: Element) -> Iterator[Element]:
        """Yield the elements of this shape under *root*."""
        tags = root.iterdescendants(self.name)
        return (tag for tag in tags if self.classes.issubset(classes_of(tag)))


@dataclass(frozen=True, slots=True)
class Css:
    """A selector that is ready to select.

    One that asks for a name and classes alone, as most do, is a *shape*; all others are asked of
    soupsieve, which needs a tree of its own and looks at each element for long.
    """

    sieve: SoupSieve
    shape: Shape | None

    @classmethod
    def of(cls, css: str) -> "Css":
        """Return what selects *css*.

        Raises:
            SelectorSyntaxError: it is mistyped.
        """
        found = _NAMES.fullmatch(css)
        classes = frozenset(found[2].split(".")[1:]) if found else frozenset()
        shape = Shape(found[1] or "*", classes) if found else None
        return cls(soupsieve.compile(css), shape)

    def select(self, root: Element) -> list[Element]:
        """Return what is selected under *root*, in the order of the document."""
        if self.shape:
            return list(self.shape.within(root))
        shadow = shadow_of(root_of(root))
        return [shadow.elements[id(tag)] for tag in self.sieve.select(shadow.tags[root])]

    def first(self, root: Element) -> Element | None:
        """Return the first element that is selected under *root*."""
        return next(self.shape.within(root) if self.shape else iter(self.select(root)), None)

    def closest(self, tag: Element) -> Element | None:
        """Return the first of *tag* and the elements around it that is selected."""
        shadow = shadow_of(root_of(tag))
        found = self.sieve.closest(shadow.tags[tag])
        return None if found is None else shadow.elements[id(found)]

    def outermost(self, root: Element) -> list[Element]:
        """Return what is selected under *root*, without what lies within another finding."""
        found = self.select(root)
        known = set(found)
        return [tag for tag in found if known.isdisjoint(tag.iterancestors())]


def classes_of(tag: Element) -> list[str]:
    """Return the names of the classes of *tag*."""
    return (tag.get("class") or "").split()


def escaped(name: str) -> str:
    """Return *name* as it is written in a selector."""
    return soupsieve.escape(name)


def root_of(tag: Element) -> Element:
    """Return the outermost element around *tag*."""
    return tag.getroottree().getroot()
