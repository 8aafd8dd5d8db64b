"""Labels: values that stand beside a label."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, zip_longest

from stellenbund.scraping.markup import Element, Line, lines, one_line, plain

_CELLS = frozenset({"dd", "dt", "td", "th"})
_BETWEEN = re.compile(r"(?<!\s)\s++[|·•]\s+")
_LONGEST_LABEL = 60
_MOST_LINES = 20_000
_MOST_IN_A_LINE = 20


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


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or the part of one that has a label of its own, with what may be labels in it.

    *before* is what stands before its first colon, *first* its first run of text; both are folded,
    and ``None`` where they are too long to be labels.
    """

    block: Element
    runs: tuple[str, ...]
    before: str | None
    first: str | None

    def split(self, wanted: Container[str]) -> tuple[str | None, str | None]:
        """Return the label and the value of the piece; the label is ``None`` if not wanted."""
        if self.before is not None and self.before in wanted:
            return self.before, one_line("".join(self.runs).partition(":")[2]) or None
        if self.first is not None and self.first in wanted:
            rest = [run for run in self.runs if run.strip()][1:]
            return self.first, one_line("".join(rest)) or None
        return None, None

    def __str__(self) -> str:
        """Return the piece as a reader sees it."""
        return one_line("".join(self.runs))


def value_of(tag: Element, names: Iterable[str]) -> str | None:
    """Return the value beside the first of *names* that has one under *tag*."""
    return next((found.value for found in find(tag, names)), None)


def find(tag: Element, names: Iterable[str]) -> Iterator[Labelled]:
    """Yield each of *names* that stands under *tag* as a label, with the value beside it.

    A value stands on the label's own line, or else it is the next line (of a table or a
    definition list: the whole next cell).
    """
    return _find(_pieces_under(tag), tuple(names))


def find_in(visible: Iterable[Line], names: Iterable[str]) -> Iterator[Labelled]:
    """Yield each of *names* that stands among *visible* lines as a label, with its value."""
    return _find(_all_pieces(visible), tuple(names))


def _find(pieces: Sequence[Piece], names: tuple[str, ...]) -> Iterator[Labelled]:
    wanted = _by_fold(names)
    for piece, following in zip_longest(pieces, pieces[1:]):
        label, value = piece.split(wanted)
        if label is not None:
            value = value or _next_value(following, piece.block, wanted)
            if value:
                yield Labelled(wanted[label], value)


@lru_cache(maxsize=256)
def _by_fold(names: tuple[str, ...]) -> dict[str, str]:
    """Return the names of labels by what they look like in a piece."""
    return {folded: name for name in names if (folded := fold(name))}


@lru_cache(maxsize=16)
def _pieces_under(tag: Element) -> tuple[Piece, ...]:
    """Return the pieces under an element; one selector after another asks for them."""
    return _all_pieces(lines(tag))


def _all_pieces(visible: Iterable[Line]) -> tuple[Piece, ...]:
    every = (piece for line in visible for piece in _pieces(line))
    return tuple(_piece(line) for line in islice(every, _MOST_LINES))


def _piece(line: Line) -> Piece:
    before, first = "".join(line.runs).partition(":")[0], _first(line.runs)
    return Piece(line.block, line.runs, _label(before), _label(first))


def _first(runs: Iterable[str]) -> str:
    return next((run for run in runs if run.strip()), "")


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


def _label(text: str) -> str | None:
    """Return *text* folded, if it is short enough to be a label."""
    text = text.strip()
    return _folded(text) or None if len(text) <= _LONGEST_LABEL else None


@lru_cache(maxsize=4_096)
def _folded(text: str) -> str:
    """Return a short text folded as it was before: labels repeat from page to page."""
    return fold(text)


def _next_value(following: Piece | None, label: Element, wanted: Container[str]) -> str | None:
    """Return the line after a label, or the whole cell after it; never another label."""
    if following is None or following.split(wanted)[0] is not None:
        return None
    cell = _cell(following.block)
    if cell is None or cell is _cell(label):
        return str(following)
    return None if cell.tag in {"dt", "th"} else plain(cell)


def _cell(block: Element) -> Element | None:
    """Return the cell of a table or definition list that *block* is or stands in."""
    return block if block.tag in _CELLS else next(block.iterancestors(*_CELLS), None)
