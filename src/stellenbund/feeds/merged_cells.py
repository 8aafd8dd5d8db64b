"""Merged cells: what one cell of a sheet says for several rows or columns."""

from collections.abc import Sequence

from stellenbund.feeds.places import cell_name

Corner = tuple[int, int]
"""Row and column of a cell, counted from 0."""

Range = tuple[Corner, Corner]
"""The first and the last cell of those that are merged."""

_WIDE = 3


def fill_down(rows: list[list[int]], merged: Sequence[Range]) -> list[str]:
    """Let a cell that is merged over *rows* hold for each of them that says something else.

    Return the names of those cells. Across columns nothing is filled: it would be another value.

    >>> rows = [[7, 8], [9], []]
    >>> fill_down(rows, [((0, 1), (2, 1))]), rows
    (['B1'], [[7, 8], [9, 8], []])
    """
    return [
        cell_name(left, top + 1)
        for (top, left), (bottom, _) in merged
        if _fill(rows[top : bottom + 1], left)
    ]


def _fill(rows: list[list[int]], column: int) -> bool:
    """Give the first row's cell to the rows below that say something; tell whether any did."""
    said = rows[0][column] if rows and column < len(rows[0]) else 0
    below = [row for row in rows[1:] if row] if said else []
    for row in below:
        row.extend([0] * (column + 1 - len(row)))
        row[column] = row[column] or said
    return bool(below)


def banners(merged: Sequence[Range]) -> list[int]:
    """Return the numbers, from 1, of rows in which a text stands across several columns.

    >>> banners([((4, 0), (4, 8)), ((5, 2), (6, 2))])
    [5]
    """
    wide = (
        top + 1
        for (top, left), (bottom, right) in merged
        if top == bottom and right - left + 1 >= _WIDE
    )
    return sorted(set(wide))
