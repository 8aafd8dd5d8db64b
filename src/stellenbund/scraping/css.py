"""CSS: what a selector selects among the elements of a document."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import soupsieve
from lxml import etree
from soupsieve import SoupSieve

from stellenbund.scraping.markup import Element
from stellenbund.scraping.shadow import Shadow, shadow_of

_SHAPE = r"(?:[a-z][a-z0-9]*)?(?:\.[\w-]+)*"
_STATED = r"\[([\w-]+)(?:[~|^$*]?=[^\]]*)?\]"
_SHAPES = re.compile(rf"{_SHAPE}(?:\s*,\s*{_SHAPE})*")
_HEADED = re.compile(rf"(?P<head>(?=[a-z.[]){_SHAPE}(?:{_STATED})*)(?:\s[^+~,:]*)?")
"""What begins with a shape and asks for nothing that could stand outside of it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The name of an element, if it matters, with classes and attributes that it has."""

    name: str | None
    classes: frozenset[str]
    attributes: frozenset[str]

    @classmethod
    def of(cls, css: str) -> "Shape":
        """Return the shape that *css*, a name with classes and attributes, asks for.

        >>> Shape.of("a.weiter[href]").name
        'a'
        """
        names, *stated = css.partition("[")
        name, *classes = names.strip().split(".")
        attributes = re.findall(_STATED, "".join(stated))
        return cls(name or None, frozenset(classes), frozenset(attributes))

    def path(self, axis: str) -> str:
        """Return the XPath of what alone may fit: its class attribute holds one of the classes."""
        return f"{axis}::{self.name or '*'}/@class[contains(., '{max(self.classes, key=len)}')]/.."

    def fits(self, tag: Element) -> bool:
        """Say whether *tag* is of this shape."""
        if self.name is not None and tag.tag != self.name:
            return False
        stated = tag.get("class") if self.classes else ""
        is_classed = stated is not None and self.classes.issubset(stated.split())
        return is_classed and None not in map(tag.get, self.attributes)


@dataclass(frozen=True, slots=True)
class Css:
    """A selector that is ready to select.

    Most ask for a name and classes alone, so what is of one of *shapes* is selected. Of others
    soupsieve knows; it needs a tree of its own, which holds what is of the one shape with which
    the selector begins, or else the whole document.
    """

    sieve: SoupSieve
    shapes: tuple[Shape, ...]
    is_plain: bool
    inside: etree.XPath | None = field(default=None, compare=False)
    anywhere: etree.XPath | None = field(default=None, compare=False)

    @classmethod
    def of(cls, css: str) -> "Css":
        """Return what selects *css*.

        Raises:
            SelectorSyntaxError: it is mistyped.
        """
        sieve = soupsieve.compile(css)
        is_plain = _SHAPES.fullmatch(css) is not None
        headed = None if is_plain else _HEADED.fullmatch(css)
        heads = css.split(",") if is_plain else [headed["head"]] if headed else []
        shapes = tuple(map(Shape.of, heads))
        paths = (_path(shapes, "descendant"), _path(shapes, "descendant-or-self"))
        return cls(sieve, shapes, is_plain, *paths)

    def select(self, root: Element) -> list[Element]:
        """Return what is selected under *root*, in the order of the document."""
        return list(self._selected(root))

    def first(self, root: Element) -> Element | None:
        """Return the first element that is selected under *root*."""
        return next(self._selected(root), None)

    def closest(self, tag: Element) -> Element | None:
        """Return the first of *tag* and the elements around it that is selected."""
        return shadow_of(root_of(tag)).closest(self.sieve, tag)

    def outermost(self, root: Element) -> list[Element]:
        """Return what is selected under *root*, without what lies within another finding."""
        return _outermost(self.select(root))

    def _selected(self, root: Element) -> Iterator[Element]:
        if self.is_plain:
            return self._of_shapes(self._looked_at(root))
        if not self.shapes or any(True for _ in self._of_shapes((root, *root.iterancestors()))):
            return shadow_of(root_of(root)).select(self.sieve, root)
        heads = _outermost(list(self._of_shapes(self._looked_at(root))))
        return Shadow.of(heads).select(self.sieve) if heads else iter(())

    def _looked_at(self, root: Element) -> Iterable[Element]:
        """Return what may be of the shapes; the outermost element of a document counts as in it."""
        is_outermost = root.getparent() is None
        if path := self.anywhere if is_outermost else self.inside:
            return path(root)  # type: ignore[return-value]  # elements, as it ends with them
        names = {each.name or "*" for each in self.shapes}
        return root.iter(*names) if is_outermost else root.iterdescendants(*names)

    def _of_shapes(self, tags: Iterable[Element]) -> Iterator[Element]:
        for tag in tags:
            for each in self.shapes:
                if each.fits(tag):
                    yield tag
                    break


def _path(shapes: Iterable[Shape], axis: str) -> etree.XPath | None:
    """Return what lets libxml2 look for elements of *shapes*, if all of them have classes."""
    is_classed = all(each.classes for each in shapes)
    paths = [each.path(axis) for each in shapes if is_classed]
    return etree.XPath(" | ".join(paths)) if paths else None


def _outermost(tags: list[Element]) -> list[Element]:
    known = set(tags)
    return [tag for tag in tags if known.isdisjoint(tag.iterancestors())]


def classes_of(tag: Element) -> list[str]:
    """Return the names of the classes of *tag*."""
    return (tag.get("class") or "").split()


def escaped(name: str) -> str:
    """Return *name* as it is written in a selector."""
    return soupsieve.escape(name)


def root_of(tag: Element) -> Element:
    """Return the outermost element around *tag*."""
    return tag.getroottree().getroot()
