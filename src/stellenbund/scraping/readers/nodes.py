"""Nodes: texts out of schema.org's loose values, where one, many and nested stand for the same."""

from collections.abc import Iterable, Iterator

from stellenbund.domain.normalisers.characters import stripped
from stellenbund.scraping.readers.json_ld import Node

LONGEST = 64 * 1024
"""Characters of one value; no opening needs more."""

_NAMES = ("name", "value", "credentialCategory", "educationalLevel", "title", "@value", "text")


def each(node: Node, *names: str) -> Iterator[object]:
    """Yield the values of the first of *names* that has any, one by one."""
    for name in names:
        values = list(_flat(node.get(name)))
        if values:
            yield from values
            return


def words(node: Node, *names: str) -> str | None:
    """Return the texts of the first of *names* that has any, parted by commas."""
    for name in names:
        value = node.get(name)
        if isinstance(value, str) and value:  # as most are, and it costs a third of the rest
            return word(value)
        if values := list(_flat(value)):
            return ", ".join(dict.fromkeys(_texts(values))) or None
    return None


def markup(node: Node, *names: str) -> str | None:
    """Return the texts of all of *names* one below the other; they may be HTML."""
    found = (text for name in names for text in _texts(each(node, name)))
    return "\n".join(found) or None


def inner(node: Node, *names: str) -> Iterator[Node]:
    """Yield the values of the first of *names* that has any, as far as they are objects."""
    return (value for value in each(node, *names) if isinstance(value, dict))


def word(value: object) -> str | None:
    """Return the text that *value* is, or that an object calls its name or value."""
    if isinstance(value, dict):
        return _named(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return stripped(str(value)[:LONGEST]).strip() or None


def _named(node: Node) -> str | None:
    """Return what an object is called; a certificate with its subject, experience in months."""
    months, subject = words(node, "monthsOfExperience"), words(node, "about")
    if months:
        return f"{months} Monate Berufserfahrung"
    name = next((text for name in _NAMES if (text := words(node, name))), None)
    return f"{name} {subject}" if name and subject and "credentialCategory" in node else name


def is_true(node: Node, name: str) -> bool:
    """Say whether the flag *name* is set, as a boolean or in words."""
    return any(value is True or str(value).lower() in {"true", "1"} for value in each(node, name))


def _texts(values: Iterable[object]) -> Iterator[str]:
    return (text for value in values if (text := word(value)) is not None)


def _flat(value: object) -> Iterator[object]:
    """Yield what *value* holds, out of any lists, without the nulls."""
    if isinstance(value, list):
        for inner_value in value:
            yield from _flat(inner_value)
    elif value is not None and value != "":
        yield value
