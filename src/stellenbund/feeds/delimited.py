"""Delimited files: text to a table, whatever separates its cells."""

import csv
import re
from collections.abc import Callable, Iterator
from io import StringIO
from itertools import islice

from stellenbund.feeds.choices import Choices
from stellenbund.feeds.decoding import decode
from stellenbund.feeds.errors import refusal
from stellenbund.feeds.limits import LOOKED_AT
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.feeds.sayings import finding
from stellenbund.feeds.table import Assumed, Cells, Table, gathered

DELIMITERS = {";": "Semikolon", ",": "Komma", "\t": "Tabulator", "|": "senkrechter Strich"}
"""What may separate cells, with its German name; the likeliest first."""

Score = Callable[[list[Cells]], int]
"""How many names that we know the best row of several has."""

_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?[ ;,\t|]*\n', re.IGNORECASE)
_LEFT_OPEN = "unexpected end of data"
_TOO_LONG = "field limit"
_LONGEST = 1_000_000


def read_delimited(body: bytes, choices: Choices, score: Score) -> Table:
    """Return the table; the delimiter is the one by which the header has the most known names.

    Raises:
        FeedError: rules ``choice.encoding``, ``choice.delimiter``, ``file.encoding``,
            ``file.open_quote``, ``limit.rows``, ``limit.columns``, ``limit.cell``.
    """
    decoded = decode(body, choices.encoding)
    text, stated = _without_separator_line(decoded.text)
    delimiter = _chosen(choices.delimiter) or stated or _likeliest(text, score)
    lines = _Lines(text, delimiter)
    return Table(
        rows=gathered(lines),
        assumed=Assumed(encoding=decoded.encoding, delimiter=delimiter),
        findings=(*decoded.findings, *lines.findings),
    )


def _chosen(delimiter: str | None) -> str | None:
    if delimiter is not None and delimiter not in DELIMITERS:
        raise refusal("choice.delimiter", value=delimiter, where=_named())
    return delimiter


def _named() -> str:
    return ", ".join(f"{name} ({sign!r})" for sign, name in DELIMITERS.items())


def _without_separator_line(text: str) -> tuple[str, str | None]:
    """Take the line off by which Excel is told the delimiter; Excel does not show it either."""
    match = _SEPARATOR_LINE.match(text)
    if match is None or match[1] not in DELIMITERS:
        return text, None
    return text[match.end() :], match[1]


def _likeliest(text: str, score: Score) -> str:
    def rank(delimiter: str) -> tuple[int, int]:
        rows = _beginning(text, delimiter)
        return score(rows), max((len(row) for row in rows), default=0)

    return max(DELIMITERS, key=rank)


def _beginning(text: str, delimiter: str) -> list[Cells]:
    rows = csv.reader(StringIO(text[:_LONGEST], newline="\n"), delimiter=delimiter)
    try:
        return [tuple(row) for row in islice(rows, LOOKED_AT)]
    except csv.Error:
        return []


class _Lines:
    """The rows of a text; those whose quotes do not fit are read as well as can be, and told."""

    def __init__(self, text: str, delimiter: str) -> None:
        self.findings: list[RowFinding] = []
        self._taken: list[str] = []
        self._source = StringIO(text, newline="\n")
        self._delimiter = delimiter

    def __iter__(self) -> Iterator[list[str]]:
        rows = csv.reader(self._lines(), delimiter=self._delimiter, strict=True)
        number = 0
        while True:
            number += 1
            self._taken.clear()
            try:
                yield next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                yield self._loosely(number, str(error))

    def _lines(self) -> Iterator[str]:
        for line in self._source:
            self._taken.append(line)
            yield line

    def _loosely(self, number: int, trouble: str) -> list[str]:
        if trouble == _LEFT_OPEN:
            raise refusal("file.open_quote", row=number)
        if _TOO_LONG in trouble:
            raise refusal("limit.cell", where=f"Zeile {number}", value=self._taken[0][:60])
        self.findings.append(finding("row.quotes", row=number))
        try:
            return next(csv.reader(self._taken, delimiter=self._delimiter))
        except csv.Error as error:
            raise refusal("file.open_quote", row=number) from error
