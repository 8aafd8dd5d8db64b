"""Money: the amounts that a text names, exactly as written, and the words around them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.date_parts.calendar_words import MONTH
from stellenbund.domain.normalisers.date_parts.choice import first_day
from stellenbund.domain.normalisers.date_parts.mentions import find_mentions
from stellenbund.domain.normalisers.pay_parts.pay_words import EXTRA, NET, PAY, PER_HOUR, PER_YEAR
from stellenbund.domain.normalisers.pay_parts.training_years import YEARS, named_years
from stellenbund.domain.normalisers.spelling import any_of, blotted


class Sort(StrEnum):
    """What a piece of a text about pay is."""

    AMOUNT = "amount"
    YEAR = "year"
    SINCE = "since"
    RANGE = "range"
    EXTRA = "extra"
    HOURLY = "hourly"
    YEARLY = "yearly"
    NET = "net"
    PAY = "pay"
    OPEN = "open"
    CLOSE = "close"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a text: where it stands, and the amount, years of training or day it names."""

    sort: Sort
    begin: int
    end: int
    amount: Decimal = Decimal(0)
    years: tuple[int, ...] = ()
    since: date | None = None


_CENTS = r"(?:,(?:\d\d|-{1,2}))?"
_NUMBER = (
    r"(?<![\d.,'])"
    + any_of(
        r"\d{1,3}(?:,\d{3})+\.\d\d",  # 1,368.26
        r"\d{1,6}\.\d\d",  # 1368.26
        r"\d{1,3}(?:'\d{3})+(?:\.\d\d)?",  # 1'368.26
        rf"\d{{1,3}}(?:\.\d{{3}})+{_CENTS}",  # 1.368,26
        rf"\d{{1,6}}{_CENTS}",  # 1368,26 and 400,--
    )
    + r"(?!\d|['.,]\d)"
)
_EURO = r"(?:€|\beur(?:o|os)?\b)"
_WITH_CENTS = r"(?<![\d.,'])(?:\d{1,3}(?:\.\d{3})+|\d{3,5}),\d\d(?!\d|['.,]\d|\s?%|\s?stund)"
_DAY = any_of(
    *(r"\d\d?\.\s?\d\d?\.\s?\d{4}", rf"\d\d?\.\s?{MONTH} \d{{4}}", rf"{MONTH} \d{{4}}"),
    *(r"\d{4}-\d\d-\d\d", r"\d\d?/\d{4}"),
)
_FROM = r"\b(?:ab|seit|stand|per|gueltig (?:ab|seit)|wirkung (?:vom|zum|ab)):? (?:dem )?"
_LARGE = rf"(?!20[0-3]\d\b)(?=\d[\d.]{{2}}){_NUMBER}"
_RANGE = any_of(
    rf"(?<!-)(?<!- ){_LARGE}\s?{_EURO}?\s?(?:-|bis(?: zu)?)\s?{_NUMBER}\s?{_EURO}(?!\s?-\s?\d)",
    rf"\bzwischen {_LARGE}\s?{_EURO}? und {_NUMBER}\s?{_EURO}",
)
_FIGURES = (
    (Sort.SINCE, re.compile(rf"{_FROM}(?P<day>{_DAY})(?!\d)")),
    (Sort.RANGE, re.compile(_RANGE)),
    (Sort.AMOUNT, re.compile(rf"(?P<number>{_LARGE})(?=(?:\s?[/-]\s?{_NUMBER}){{1,4}}\s?{_EURO})")),
    (Sort.AMOUNT, re.compile(rf"(?P<number>{_NUMBER})\s?{_EURO}")),
    (Sort.AMOUNT, re.compile(rf"{_EURO}\s?(?P<number>{_NUMBER})")),
    (Sort.AMOUNT, re.compile(rf"(?P<number>{_WITH_CENTS})")),
    *((Sort.YEAR, pattern) for pattern in YEARS),
)
_WORDS = (
    (Sort.HOURLY, PER_HOUR),
    (Sort.YEARLY, PER_YEAR),
    (Sort.NET, NET),
    (Sort.EXTRA, EXTRA),
    (Sort.PAY, PAY),
    (Sort.OPEN, re.compile(r"\(")),
    (Sort.CLOSE, re.compile(r"\)")),
)
_FOREIGN = re.compile(r"\d\s?(?:chf|sfr|franken|usd|gbp|[$£])|(?:\bchf|\busd|\bgbp|[$£])\s?\d")
_DAMAGED = re.compile(
    rf"(?<![\d.,'])\d[\d.,']{{1,20}}\d\s?{_EURO}|{_EURO}\s?\d[\d.,']{{1,20}}\d(?![\d.,'])"
)
_SHORTENED = re.compile(r"\b(?:i\. ?h\. ?v|ca|inkl|zzgl|mtl|insg|bzw|einschl|mind|max)\.")
_SPACED = re.compile(r"(?<![\d.,])(?<![\d.,] )([1-9]) (?=\d{3}(?:,\d\d)?\s?(?:€|eur))")
_NUMBERED = re.compile(rf"(?<![\d.,])(?<![\d.,] )([1-5]) (?={_NUMBER}\s?{_EURO})")
_ROW = re.compile(r"(?<![\w.,])(?P<digits>[1-5])[.):]{0,2}\s?[|:-]?\s{0,2}(?=\0)")
_WEAK = re.compile(
    r"[\s:=|-]{0,4}(?:ca |rund |etwa )?(?!20\d\d\b)"
    rf"(?P<number>(?=\d[\d.,']{{2}}){_NUMBER})(?!\s?[%/-])"
)
_ALONE = re.compile(
    rf"(?:(?:ca|rund|etwa|circa) )?(?!20\d\d$)(?P<number>{_NUMBER})"
    r"(?: (?:brutto|monatlich|pro monat))*"
)


def closed_up(text: str) -> str:
    """Return folded *text* with abbreviations and numbers in one piece: no point, no blank within.

    The numbers of rows are left: "1 968,26 € 2 1.018,20 €".

    >>> closed_up("ca. 1 368,26 € i. h. v.")
    'ca 1368,26 € i h v'
    """
    text = _SHORTENED.sub(lambda match: match[0].replace(".", ""), text)
    leading = [int(match[1]) for match in _NUMBERED.finditer(text)]
    if len(leading) > 1 and leading == list(range(1, len(leading) + 1)):
        return text
    return _SPACED.sub(
        lambda match: match[0] if text[: match.start()].endswith("jahr ") else match[1], text
    )


def find_pieces(text: str) -> list[Piece]:
    """Return the pieces of *text*, folded and closed up, in their order.

    Raises:
        UnreadableTextError: rules ``pay.currency`` (not euros) and ``pay.damaged_number`` (neither
            German nor English, such as "1.368,2" or "1,368").
    """
    if _FOREIGN.search(text):
        raise UnreadableTextError(text, "pay.currency", "Der Betrag ist nicht in Euro angegeben.")
    if alone := _ALONE.fullmatch(text):
        return [_piece(Sort.AMOUNT, alone)]
    found, rest = _found(_FIGURES, text)
    rest = _weak(rest, found)
    if damaged := _DAMAGED.search(rest):
        message = "Der Betrag ist weder deutsch noch englisch geschrieben und nicht sicher lesbar."
        raise UnreadableTextError(damaged[0], "pay.damaged_number", message)
    found += _rows(rest, found) + _found(_WORDS, rest)[0]
    return sorted(found, key=lambda piece: piece.begin)


def _found(patterns: Iterable[tuple[Sort, re.Pattern[str]]], text: str) -> tuple[list[Piece], str]:
    """Return what *patterns* find, each only in what the ones before it have left over."""
    found: list[Piece] = []
    for sort, pattern in patterns:
        matches = tuple(pattern.finditer(text))
        if matches:
            found += (_piece(sort, match) for match in matches)
            text = pattern.sub(blotted, text)
    return found, text


def _piece(sort: Sort, match: re.Match[str]) -> Piece:
    found = match.groupdict()
    number, day = found.get("number"), found.get("day")
    return Piece(
        sort=sort,
        begin=match.start(),
        end=match.end(),
        amount=_value(number) if number else Decimal(0),
        years=named_years(match) if sort is Sort.YEAR else (),
        since=first_day(find_mentions(day)[0][0]) if day else None,
    )


def _value(number: str) -> Decimal:
    """Return the exact value of *number*; a point before the last two digits is the decimal one."""
    plain = number.replace("'", "").rstrip("-")
    if re.fullmatch(r"[\d,]+\.\d\d", plain):
        return Decimal(plain.replace(",", ""))
    return Decimal(plain.replace(".", "").replace(",", "."))


def _weak(rest: str, found: list[Piece]) -> str:
    """Add the numbers without currency or cents that directly follow a year of training."""
    for year in [piece for piece in found if piece.sort is Sort.YEAR]:
        if match := _WEAK.match(rest, year.end):
            found.append(_piece(Sort.AMOUNT, match))
            rest = rest[: match.start()] + blotted(match) + rest[match.end() :]
    return rest


def _rows(rest: str, found: list[Piece]) -> list[Piece]:
    """Return bare "1", "2", "3" before amounts as years, if they are the rows of a table."""
    amounts = {piece.begin for piece in found if piece.sort is Sort.AMOUNT}
    rows = [_piece(Sort.YEAR, match) for match in _ROW.finditer(rest) if match.end() in amounts]
    numbers = [year for row in rows for year in row.years]
    is_table = len(rows) > 1 and numbers == list(range(1, len(rows) + 1))
    return rows if is_table else []
