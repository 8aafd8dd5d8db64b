"""Markup: the lines that a reader sees in a piece of HTML, and the piece itself."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple

from lxml import etree

from stellenbund.domain.normalisers.characters import stripped

Element = etree._Element  # noqa: SLF001 - lxml gives the class of its elements no other name
"""An element of an HTML document."""

_BLOCKS = (
    "address article aside blockquote br caption dd details div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary"
    " table tbody td tfoot th thead tr ul"
)
BLOCKS = frozenset(_BLOCKS.split())
"""Elements that begin and end a line."""

_UNSEEN = frozenset({"script", "style", "template", "rt", "rp"})


class Line(NamedTuple):
    """The runs of text that stand on one line, and the element which makes it a line."""

    block: Element
    runs: tuple[str, ...]

    def __str__(self) -> str:
        """Return the line as a reader sees it."""
        return one_line("".join(self.runs))


def one_line(text: str) -> str:
    """Return *text* without invisible characters, each stretch of white space as one blank.

    >>> one_line("Verwaltungs\u00adfach\u200bangestellte\u00a0 (m/w/d)")
    'Verwaltungsfachangestellte (m/w/d)'
    """
    line = " ".join(text.split())
    is_plain = line.isascii() and line.isprintable()
    visible = line if is_plain else stripped(line)
    return line if visible is line else " ".join(visible.split())


@dataclass(slots=True)
class _Lines:
    """The lines found so far, and the one that is still open."""

    block: Element
    runs: list[str] = field(default_factory=list)
    found: list[Line] = field(default_factory=list)

    def read(self, tag: Element, block: Element) -> None:
        """Take the texts of *tag*, which stand in *block*."""
        if text := tag.text:
            self.take(text, block)
        for inner in tag:
            name = inner.tag
            if name in BLOCKS:
                self.end(inner)
                self.read(inner, inner)
            elif isinstance(name, str) and name not in _UNSEEN:
                self.read(inner, block)
            if text := inner.tail:
                self.take(text, block)

    def take(self, text: str, block: Element) -> None:
        """Put *text* on the line of *block*; it is another one if that is another block."""
        if block is not self.block:
            self.end(block)
        self.runs.append(text)

    def end(self, following: Element) -> None:
        """Close the line, unless it is blank, and begin one in the *following* block."""
        if "".join(self.runs).strip():
            self.found.append(Line(self.block, tuple(self.runs)))
        self.block, self.runs = following, []


def lines(tag: Element) -> list[Line]:
    """Return the lines under *tag* that hold any text, in the order of the document."""
    every = _Lines(tag)
    every.read(tag, tag)
    every.end(tag)
    return every.found


def plain(tag: Element) -> str | None:
    """Return the text of *tag* on one line, or ``None`` where it holds none."""
    if len(tag) == 0:
        return one_line(tag.text or "") or None
    return " ".join(str(line) for line in lines(tag)).strip() or None


def inner_html(tag: Element) -> str:
    """Return the markup inside *tag*."""
    return html_of(tag.text, tag)


def html_of(text: str | None, tags: Iterable[Element]) -> str:
    """Return the markup of *text* and of *tags*, each with the text behind it."""
    inner = "".join(etree.tostring(tag, encoding="unicode", method="html") for tag in tags)
    return stripped(escape(text or "", quote=False) + inner).strip()
