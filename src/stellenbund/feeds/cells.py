"""Cells: the text of a cell to the value that its column asks for."""

import re
from collections.abc import Mapping
from functools import cache

from stellenbund.domain.normalisers.kind_parts.cues import declares_job, label_cue
from stellenbund.domain.normalisers.texts import fold
from stellenbund.feeds.columns import COLUMNS, Column, Form, Key
from stellenbund.feeds.mended import Mended, mended
from stellenbund.feeds.names import plain_name

_EMPTY = {
    "-", "--", "---", "–", "—", ".", "?", "/", "null", "none", "nil", "nan", "n/a", "n. a.", "n.a.",
    "k. a.", "k.a.", "k.a", "k/a", "keine angabe", "keine angaben", "ohne angabe", "o. a.", "o.a.",
    "nicht angegeben", "unbekannt", "leer", "(leer)", "not available", "tbd", "n. n.", "n.n.",
}  # fmt: skip
_ERROR = re.compile(
    r"#(?:NV|N/A|BEZUG!|REF!|NAME\?|WERT!|VALUE!|DIV/0!|ZAHL!|NUM!|NULL!|ÜBERLAUF!|SPILL!|#+)"
)
_QUOTED = re.compile(r'="([^"]*)"')
_FORMULA = re.compile(r"=\S.*", re.DOTALL)


def read_cell(text: str, column: Column | None, *, counts_from_1904: bool = False) -> Mended:
    """Return what the cell holds; without a *column* that is known it stays as it is.

    Words for nothing are nothing, a formula or its failure too.

    >>> read_cell('="01069"', COLUMNS[Key.POSTCODE]).text, read_cell("k. A.", None).text
    ('01069', None)
    """
    if not text or fold(text[:20]) in _EMPTY:
        return Mended(None)
    if _ERROR.fullmatch(text):
        return Mended(None, "cell.error")
    if quoted := _QUOTED.fullmatch(text):
        text = quoted[1]
    if _FORMULA.fullmatch(text):
        return Mended(None, "cell.formula")
    if column is None:
        return Mended(text)
    if column.choices:
        return _chosen(text, column)
    return mended(text, column.form, counts_from_1904=counts_from_1904)


def _chosen(text: str, column: Column) -> Mended:
    """Return the column's word for *text*; what it does not know, a normaliser may read."""
    word = _words(column.key).get(plain_name(text), text)
    if column.form is Form.KIND and word == text and not _is_kind(text):
        return Mended(None, "cell.unknown_kind")
    return mended(word, column.form)


@cache
def _words(key: Key) -> Mapping[str, str]:
    """Return a column's words by every way to write them, plain."""
    return {
        plain_name(way): word
        for word, others in COLUMNS[key].choices.items()
        for way in (word, *others)
    }


def _is_kind(text: str) -> bool:
    """Whether the normaliser of kinds can do something with *text*."""
    words = fold(text)
    return label_cue(words) is not None or declares_job(words)


class ColumnCells(dict[str, Mended]):
    """What the cells of one column hold, by their texts; each is read once, as cells repeat."""

    def __init__(self, column: Column | None, *, counts_from_1904: bool) -> None:
        super().__init__()
        self._column = column
        self._counts_from_1904 = counts_from_1904

    def __missing__(self, text: str) -> Mended:
        """Read a text that was not met before."""
        read = self[text] = read_cell(text, self._column, counts_from_1904=self._counts_from_1904)
        return read
