"""Sections: rows between the openings that speak of none, such as subheadings and sums."""

import re
from collections.abc import Collection, Sequence

from stellenbund.domain.normalisers.professions import match_profession
from stellenbund.domain.normalisers.texts import fold
from stellenbund.feeds.columns import COLUMNS, Key
from stellenbund.feeds.headings import Heading
from stellenbund.feeds.table import Cells

_WORD = re.compile(r"[a-z]{2}")
_REFERENCE = re.compile(r"[a-z]{0,5}[ .:/-]?\s?\d[\w./-]*")
_BELOW = re.compile(
    r"(?i)(?:zwischen|gesamt)?summe\b|gesamt(?:zahl)?\b|insgesamt\b|stand(?::| vom\b| \d)|legende\b"
    r"|anmerkung(?:en)?\b"
)
_GENDERED = re.compile(
    r"\b[mwdxi]\s?[/|,]\s?[mwdxi]\b|[/:*_]-?(?:[a-zäöüß]{0,12}in(?:nen)?|frau|mann)\b|[a-zäöüß]In\b"
)
_MORE = 3
_OURS = {Key.NOTES, Key.SUGGESTION}
_TITLES = {Key.TITLE, Key.PROFESSION}


class Sections:
    """Tells rows that are no openings by what stands in them, and where.

    *banners* are the numbers of rows with a text across several columns.
    """

    def __init__(
        self, headings: Collection[Heading], rows: Sequence[Cells], banners: Collection[int]
    ) -> None:
        self._titles = {each.position for each in headings if each.key in _TITLES}
        self._ours = {each.position for each in headings if each.key in _OURS}
        self._worded = {each.position for each in headings if _is_worded(each)}
        self._banners = banners
        fuller = sum(_size(row) >= _MORE for row in rows)
        alone = sum(_size(row) == 1 and len(row) - 1 in self._titles for row in rows)
        self._says_more = fuller >= alone

    def rule(self, number: int, cells: Cells) -> str | None:
        """Return by which rule row *number* is no opening but a subheading, a sum or a note.

        A title that stands alone is an opening if it names a profession, or if few rows say more;
        so is a lone reference, whose other cells got lost.
        """
        text = next(filter(None, cells))
        if _BELOW.match(text):
            return "row.section"
        place = self._alone(cells)
        if place is None:
            return None
        if number in self._banners:
            return "row.section"
        first = fold(text[:80])
        if place in self._worded or _REFERENCE.fullmatch(first) or not _WORD.search(first):
            return None
        if place not in self._titles:
            return "row.section"
        return "row.title_alone" if self._says_more and not _names_training(text) else None

    def said(self, cells: Cells) -> str:
        """Return what the city wrote into a row."""
        texts = (text for place, text in enumerate(cells) if text and place not in self._ours)
        return " | ".join(texts)

    def _alone(self, cells: Cells) -> int | None:
        """Return the place of the only cell in which something stands that is not ours."""
        if _size(cells) > 1 + len(self._ours):
            return None
        filled = [place for place, text in enumerate(cells) if text and place not in self._ours]
        return filled[0] if len(filled) == 1 else None


def _is_worded(heading: Heading) -> bool:
    """Whether the column has words of its own, such as "ja", which head no section."""
    column = COLUMNS.get(heading.key) if heading.key else None
    return column is not None and bool(column.choices)


def _size(cells: Cells) -> int:
    return len(cells) - cells.count("")


def _names_training(title: str) -> bool:
    return bool(_GENDERED.search(title)) or match_profession(title) is not None
