"""Selecting: the CSS that selects just these elements of a page."""

from collections.abc import Iterator, Sequence
from itertools import islice

from stellenbund.scraping.css import Css, classes_of, escaped
from stellenbund.scraping.markup import Element

_DEEPEST = 6
_MOST_CLASSES = 8
_EXTRA = 0.2
"""Share of other elements that may be selected besides, if nothing selects more exactly."""


def css_for(tags: Sequence[Element], root: Element) -> str | None:
    """Return the simplest CSS that selects *tags* under *root* and next to nothing else.

    Names of classes are preferred, the way from an element around them comes next. ``None``
    where no such CSS is found.
    """
    wanted = set(tags)
    best: tuple[int, str] | None = None
    for css in _candidates(tags):
        found = set(Css.of(css).select(root))
        extra = len(found - wanted)
        if not wanted <= found or extra > _EXTRA * len(wanted):
            continue
        if best is None or extra < best[0]:
            best = extra, css
        if not extra:
            break
    return best[1] if best else None


def _candidates(tags: Sequence[Element]) -> Iterator[str]:
    """Yield selectors that fit all of *tags*, the simplest first."""
    name = tags[0].tag
    for css_class in _shared_classes(tags):
        yield f"{name}.{escaped(css_class)}"
    ways = [_ways_to(tag) for tag in tags]
    for depth, steps in enumerate(ways[0]):
        if all(ways_to[depth : depth + 1] == [steps] for ways_to in ways):
            yield steps


def _ways_to(tag: Element) -> list[str]:
    """Return selectors that lead to *tag* from ever further ancestors that have a name."""
    ways, steps = [], tag.tag
    for ancestor in islice(tag.iterancestors(), _DEEPEST):
        named = _named(ancestor)
        if named:
            ways.append(f"{named} > {steps}")
        steps = f"{ancestor.tag} > {steps}"
    return ways


def _named(tag: Element) -> str | None:
    """Return how *tag* is selected by its own name, if it has one."""
    classes = classes_of(tag)
    if classes:
        return f"{tag.tag}.{escaped(classes[0])}"
    identity = tag.get("id")
    if identity:
        return f"#{escaped(identity)}"
    return tag.tag if tag.tag in {"main", "article", "body"} else None


def _shared_classes(tags: Sequence[Element]) -> list[str]:
    """Return the classes that all of *tags* have, in the order of the first."""
    each = [classes_of(tag) for tag in tags]
    shared = (name for name in each[0] if all(name in names for names in each))
    return list(islice(shared, _MOST_CLASSES))
