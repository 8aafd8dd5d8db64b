"""Table: what a file holds as texts, before anybody knows what its columns mean."""

from collections.abc import Iterable
from dataclasses import dataclass

from stellenbund.domain.normalisers.characters import stripped
from stellenbund.feeds.errors import refusal
from stellenbund.feeds.formulas import freed
from stellenbund.feeds.limits import (
    LOOKED_AT,
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_ROWS_WITH_EMPTY_ONES,
)
from stellenbund.feeds.places import cell_name
from stellenbund.feeds.row_finding import RowFinding

Cells = tuple[str, ...]
"""The trimmed texts of a row, without the empty ones at its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """How the file was read where nobody had said; a person can choose otherwise."""

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    sheets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """All rows from the first one on, so that a row's place is its number in the file less one.

    *hidden_columns* are the positions, from 0, of columns that the file does not show; *banners*
    the numbers, from 1, of rows with a text across several columns.
    """

    rows: tuple[Cells, ...]
    assumed: Assumed
    findings: tuple[RowFinding, ...] = ()
    counts_from_1904: bool = False
    hidden_columns: frozenset[int] = frozenset()
    banners: frozenset[int] = frozenset()


class Texts(dict[str, str]):
    """Clean texts of cells by the texts as found; each is cleaned once, as cells repeat."""

    def __missing__(self, found: str) -> str:
        """Clean a text that was not met before."""
        text = self[found] = freed(stripped(found).strip())
        return text


def gathered(rows: Iterable[Iterable[str]]) -> tuple[Cells, ...]:
    """Return *rows* with clean texts, without the empty ones at the end.

    Raises:
        FeedError: rules ``limit.rows``, ``limit.columns``, ``limit.cell``.
    """
    texts = Texts()
    table: list[Cells] = []
    last = 0
    for number, cells in enumerate(rows, start=1):
        if number > MOST_ROWS_WITH_EMPTY_ONES:
            raise refusal("limit.rows")
        row = _trimmed([texts[cell] for cell in cells])
        table.append(row)
        if row:
            last = number
            _check(row, number)
    return tuple(table[:last])


def _trimmed(row: list[str]) -> Cells:
    while row and not row[-1]:
        row.pop()
    return tuple(row)


def _check(row: Cells, number: int) -> None:
    if number > MOST_ROWS + LOOKED_AT:
        raise refusal("limit.rows")
    if len(row) > MOST_COLUMNS:
        raise refusal("limit.columns", where=cell_name(len(row) - 1, number))
    if max(map(len, row)) > MOST_CHARACTERS:
        column, text = next(
            (place, text) for place, text in enumerate(row) if len(text) > MOST_CHARACTERS
        )
        raise refusal("limit.cell", where=cell_name(column, number), value=text[:60])
