"""Calendar words: how German pages name months and seasons."""

import re
from datetime import date

_MONTH_NUMBERS = {
    "jan": 1, "jae": 1, "feb": 2, "mae": 3, "mar": 3, "mrz": 3, "apr": 4, "mai": 5, "may": 5,
    "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dez": 12, "dec": 12,
}  # fmt: skip
_MONTH_NAMES = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
MONTH = (
    r"(?<![a-z])(?:januar[sy]?|jaenner|jan|februar[sy]?|feber|feb|maerz|maer|marz|march|mrz|mar|"
    r"aprils?|apr|mais?|may|juni?s?|june|juli?s?|july|augusts?|aug|septembers?|sept|sep|"
    r"oktobers?|october|okt|oct|novembers?|nov|dezembers?|december|dez|dec)(?![a-z])\.?"
)
"""A month's name or abbreviation, German (also Austrian) or English, in folded text."""

_SEASONS = {
    r"fruehjahrs?|fruehlings?|spring": "Frühjahr",
    r"sommersemesters?|sose|ss": "Sommersemester",
    r"wintersemesters?|wise|ws": "Wintersemester",
    r"(?:(?:ende der|nach den|in den) )?sommerferien|(?:spaet|hoch)?sommers?|summer": "Sommer",
    r"(?:spaet)?herbsts?|autumn": "Herbst",
    r"winters?": "Winter",
    r"(?:beginn des |anfang des )?(?:neuen )?schul(?:jahres)?(?:beginns?|starts?|anfang)"
    r"|(?:beginn|start|anfang) des (?:neuen )?schuljahre?s": "Schuljahresbeginn",
    r"(?:1\.|i\.|erste[sn]?) quartals?|q1": "1. Quartal",
    r"(?:2\.|ii\.|zweite[sn]?) quartals?|q2": "2. Quartal",
    r"(?:3\.|iii\.|dritte[sn]?) quartals?|q3": "3. Quartal",
    r"(?:4\.|iv\.|vierte[sn]?) quartals?|q4": "4. Quartal",
    r"(?:1\.|erste[sn]?) (?:jahreshaelfte|halbjahre?s?)": "1. Halbjahr",
    r"(?:2\.|zweite[sn]?) (?:jahreshaelfte|halbjahre?s?)": "2. Halbjahr",
}
SEASON = rf"(?<![a-z0-9])(?:{'|'.join(_SEASONS)})(?![a-z])"
"""A stretch of a year that is longer than a month."""

_ORDINALS = {
    "erste": 1, "zweite": 2, "dritte": 3, "fuenfte": 5, "zehnte": 10, "fuenfzehnte": 15,
    "zwanzigste": 20, "dreissigste": 30, "einunddreissigste": 31,
}  # fmt: skip
ORDINAL = re.compile(rf"\b({'|'.join(_ORDINALS)})[nrs]?(?=\s{MONTH})")


def month_number(name: str) -> int:
    """Return 1 to 12 for a text that ``MONTH`` matches."""
    return _MONTH_NUMBERS[name[:3]]


def month_in_words(day: date) -> str:
    """Return the month of *day* with its year.

    >>> month_in_words(date(2027, 3, 1))
    'März 2027'
    """
    return f"{_MONTH_NAMES[day.month - 1]} {day.year}"


def season_name(text: str) -> str:
    """Return the one name of a season for a text that ``SEASON`` matches."""
    return next(name for words, name in _SEASONS.items() if re.fullmatch(words, text))


def ordinal_digits(match: re.Match[str]) -> str:
    """Return the day that ``ORDINAL`` matched as digits with a full stop."""
    return f"{_ORDINALS[match[1]]}."
