"""Working time: the hours per week that a text names."""

import re
from decimal import Decimal

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.finding import clip
from stellenbund.domain.normalisers.texts import fold

MOST = Decimal(60)
_NUMBER = (
    r"(?<![\d.,:])(?P<hours>\d{1,2})(?:[.,](?P<part>\d{1,2})|:(?P<minutes>[0-5]\d))?(?![\d.,:]\d)"
)
_HOURS = re.compile(rf"{_NUMBER} ?-?(?:stunden|std\b|wochenstunden|h\b)")
_ALONE = re.compile(rf"{_NUMBER}(?: ?(?:/|pro|je|in der) ?woche| woechentlich)?")
_RANGE = re.compile(r"\d ?(?:-|–|bis) ?\d|\b(?:bis zu|ca|etwa|mindestens|maximal|rund)\b")


def names_hours(text: str) -> bool:
    """Say whether *text* speaks of hours at all; "Vollzeit" does not."""
    return _HOURS.search(fold(text[:500])) is not None


def read_weekly_hours(text: str) -> Decimal:
    """Return the hours per week.

    >>> read_weekly_hours("39 Stunden/Woche"), read_weekly_hours("38,5")
    (Decimal('39.00'), Decimal('38.50'))

    Raises:
        UnreadableTextError: rules ``hours.range`` ("20 bis 39 Stunden"), ``hours.several``,
            ``hours.unreadable``, ``hours.out_of_range``.
    """
    folded = fold(text[:500])
    if _RANGE.search(folded):
        raise _refusal(text, "range", "Die Wochenstunden sind nur als Spanne angegeben.")
    alone = _ALONE.fullmatch(folded)
    found = {_decimal(each) for each in _HOURS.finditer(folded)}
    found |= {_decimal(alone)} if alone else set()
    if not found:
        raise _refusal(text, "unreadable", "Daraus lassen sich keine Wochenstunden lesen.")
    if len(found) > 1:
        raise _refusal(
            text, "several", "Hier stehen mehrere Stundenzahlen; welche gilt, ist offen."
        )
    hours = found.pop()
    if not 0 < hours <= MOST:
        raise _refusal(text, "out_of_range", f"Möglich sind bis zu {MOST} Stunden in der Woche.")
    return hours


def _decimal(found: re.Match[str]) -> Decimal:
    if found["minutes"]:
        hours = Decimal(found["hours"]) + Decimal(found["minutes"]) / 60
    else:
        hours = Decimal(f"{found['hours']}.{found['part'] or 0}")
    return hours.quantize(Decimal("0.01"))


def _refusal(text: str, rule: str, message: str) -> UnreadableTextError:
    return UnreadableTextError(clip(text), f"hours.{rule}", message)
