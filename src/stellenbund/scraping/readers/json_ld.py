"""JSON-LD: the JobPostings in a page's script blocks, however carelessly those are written."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from stellenbund.domain.finding import Finding, Severity, clip
from stellenbund.scraping.nesting import DEEPEST, inner_values, shallow
from stellenbund.scraping.page import Page

Node = Mapping[str, object]
"""An object of JSON-LD: its properties, with numbers as the text they were written in."""


_UNTYPED = "JSON ohne @type"
_WRAPPER = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*$")
_STRING_OR_COMMENT = re.compile(
    r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|//[^\n]*|/\*.*?(?:\*/|\Z)', re.DOTALL
)
_STRING_OR_COMMA = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|,(?=\s*[}\]])', re.DOTALL)


@dataclass(slots=True)
class Found:
    """JobPostings, the types of everything that is none, and what could not be read.

    Where nothing at all names its type, that stands in the place of the types.
    """

    postings: list[Node] = field(default_factory=list)
    types: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)


def read_json_ld(page: Page) -> Found:
    """Return what the JSON-LD of *page* holds; a block that is none costs only itself."""
    found = Found()
    blocks = list(_blocks(page))
    values = [value for block in blocks if (value := _value(block, page, found)) is not None]
    known = {
        str(node["@id"]): node for value in values for node in _nodes(value) if _is_known(node)
    }
    for value in values:
        for node in _nodes(value, within_postings=False):
            if "JobPosting" in types_of(node):
                found.postings.append(_resolved(node, known) if known else node)
            else:
                found.types.update(types_of(node))
    if values and not found.postings and not found.types:
        found.types.add(_UNTYPED)
    return found


def types_of(node: Node) -> set[str]:
    """Return the names of the node's types without their vocabulary.

    >>> sorted(types_of({"@type": ["schema:JobPosting", "https://schema.org/Thing"]}))
    ['JobPosting', 'Thing']
    """
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return {re.split(r"[/#:]", name)[-1] for name in names if isinstance(name, str) and name}


def _blocks(page: Page) -> Iterator[str]:
    """Yield the texts that may be JSON-LD: the whole document, or its script blocks."""
    if page.is_json:
        yield page.text
    else:
        yield from page.tree.scripts("ld+json")


def _value(block: str, page: Page, found: Found) -> object:
    """Return what *block* says, or ``None`` and a finding where it cannot be read."""
    try:
        return _parsed(block)
    except ValueError as error:
        found.findings.append(
            Finding(
                severity=Severity.WARNING,
                rule="json_ld.unreadable",
                message="Ein Block mit strukturierten Angaben (JSON-LD) ist fehlerhaft und wurde "
                f"übergangen: {error}",
                place=page.url,
                value=clip(block),
                remedy="Bitte den Betreiber der Seite bitten, den Block nach schema.org zu "
                "prüfen (validator.schema.org).",
            )
        )
        return None


def _parsed(block: str) -> object:
    """Read a block as it is, else repaired, else with its entities read.

    Raises:
        ValueError: it is no JSON even then, holds NaN, or is nested too deeply.
    """
    last = ValueError("leer")
    for mended in (str, _repaired, _unescaped):
        try:
            value = _DECODER.decode(mended(block))
        except RecursionError:
            last = ValueError(f"tiefer als {DEEPEST} Ebenen")
        except ValueError as error:
            last = error
        else:
            return shallow(value)
    raise last


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} ist keine Zahl")


# Numbers stay text: exact, of any length, and never infinite.
_DECODER = json.JSONDecoder(strict=False, parse_float=str, parse_int=str, parse_constant=_refuse)


def _unescaped(block: str) -> str:
    """Return *block* with its entities read, and repaired."""
    return _repaired(unescape(block))


def _repaired(block: str) -> str:
    """Return *block* without comments, wrappers of old times and commas before a bracket."""

    def keep_string(found: re.Match[str]) -> str:
        return found[0] if found[0].startswith('"') else " "

    bare = _WRAPPER.sub("", block)
    without_comments = _STRING_OR_COMMENT.sub(keep_string, bare)
    return _STRING_OR_COMMA.sub(keep_string, without_comments).strip().rstrip(";")


def _nodes(value: object, *, within_postings: bool = True) -> Iterator[Node]:
    """Yield all objects in *value*, outer ones first."""
    if isinstance(value, dict):
        yield value
        if not within_postings and "JobPosting" in types_of(value):
            return
    for inner in inner_values(value):
        yield from _nodes(inner, within_postings=within_postings)


def _is_known(node: Node) -> bool:
    """Say whether *node* says something about what it names, so that others may refer to it."""
    return isinstance(node.get("@id"), str) and len(node.keys() - {"@id", "@type"}) > 0


def _resolved(node: Node, known: Mapping[str, Node], left: int = 4) -> Node:
    """Return *node* with references to other nodes replaced by those, a few levels deep."""
    if left == 0:
        return node
    if node.keys() <= {"@id", "@type"} and isinstance(node.get("@id"), str):
        node = known.get(str(node["@id"]), node)
    return {name: _resolved_value(value, known, left - 1) for name, value in node.items()}


def _resolved_value(value: object, known: Mapping[str, Node], left: int) -> object:
    if isinstance(value, dict):
        return _resolved(value, known, left)
    if isinstance(value, list):
        return [_resolved_value(each, known, left) for each in value]
    return value
