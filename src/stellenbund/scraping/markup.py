"""Markup: the lines that a reader sees in a piece of HTML, and the piece itself."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from bs4 import Tag
from bs4.element import CData, NavigableString
from soupsieve import SoupSieve

from stellenbund.domain.normalisers.characters import stripped

_BLOCKS = (
    "address article aside blockquote br caption dd details div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary"
    " table tbody td tfoot th thead tr ul"
)
BLOCKS = frozenset(_BLOCKS.split())
"""Elements that begin and end a line."""

_SEEN = (NavigableString, CData)


@dataclass(frozen=True, slots=True)
class Line:
    """The runs of text that stand on one line, and the element which makes it a line."""

    block: Tag
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
    return line if is_plain else " ".join(stripped(line).split())


def lines(tag: Tag) -> Iterator[Line]:
    """Yield the lines under *tag* that hold any text, in the order of the document."""
    blocks = {id(tag): tag}
    block, runs = tag, list[str]()
    for node in tag.descendants:
        if isinstance(node, Tag):
            begins = node.name in BLOCKS
            blocks[id(node)] = node if begins else blocks[id(node.parent)]
            ends = begins
        elif type(node) in _SEEN:
            ends = blocks[id(node.parent)] is not block
        else:
            continue
        if ends:
            yield from _line(block, runs)
            block, runs = blocks[id(node if isinstance(node, Tag) else node.parent)], []
        if not isinstance(node, Tag):
            runs.append(str(node))
    yield from _line(block, runs)


def _line(block: Tag, runs: list[str]) -> Iterator[Line]:
    """Yield the line that *runs* make, unless they are blank."""
    if any(run.strip() for run in runs):
        yield Line(block, tuple(runs))


def plain(tag: Tag) -> str | None:
    """Return the text of *tag* on one line, or ``None`` where it holds none."""
    return " ".join(str(line) for line in lines(tag)).strip() or None


def inner_html(tag: Tag) -> str:
    """Return the markup inside *tag*."""
    return stripped(tag.decode_contents()).strip()


def first_within(tag: Tag, names: Container[str]) -> Tag | None:
    """Return the first element under *tag* that has one of *names*."""
    inner = (node for node in tag.descendants if isinstance(node, Tag))
    return next((node for node in inner if node.name in names), None)


def outermost(selected: SoupSieve, root: Tag) -> list[Tag]:
    """Return what *selected* finds under *root*, without what lies within another finding."""
    found: list[Tag] = selected.select(root)
    known = {id(tag) for tag in found}
    return [tag for tag in found if not any(id(each) in known for each in tag.parents)]
