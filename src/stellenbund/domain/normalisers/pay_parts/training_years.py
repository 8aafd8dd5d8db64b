"""Training years: how adverts number the years of a training."""

import re

_ORDINAL = r"(?:erst|zweit|dritt|viert|fuenft)e[nsr]?"
_ORDINALS = {"erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fuenft": 5}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_AND = r"\s?(?:/|,|und|&|u\.|bis(?: zum)?|-)\s?(?:im |des |in )?"
_YEAR = r"(?:(?:ausbildungs|lehr|studien|praxis|ausb\.?)?-?\s?jahr(?:es|e|s)?\b|aj\b|lj\b)"
_NOT_ANOTHER = r"(?!\d|[.,]\d|\.?\s?(?:jahr|ausb))"

YEARS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\d.])(?P<digits>(?:[1-5]\.?{_AND}){{0,4}}[1-5])\.\s?{_YEAR}",
        rf"\b(?P<roman>iv|i{{1,3}})\.\s?{_YEAR}",
        rf"\b(?P<words>(?:{_ORDINAL}{_AND}){{0,4}}{_ORDINAL})\s{_YEAR}",
        r"(?<![\d.])(?P<digits>[1-5]) (?:ausbildungs|lehr|studien)jahr\b",
        rf"(?:\w{{0,24}}jahr|\baj|\blj|\byear)\s?(?P<digits>[1-5]){_NOT_ANOTHER}",
        rf"\bim (?:(?P<digits>[1-5])\.|(?P<words>{_ORDINAL}))(?=[\s,)\0]|$)(?!\s?monat)",
    )
)
"""What names one or more years of training in folded text: "1. und 2. Ausbildungsjahr"."""


def named_years(match: re.Match[str]) -> tuple[int, ...]:
    """Return the years that a match of ``YEARS`` names.

    >>> named_years(YEARS[0].search("1. bis 3. ausbildungsjahr"))
    (1, 2, 3)
    """
    found = match.groupdict()
    if roman := found.get("roman"):
        return (_ROMAN[roman],)
    words = found.get("digits") or found["words"]
    named = [
        _ORDINALS.get(word) or int(word)
        for word in re.findall(r"[1-5]|erst|zweit|dritt|viert|fuenft", words)
    ]
    if re.search(r"bis|-", words):
        return tuple(range(named[0], named[-1] + 1))
    return tuple(named)
