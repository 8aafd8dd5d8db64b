"""Positions: how many training places a text names."""

import re

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.finding import clip
from stellenbund.domain.normalisers.texts import fold

_WORDS = {
    "ein": 1, "eine": 1, "einen": 1, "zwei": 2, "drei": 3, "vier": 4, "fuenf": 5, "sechs": 6,
    "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwoelf": 12,
}  # fmt: skip
_NUMBER = re.compile(rf"(?<![\d.,])\d{{1,4}}(?![\d.,]\d)|\b(?:{'|'.join(_WORDS)})\b")
_INEXACT = re.compile(
    r"\b(?:ca|circa|etwa|rund|ungefaehr|bis zu|mindestens|maximal|ueber|mehr als|mehrere)\b"
    r"|\d ?(?:-|–|bis) ?\d|\d ?\+"
)


def read_positions(text: str) -> int:
    """Return the number of training places.

    >>> read_positions("25 Plätze"), read_positions("drei")
    (25, 3)

    Raises:
        UnreadableTextError: rules ``positions.inexact`` ("bis zu 25"), ``positions.several``,
            ``positions.unreadable``, ``positions.out_of_range``.
    """
    folded = fold(text[:500])
    if _INEXACT.search(folded):
        raise _refusal(text, "inexact", "Die Zahl der Plätze ist nur ungefähr angegeben.")
    numbers = _NUMBER.findall(folded)
    if not numbers:
        raise _refusal(text, "unreadable", "Daraus lässt sich keine Zahl der Plätze lesen.")
    if len(numbers) > 1:
        raise _refusal(text, "several", "Hier stehen mehrere Zahlen; welche gilt, bleibt offen.")
    number = _WORDS.get(numbers[0]) or int(numbers[0])
    if not 1 <= number <= 999:  # noqa: PLR2004 - the field's own bounds
        raise _refusal(text, "out_of_range", "Die Zahl der Plätze muss zwischen 1 und 999 liegen.")
    return number


def _refusal(text: str, rule: str, message: str) -> UnreadableTextError:
    return UnreadableTextError(clip(text), f"positions.{rule}", message)
