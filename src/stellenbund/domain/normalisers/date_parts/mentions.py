"""Mentions: each day, month, season or year that a text names, as it is written."""

import re
from dataclasses import dataclass
from enum import StrEnum

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.date_parts.calendar_words import (
    MONTH,
    SEASON,
    month_number,
    season_name,
)
from stellenbund.domain.normalisers.spelling import blotted


class Label(StrEnum):
    """What the words before a date make of it; *aside* is neither start nor deadline."""

    UNTIL = "until"
    LATEST = "latest"
    FROM = "from"
    CLOSES = "closes"
    OPENS = "opens"
    STARTS = "starts"
    ASIDE = "aside"


class Link(StrEnum):
    """How a date hangs together with the one before it."""

    LIST = "list"
    PERIOD = "period"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A date as written: what is ``None`` is not there; *rule* names its form."""

    rule: str
    begin: int
    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    season: str | None = None
    is_short_year: bool = False
    label: Label | None = None
    link: Link | None = None
    is_part: bool = False

    @property
    def rank(self) -> int:
        """How exact it is: 3 for a day, 2 for a month, 1 for a season, 0 for a year."""
        return 3 if self.day is not None else 2 if self.month else 1 if self.season else 0


_AT = r"(?<!\d)(?<!\d[.,:])"
_END = r"\s*(?:$|[),;\n])"
_YEAR = r"(?P<y>\d{4})(?!\d)"
_SHORT = rf"(?:\s?'|\s?(?=\d\d{_END}))(?P<yy>\d\d)(?!\d)"
_OF_YEAR = r",?[\s/-]?(?:des jahres |im jahr )?"
_NUMBERS = r"(?P<d>\d\d?)\s?\.\s?(?P<m>\d\d?)"
_BEYOND = r"(?P<d>1[3-9]|2\d|3[01])"
_MONTH_DIGITS = r"(?P<m>0?[1-9]|1[0-2])"
_ORDINAL_SIGN = r"(?:\s?\.|ter|ten|st|nd|rd|th)?[\s/-]?(?:of )?"
_IN_YEAR = r"(?:\s?/|\s\(|,)?(?: in nrw| des jahres| im jahr)?\s?"
_TWO_YEARS = r"(?P<y>20\d\d)(?:\s?[/-]\s?(?P<z>20\d\d|\d\d))?(?!\d)"
_BEFORE_ANOTHER = r"(?=\s?(?:-|bis|und|oder|/|u\.|,)\s?(?:zum |den |dem )?\0)"
_FORMS = (
    ("iso", r"(?<!\d)(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)(?P<d>\d\d?)(?!\d)"),
    ("slashes", rf"(?<!\d){_BEYOND}(?P<sep>[/-]){_MONTH_DIGITS}(?P=sep){_YEAR}"),
    ("slashes", rf"(?<!\d){_MONTH_DIGITS}(?P<sep>[/-]){_BEYOND}(?P=sep){_YEAR}"),
    ("slashes", rf"(?<!\d){_MONTH_DIGITS}(?P<sep>[/-])(?P<d>(?P=m))(?P=sep){_YEAR}"),
    ("ambiguous_order", r"(?<!\d)\d\d?([/-])\d\d?\1(?:\d{4}|\d\d)(?!\d)"),
    ("day", rf"{_AT}{_NUMBERS}(?:\s?\.\s?|\s){_YEAR}"),
    ("day", rf"{_AT}{_NUMBERS}\.(?P<yy>\d\d)(?![\d.:%])"),
    ("day", rf"{_AT}{_NUMBERS}\.{_SHORT}"),
    ("day", rf"{_AT}{_NUMBERS}\s?\.(?!-?\d{{3}})(?!\d)"),
    ("day", rf"(?P<n>{MONTH})\s(?P<d>\d\d?)(?:st|nd|rd|th)?,?\s{_YEAR}"),
    ("day", rf"{_AT}(?P<d>\d\d?){_ORDINAL_SIGN}(?P<n>{MONTH})(?:{_OF_YEAR}{_YEAR}|,?{_SHORT})?"),
    ("day", rf"{_AT}{_NUMBERS}{_BEFORE_ANOTHER}"),
    ("day", rf"{_AT}(?P<d>\d\d?)\.{_BEFORE_ANOTHER}"),
    ("day", rf"{_AT}(?<![a-z-])(?P<d>\d\d?)(?=-\0)"),
    ("day", rf"(?:^|(?<=bis )|(?<=zum )|(?<=ab )|(?<=am )|(?<=: )){_NUMBERS}(?={_END})(?!,\d)"),
    ("season", rf"(?P<s>{SEASON}){_IN_YEAR}(?:{_TWO_YEARS}|(?P<yy>\d\d)/\d\d(?!\d))"),
    ("season", rf"(?P<s>{SEASON})"),
    ("month", rf"(?:(?<=ab )|(?<=im ))(?P<n>{MONTH})\s(?P<yy>[23]\d)(?={_END})"),
    ("month", rf"(?P<n>{MONTH})(?:{_OF_YEAR}{_YEAR}|\s?'(?P<yy>\d\d)(?!\d))?"),
    ("month", rf"(?<![\da-z/.,-]){_MONTH_DIGITS}\s?[./-]\s?(?P<y>20\d\d)(?![\d/])"),
    ("month", r"(?<![\d/.,-])(?P<y>20\d\d)[/-](?P<m>0[1-9]|1[0-2])(?!\d)"),
    ("month", rf"(?:(?<=ab )|(?<=im ))(?P<m>0[1-9]|1[0-2])/(?P<yy>[23]\d)(?={_END})"),
    ("training_year", r"(?<=jahr )(?P<yy>\d\d)/(?P<z>\d\d)(?!\d)"),
    ("training_year", r"(?<![\d.,/-])(?P<y>20\d\d)\s?[/-]\s?(?P<z>20\d\d|\d\d)(?!\d)"),
    ("year", r"(?<![\d.,/-])(?P<y>20\d\d)(?!\d)(?![.,/-]\d)(?!\s?(?:€|eur))"),
)
_PATTERNS = tuple((f"date.{rule}", re.compile(pattern)) for rule, pattern in _FORMS)


def find_mentions(text: str) -> tuple[tuple[Mention, ...], str]:
    r"""Return the dates in folded *text* in their order, and the text with them blotted out.

    >>> found, rest = find_mentions("zum 1.9.2027")
    >>> found[0].day, found[0].month, found[0].year, rest.rstrip("\0")
    (1, 9, 2027, 'zum ')

    Raises:
        UnreadableTextError: rules ``date.ambiguous_order`` (is it the day or the month that comes
            first?) and ``date.ambiguous_years`` (two years that are no training year).
    """
    found: list[Mention] = []
    rest = text
    for rule, pattern in _PATTERNS:
        matches = tuple(pattern.finditer(rest))
        if matches:
            found += (_mention(rule, match) for match in matches)
            rest = pattern.sub(blotted, rest)
    return tuple(sorted(found, key=lambda mention: mention.begin)), rest


def _mention(rule: str, match: re.Match[str]) -> Mention:
    if rule == "date.ambiguous_order":
        message = "Ob der Tag oder der Monat vorn steht, ist nicht zu erkennen."
        raise UnreadableTextError(match[0], rule, message)
    found = match.groupdict()
    short = found.get("yy")
    year = short or found.get("y")
    if found.get("z") and year and not _follows(found["z"], year):
        message = "Die beiden Jahre folgen nicht aufeinander; welches gemeint ist, bleibt offen."
        raise UnreadableTextError(match[0], "date.ambiguous_years", message)
    return Mention(
        rule="date.two_digit_year" if short and rule != "date.training_year" else rule,
        begin=match.start(),
        end=match.end(),
        day=int(found["d"]) if found.get("d") else None,
        month=month_number(found["n"]) if found.get("n") else _number(found.get("m")),
        year=_number(year),
        season=season_name(found["s"]) if found.get("s") else None,
        is_short_year=short is not None,
    )


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _follows(second: str, first: str) -> bool:
    """Say whether *second* is the year after *first*; it may be cut to two digits."""
    return str(int(first) + 1).endswith(second)
