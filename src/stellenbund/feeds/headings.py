"""Headings: what the names over the columns of a file mean."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from stellenbund.feeds.columns import COLUMNS, NOTES, SUGGESTION, Key
from stellenbund.feeds.names import known_key, likeness, plain_name
from stellenbund.feeds.places import column_letters
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.feeds.sayings import finding

_OURS = (NOTES.key, SUGGESTION.key)
_OF_MANY = {None, Key.ADDITIONAL, Key.IGNORED}
"""What several columns of one file may mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """One column as the file names it, with what it means; ``None`` where nobody knows.

    *position* counts from 0. An unnamed column is called by its letters. *near* is the known
    column that an unknown one may be meant to be, *first* the column that means the same already.
    A column without a key is not read; of one that is hidden in the file a person must say that it
    is to be.
    """

    position: int
    name: str
    key: Key | None = None
    near: Key | None = None
    first: str | None = None
    is_chosen: bool = False
    is_similar: bool = False
    is_named: bool = True
    is_hidden: bool = False


def read_headings(
    cells: Sequence[str],
    *,
    width: int,
    chosen: Mapping[str, Key],
    hidden: Collection[int] = frozenset(),
) -> tuple[Heading, ...]:
    """Return what *width* columns mean: as *chosen* before, else by name, else by a like name.

    *hidden* are the positions of those that the file hides.
    """
    names = [*cells, *[""] * (width - len(cells))]
    found = [_heading(position, name, chosen) for position, name in enumerate(names)]
    shown = [_unread(each) if each.position in hidden else each for each in found]
    return tuple(_each_once(_without_foreign_notes(shown)))


def _heading(position: int, name: str, chosen: Mapping[str, Key]) -> Heading:
    called = name or f"Spalte {column_letters(position)}"
    heading = Heading(position=position, name=called, is_named=bool(name))
    if key := chosen.get(plain_name(called)):
        return replace(heading, key=key, is_chosen=True)
    key, like = known_key(name), likeness(name)
    if key or like is None:
        return replace(heading, key=key)
    key = like.key if like.is_same else None
    return replace(heading, key=key, near=like.key, is_similar=like.is_same)


def _unread(heading: Heading) -> Heading:
    """Return a hidden column as one that is not read, unless a person said that it is to be."""
    if heading.is_chosen or heading.key in _OURS:
        return heading
    near = heading.key or heading.near
    return replace(heading, key=None, near=near, is_similar=False, is_hidden=True)


def _without_foreign_notes(headings: Sequence[Heading]) -> list[Heading]:
    """Take our two columns for ours only side by side; alone, a city's own "Hinweise" is meant."""
    keys = [heading.key for heading in headings]
    pairs = (place for place in range(len(keys)) if tuple(keys[place : place + 2]) == _OURS)
    first = next(pairs, None)
    ours = set() if first is None else {first, first + 1}
    return [
        replace(heading, key=None)
        if heading.key in _OURS and heading.position not in ours
        else heading
        for heading in headings
    ]


def _each_once(headings: Sequence[Heading]) -> Iterator[Heading]:
    """Let each meaning be that of one column: the chosen one, the surely known one, the first."""
    holders: dict[Key, Heading] = {}
    for heading in sorted(headings, key=_sureness):
        if heading.key is not None and heading.key not in _OF_MANY:
            holders.setdefault(heading.key, heading)
    for heading in headings:
        holder = holders.get(heading.key) if heading.key else None
        if holder is None or holder is heading:
            yield heading
        else:
            yield replace(heading, key=None, near=heading.key, first=holder.name)


def _sureness(heading: Heading) -> tuple[bool, bool, int]:
    return not heading.is_chosen, heading.is_similar, heading.position


def heading_findings(headings: Sequence[Heading], *, row: int) -> Iterator[RowFinding]:
    """Yield what a person should know about the headings in *row*."""
    for heading in headings:
        if rule := _rule(heading):
            yield finding(
                rule,
                row=row,
                column=heading.name,
                value=heading.name,
                read=COLUMNS[heading.near].header if heading.near else "",
                first=heading.first,
                suggestion_column=None if heading.first else heading.near,
            )
    if not {Key.TITLE, Key.PROFESSION} & {heading.key for heading in headings}:
        yield finding("column.needed", row=row, needed=COLUMNS[Key.TITLE].header)


def _rule(heading: Heading) -> str | None:
    if heading.first:
        return "column.twice"
    if heading.is_hidden:
        return "column.hidden"
    if not heading.is_named and heading.key is None:
        return "column.unnamed"
    if heading.is_similar:
        return "column.similar"
    if heading.key is None:
        return "column.near" if heading.near else "column.unknown"
    return None
