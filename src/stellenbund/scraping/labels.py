"""Labels: values that stand beside a label."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice, starmap
from typing import NamedTuple

from stellenbund.scraping.markup import Element, Line, lines, one_line, plain

_CELLS = frozenset({"dd", "dt", "td", "th"})
_BETWEEN = re.compile(r"(?<!\s)\s++[|·•]\s+")
_LONGEST_LABEL = 60
_MOST_LINES = 20_000
_MOST_IN_A_LINE = 20


class Labelled(NamedTuple):
    """A label as it was asked for, and the value beside it."""

    label: str
    value: str


def fold(label: str) -> str:
    """Return *label* without what does not matter: case, blanks, a colon at its end.

    >>> fold(" Bewerbungs\u00adfrist :")
    'bewerbungsfrist'
    """
    return one_line(label).casefold().rstrip(":*").strip()


class Piece(NamedTuple):
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
    return _find(*_pieces_under(tag), tuple(names))


def find_in(visible: Iterable[Line], names: Iterable[str]) -> Iterator[Labelled]:
    """Yield each of *names* that stands among *visible* lines as a label, with its value."""
    pieces = _all_pieces(visible)
    return _find(pieces, _places(pieces), tuple(names))


def _find(
    pieces: Sequence[Piece], places: Mapping[str, Sequence[int]], names: tuple[str, ...]
) -> Iterator[Labelled]:
    """Look for *names* in those of *pieces* alone in whose *places* they stand."""
    wanted = _by_fold(names)
    for place in sorted({at for name in wanted.keys() & places.keys() for at in places[name]}):
        label, value = pieces[place].split(wanted)
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        value = value or _next_value(following, pieces[place].block, wanted)
        if label and value:
            yield Labelled(wanted[label], value)


@lru_cache(maxsize=256)
def _by_fold(names: tuple[str, ...]) -> dict[str, str]:
    """Return the names of labels by what they look like in a piece."""
    return {folded: name for name in names if (folded := fold(name))}


@lru_cache(maxsize=16)
def _pieces_under(tag: Element) -> tuple[tuple[Piece, ...], Mapping[str, Sequence[int]]]:
    """Return the pieces under an element; one selector after another asks for them."""
    pieces = _all_pieces(lines(tag))
    return pieces, _places(pieces)


def _places(pieces: Sequence[Piece]) -> Mapping[str, Sequence[int]]:
    """Return the places of the pieces in which each label may stand."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, (_, _, before, first) in enumerate(pieces):
        if before:
            places[before].append(place)
        if first and first != before:
            places[first].append(place)
    return places


def _all_pieces(visible: Iterable[Line]) -> tuple[Piece, ...]:
    every = chain.from_iterable(map(_pieces, visible))
    return tuple(starmap(_piece, islice(every, _MOST_LINES)))


def _piece(block: Element, runs: tuple[str, ...]) -> Piece:
    first = runs[0] if len(runs) == 1 else next((run for run in runs if run.strip()), "")
    before = "".join(runs).partition(":")[0]
    label = _label(first)
    return Piece(block, runs, label if before == first else _label(before), label)


def _pieces(line: Line) -> Iterable[Line]:
    """Return a line, cut where another label begins within it."""
    is_whole = len(line.runs) == 1 and not _is_parted(line.runs[0])
    return (line,) if is_whole else _cut(line)


def _cut(line: Line) -> Iterator[Line]:
    runs = list[str]()
    for run in line.runs:
        starts_label = runs and run.strip().endswith(":") and len(run) <= _LONGEST_LABEL
        if starts_label or _is_parted(run):
            before, *after = (
                ("", run) if starts_label else _BETWEEN.split(run, maxsplit=_MOST_IN_A_LINE)
            )
            yield Line(line.block, (*runs, before))
            yield from (Line(line.block, (each,)) for each in after[:-1])
            runs = [after[-1]]
        else:
            runs.append(run)
    yield Line(line.block, tuple(runs))


def _is_parted(run: str) -> bool:
    """Say whether a sign between blanks parts *run*; the pattern alone would try each blank."""
    has_sign = "|" in run or "·" in run or "•" in run
    return has_sign and _BETWEEN.search(run) is not None


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
