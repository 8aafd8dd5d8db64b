"""Labels: values that stand beside a label, and texts that stand under a heading."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, zip_longest

from bs4 import Tag
from bs4.element import PageElement

from stellenbund.domain.normalisers.characters import stripped
from stellenbund.scraping.markup import Line, lines, one_line, plain

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CELLS = frozenset({"dd", "dt", "td", "th"})
_BETWEEN = re.compile(r"(?<!\s)\s++[|·•]\s+")
_LONGEST_LABEL = 60
_DEEPEST = 12
_MOST_LINES = 20_000
_MOST_IN_A_LINE = 20
_LONGEST_BOLD_HEADING = 90


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label as it was asked for, and the value beside it."""

    label: str
    value: str


def fold(label: str) -> str:
    """Return *label* without what does not matter: case, blanks, a colon at its end.

    >>> fold(" Bewerbungs\u00adfrist :")
    'bewerbungsfrist'
    """
    return one_line(label).casefold().rstrip(":*").strip()


def value_of(tag: Tag, names: Iterable[str]) -> str | None:
    """Return the value beside the first of *names* that has one under *tag*."""
    return next((found.value for found in find(tag, names)), None)


def find(tag: Tag, names: Iterable[str]) -> Iterator[Labelled]:
    """Yield each of *names* that stands under *tag* as a label, with the value beside it.

    A value stands on the label's own line, or else it is the next line (of a table or a
    definition list: the whole next cell).
    """
    return find_in(lines(tag), names)


def find_in(visible: Iterable[Line], names: Iterable[str]) -> Iterator[Labelled]:
    """Yield each of *names* that stands among *visible* lines as a label, with its value."""
    wanted: dict[str | None, str] = {fold(name): name for name in names}
    every_piece = (piece for line in visible for piece in _pieces(line))
    pieces = list(islice(every_piece, _MOST_LINES))
    for piece, following in zip_longest(pieces, pieces[1:]):
        label, value = _split(piece, wanted)
        if label is not None:
            value = value or _next_value(following, piece.block, wanted)
            if value:
                yield Labelled(wanted[label], value)


def _pieces(line: Line) -> Iterator[Line]:
    """Cut a line where another label begins within it."""
    runs = list[str]()
    for run in line.runs:
        starts_label = runs and run.strip().endswith(":") and len(run) <= _LONGEST_LABEL
        if starts_label or _BETWEEN.search(run):
            before, *after = (
                ("", run) if starts_label else _BETWEEN.split(run, maxsplit=_MOST_IN_A_LINE)
            )
            yield Line(line.block, (*runs, before))
            yield from (Line(line.block, (each,)) for each in after[:-1])
            runs = [after[-1]]
        else:
            runs.append(run)
    yield Line(line.block, tuple(runs))


def _split(piece: Line, wanted: Container[str | None]) -> tuple[str | None, str | None]:
    """Return the label and the value of a line; the label is ``None`` if it is not wanted."""
    before, _, after = "".join(piece.runs).partition(":")
    label = _label(before)
    if label in wanted:
        return label, one_line(after) or None
    first, *rest = [run for run in piece.runs if run.strip()] or [""]
    label = _label(first)
    return (label, one_line("".join(rest)) or None) if label in wanted else (None, None)


def _label(text: str) -> str | None:
    """Return *text* folded, if it is short enough to be a label."""
    text = text.strip()
    return fold(text) if len(text) <= _LONGEST_LABEL else None


def _next_value(following: Line | None, label: Tag, wanted: Container[str | None]) -> str | None:
    """Return the line after a label, or the whole cell after it; never another label."""
    if following is None or _split(following, wanted)[0] is not None:
        return None
    cell = _cell(following.block)
    if cell is None or cell is _cell(label):
        return str(following)
    return None if cell.name in {"dt", "th"} else plain(cell)


def _cell(block: Tag) -> Tag | None:
    """Return the cell of a table or definition list that *block* is or stands in."""
    around = (block, *islice(block.parents, _DEEPEST))
    return next((each for each in around if each.name in _CELLS), None)


def section_under(tag: Tag, *names: str) -> str | None:
    """Return the markup between a heading and the next one.

    It is the first heading that begins with the first of *names*, else with the second, and so on.
    """
    headings = [(fold(plain(found) or ""), found) for found in tag.find_all(_is_heading)]
    for name in names:
        for text, heading in headings:
            if text.startswith(fold(name)) and (markup := _markup_under(heading)):
                return markup
    return None


def _markup_under(heading: Tag) -> str:
    return stripped("".join(str(each) for each in _until_next(heading))).strip()


def _is_heading(tag: Tag) -> bool:
    """Say whether *tag* is a heading, or a paragraph that is nothing but bold text."""
    if tag.name in _HEADINGS or tag.name == "dt":
        return True
    if tag.name != "p" or not (bold := tag.find(["strong", "b"])):
        return False
    text = plain(tag) or ""
    return len(text) <= _LONGEST_BOLD_HEADING and text == plain(bold)


def _until_next(heading: Tag) -> Iterator[PageElement]:
    """Yield what follows a heading up to the next that is no deeper, out of one wrapper."""
    start = heading
    while start.parent is not None and not _tags_after(start) and start.parent.name == "div":
        start = start.parent
    for node in start.next_siblings:
        if isinstance(node, Tag) and _ends(node, heading):
            return
        yield node


def _tags_after(tag: Tag) -> bool:
    """Say whether any text or element follows *tag* within its parent."""
    return any(isinstance(node, Tag) or str(node).strip() for node in tag.next_siblings)


def _ends(node: Tag, heading: Tag) -> bool:
    """Say whether *node* begins the next section after *heading*."""
    inside = node if _is_heading(node) else node.find(_HEADINGS)
    if inside is None:
        return False
    if heading.name in _HEADINGS:
        return inside.name in _HEADINGS and inside.name <= heading.name
    return True
