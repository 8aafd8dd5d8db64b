"""Feed document: a feed in XML as a tree, without its wishes for entities, files or network."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

MOST_TAGS = 500_000
"""A feed of 2,000 openings with long texts has about 300,000; each costs some 200 bytes."""

CDATA, CDATA_END = "<![CDATA[", "]]>"

_BEFORE_ROOT = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE", re.IGNORECASE)
_AMPERSAND = re.compile(r"&(?!#\d{1,7};|#x[0-9a-fA-F]{1,6};)(?:(amp|lt|gt|quot|apos);)?")
_NUMBERS = {"amp": 38, "lt": 60, "gt": 62, "quot": 34, "apos": 39}
_LAST_TAG = re.compile(r"<([\w:.-]{1,60})(?:\s[^<>]{0,200})?>\s*\Z")
_TAG_LOOKED_AT = 400
_SECTION = re.compile(r"<!\[CDATA\[.*?\]\]>", re.DOTALL)


class DoctypeError(ValueError):
    """A document declares a type: web pages do, and so do those that mean harm; feeds do not."""


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """The root; if the document had to be mended its markup too, without what CDATA holds."""

    root: Element
    mended: str | None = None

    @property
    def is_cut(self) -> bool:
        """Whether the end of the document is missing."""
        return self.mended is not None and f"</{_written(self.root)}" not in self.mended

    def begins(self, *names: str) -> int:
        """Count how often an element of one of *names* begins in the markup that was mended.

        What cannot be mended may cost elements of the tree; here they still stand.
        """
        begin = rf"<(?:[\w.-]{{1,60}}:)?(?:{'|'.join(names)})[\s>/]"
        return len(re.findall(begin, self.mended or ""))


class Name(NamedTuple):
    """An element's namespace, or where it was never declared its bare prefix, and local name."""

    space: str
    local: str


def read_xml(text: str) -> FeedDocument:
    """Return *text* as a tree; what is ill-formed is mended as far as that loses nothing.

    Raises:
        DoctypeError: the document declares a type.
        ValueError: it is no XML, or has more tags than any feed.
    """
    if _declares_type(text):
        raise DoctypeError("a document type is declared")
    if text.count("<") > MOST_TAGS:
        raise ValueError(f"more than {MOST_TAGS} tags")
    root = _parsed(text.strip(), recover=False)
    if root is not None:
        return FeedDocument(root)
    whole = mended(text.strip())
    root = _parsed(whole, recover=True)
    if root is None:
        raise ValueError("no XML")
    return FeedDocument(root, mended=_SECTION.sub("", whole))


def _declares_type(text: str) -> bool:
    """Say whether a document type stands before the root of *text*."""
    at = 0
    while aside := _BEFORE_ROOT.match(text, at):
        at = aside.end()
    return _DOCTYPE.match(text, at) is not None


def name_of(element: Element) -> Name:
    """Return the name of *element*."""
    space, _, local = str(element.tag).rpartition("}")
    if space:
        return Name(space[1:], local)
    prefix, _, local = local.rpartition(":")
    return Name(prefix, local)


def mended(text: str) -> str:
    """Return *text* with ampersands written as numbers and cut CDATA sections closed.

    Beyond the first fault libxml2 drops what an ampersand begins, be it stray or not, unless it is
    a number. A section whose end is missing would swallow the entries up to the end of another
    one; it ends where its element does.

    >>> mended("<a>Koch & Kellner</a><b><![CDATA[Ruf an</b><c><![CDATA[x & y]]></c>")
    '<a>Koch &#38; Kellner</a><b><![CDATA[Ruf an]]></b><c><![CDATA[x & y]]></c>'
    """
    before, *sections = text.split(CDATA)
    pieces = [_numbered(before)]
    for section in sections:
        inside, after = _ended(section, pieces[-1])
        pieces.append(f"{CDATA}{inside}{CDATA_END}{_numbered(after)}")
    return "".join(pieces)


def _numbered(markup: str) -> str:
    """Return *markup* with each ampersand and what it stands for as a number."""
    return _AMPERSAND.sub(lambda found: f"&#{_NUMBERS[found[1] or 'amp']};", markup)


def _ended(section: str, before: str) -> tuple[str, str]:
    """Return what a CDATA section holds and what follows it, given what stands *before* it."""
    inside, end, after = section.partition(CDATA_END)
    if end:
        return inside, after
    tag = _LAST_TAG.search(before[-_TAG_LOOKED_AT:])
    inside, closing, after = section.partition(f"</{tag[1]}>") if tag else (section, "", "")
    return inside, closing + after


def _parsed(text: str, *, recover: bool) -> Element | None:
    """Return the root of *text*, or ``None``."""
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        return None


def _written(root: Element) -> str:
    """Return the name of *root* as the document writes it."""
    tag = str(root.tag).rpartition("}")[2]
    return f"{root.prefix}:{tag}" if root.prefix else tag
