"""Header row: which row of a table names its columns."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stellenbund.feeds.columns import Key
from stellenbund.feeds.limits import LOOKED_AT, MOST_COLUMNS
from stellenbund.feeds.names import known_key, likeness, plain_name
from stellenbund.feeds.table import Cells

_ENOUGH = 2
_TITLES = {Key.TITLE, Key.PROFESSION}


class Header(NamedTuple):
    """The place of a header, counted from 0, and how many of its names are known."""

    place: int
    known: int


def find_header(rows: Sequence[Cells], chosen: Mapping[str, Key]) -> Header | None:
    """Return the row with the most known names among the first ones, or ``None`` if none has any.

    One name alone makes a header only where little else stands in the row.
    """
    counts = [_known(row, chosen) for row in rows[:LOOKED_AT]]
    best = max(counts, default=0)
    return Header(counts.index(best), best) if best else None


def _known(row: Cells, chosen: Mapping[str, Key]) -> int:
    cells = [cell for cell in row[:MOST_COLUMNS] if cell]
    keys = {chosen.get(plain_name(cell)) or known_key(cell) for cell in cells} - {None}
    if len(keys) < _ENOUGH:
        likely = [likeness(cell) for cell in cells]
        keys |= {like.key for like in likely if like and like.is_same}
    if len(keys) >= _ENOUGH or (keys & _TITLES and len(cells) <= _ENOUGH):
        return len(keys)
    return 0
