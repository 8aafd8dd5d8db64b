"""Spelling: the one way in which the readers of dates, pay and certificates see a text."""

import re

from stellenbund.domain.finding import clip
from stellenbund.domain.normalisers.texts import fold, read_text

_SUPERSCRIPTS = re.compile("[\u00aa\u00b2\u00b3\u00b9\u00ba\u2070-\u209c]+")
ONE_SPELLING = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("’‘‚‛ʼ´`′", "'"),
        "½": " 1/2",
        "¼": " 1/4",
        "¾": " 3/4",
        "⁄": "/",
    }
)
"""One dash, one apostrophe, fractions in three characters; for ``str.translate``."""


def spelled(text: str, *, longest: int) -> str:
    r"""Return the first *longest* characters of *text*, folded line by line.

    Markup and entities are read, footnote marks dropped (they would else become digits), every
    dash is ``-``, every apostrophe ``'``.

    >>> spelled("M\u00e4rz\u00a02027\u00b9 \u2013 3\u00bd Jahre", longest=100)
    'maerz 2027 - 3 1/2 jahre'
    """
    plain = read_text(text[:longest]) or ""
    plain = _SUPERSCRIPTS.sub("", plain).translate(ONE_SPELLING)
    return "\n".join(fold(line) for line in plain.split("\n"))


def any_of(*patterns: str) -> str:
    """Return one pattern that matches what any of *patterns* does, the earlier ones first."""
    return f"(?:{'|'.join(patterns)})"


def blotted(match: re.Match[str]) -> str:
    r"""Return as many ``\0`` as *match* is long: what is found leaves its place, not its words."""
    return "\0" * len(match[0])


def shown(text: str) -> str:
    """Return *text* on one line, clean and short enough to be kept beside what it says."""
    return clip(read_text(text[:2_000]) or "")
