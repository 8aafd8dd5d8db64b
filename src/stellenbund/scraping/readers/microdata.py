"""Microdata: the JobPostings that stand in a page's own markup, as microdata or as RDFa."""

from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from stellenbund.scraping.markup import Element, inner_html, plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.json_ld import Node, types_of

_MOST_CHARACTERS = 1_000_000
"""Of all values of a page together; nested ones would otherwise multiply."""

_MOST_VALUES = 50
_LEAST_COST = 100
"""Characters that a value counts for at least, so that empty ones come to an end too."""

_MARKED_UP = frozenset(
    {"description", "responsibilities", "qualifications", "skills", "jobBenefits"}
)
_ATTRIBUTES = {
    "a": "href",
    "area": "href",
    "link": "href",
    "img": "src",
    "time": "datetime",
    "data": "value",
    "meter": "value",
}


@dataclass(frozen=True, slots=True)
class Syntax:
    """Which attributes begin an item, name its type and name a property."""

    scope: str
    kind: str
    name: str


MICRODATA = Syntax(scope="itemscope", kind="itemtype", name="itemprop")
RDFA = Syntax(scope="typeof", kind="typeof", name="property")


@dataclass(frozen=True, slots=True)
class Item:
    """What an item states, and the element that it is; in JSON-LD it is none."""

    node: Node
    tag: Element | None = None


@dataclass(slots=True)
class _Items:
    """The items of a page, found in one pass over its elements."""

    syntax: Syntax
    found: dict[Element, dict[str, object]] = field(default_factory=dict)
    left: int = _MOST_CHARACTERS

    def visit(self, tag: Element) -> None:
        """Open the item that *tag* begins, and give its owner the property that it states."""
        if tag.get(self.syntax.scope) is not None:
            self.found[tag] = {"@type": (tag.get(self.syntax.kind) or "").split()}
        names = (tag.get(self.syntax.name) or "").split()
        if names and self.left > 0 and (owner := self._owner(tag)) is not None:
            value = self.found.get(tag) or self._text(tag, names)
            for name in names:
                _put(owner, name.rpartition(":")[2].rpartition("/")[2], value)

    def _owner(self, tag: Element) -> dict[str, object] | None:
        """Return the innermost item around *tag*."""
        return next((self.found[each] for each in tag.iterancestors() if each in self.found), None)

    def _text(self, tag: Element, names: list[str]) -> str | None:
        """Return the value of a property that is no item."""
        value = _value(tag, is_marked_up=any(name in _MARKED_UP for name in names))
        self.left -= max(len(value or ""), _LEAST_COST)
        return value


def read_markup(page: Page, syntax: Syntax) -> tuple[list[Item], set[str]]:
    """Return the JobPostings in the markup of *page*, and the types of all other items."""
    items = _Items(syntax)
    tags: list[Element] = _stating(syntax)(page.root)  # type: ignore[assignment]
    for tag in tags:
        items.visit(tag)
    types = {tag: types_of(node) for tag, node in items.found.items()}
    postings = [Item(node, tag) for tag, node in items.found.items() if "JobPosting" in types[tag]]
    return postings, set().union(*types.values()) - {"JobPosting"}


@cache
def _stating(syntax: Syntax) -> etree.XPath:
    """Return what finds the elements that begin an item or name a property, in their order."""
    return etree.XPath(f"//@{syntax.scope}/.. | //@{syntax.name}/..")


def _value(tag: Element, *, is_marked_up: bool) -> str | None:
    """Return what *tag* states: an attribute made for it, else its content."""
    stated = tag.get("content") or tag.get(_ATTRIBUTES.get(tag.tag, "content"))
    if stated is not None:
        return stated.strip() or None
    return inner_html(tag) or None if is_marked_up else plain(tag)


def _put(item: dict[str, object], name: str, value: object) -> None:
    """Give *item* one more value of a property."""
    values = item.setdefault(name, [])
    if isinstance(values, list) and len(values) < _MOST_VALUES:
        values.append(value)
