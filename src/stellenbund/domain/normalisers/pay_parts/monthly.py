"""Monthly: which amounts of a text are gross pay per month, and which are something else."""

import re
from collections.abc import Sequence
from decimal import Decimal

from stellenbund.domain.normalisers.pay_parts.money import Piece, Sort

LOWEST, HIGHEST = Decimal(200), Decimal(4500)
"""Euros a month between which pay in a training lies; what lies beyond is something else."""

_BARRIER = re.compile(r"[,;\n|+]|\.\s|\b(?:und|sowie|plus|zzgl|zuzueglich|ausserdem|hinzu)\b")
_BOUND = re.compile(r"\b(?:bis zu|ueber|mehr als|mindestens|mind|max|maximal|unter)\s*$")
_END = re.compile(r"\b(?:ab|bis)\s*$")
_GRADE = re.compile(
    r"\b(?:a|e|eg|s|p)\s?\d{1,2}\w?\b|besoldungsgruppe|entgeltgruppe|\btvoed\b|\btv-l\b"
)
_NEAR_BEFORE, _NEAR_AFTER = 45, 20
_OTHERWISE = {Sort.EXTRA, Sort.HOURLY, Sort.YEARLY, Sort.NET}
_TURN = {Sort.AMOUNT, Sort.YEAR, Sort.PAY, Sort.RANGE}


def monthly_amounts(pieces: Sequence[Piece], plain: str) -> list[Piece]:
    """Return those of *pieces*, found in *plain*, that are monthly pay."""
    return [piece for piece in pieces if _is_pay(piece, pieces, plain)]


def why_none(pieces: Sequence[Piece], plain: str) -> str:
    """Return range, hourly, yearly, grade or no_amount: why *plain* states no monthly pay."""
    sorts = {piece.sort for piece in pieces}
    amounts = [piece for piece in pieces if piece.sort is Sort.AMOUNT]
    bounds = [piece for piece in amounts if _is_bound(piece, pieces, plain)]
    if Sort.RANGE in sorts or any(LOWEST <= piece.amount <= HIGHEST for piece in bounds):
        return "range"
    if amounts and Sort.HOURLY in sorts:
        return "hourly"
    if amounts and Sort.YEARLY in sorts:
        return "yearly"
    return "grade" if not amounts and _GRADE.search(plain) else "no_amount"


def _is_pay(piece: Piece, pieces: Sequence[Piece], plain: str) -> bool:
    """Say whether *piece* is an amount of monthly pay, gross, and no bonus, allowance or limit."""
    if piece.sort is not Sort.AMOUNT or not LOWEST <= piece.amount <= HIGHEST:
        return False
    return not (
        _is_bound(piece, pieces, plain)
        or _is_called_otherwise(piece, pieces, plain)
        or _is_explained_otherwise(piece, pieces, plain)
    )


def _is_bound(piece: Piece, pieces: Sequence[Piece], plain: str) -> bool:
    """Say whether the words before make a limit of it: "bis zu 1.500 €"."""
    before = plain[max(0, piece.begin - 14) : piece.begin]
    has_years = any(each.sort is Sort.YEAR for each in pieces)
    return bool(_BOUND.search(before) or (not has_years and _END.search(before)))


def _is_called_otherwise(piece: Piece, pieces: Sequence[Piece], plain: str) -> bool:
    """Say whether the words before name something else: "Abschlussprämie von 400 €"."""
    for other in reversed([each for each in pieces if each.end <= piece.begin]):
        gap = plain[other.end : piece.begin]
        if other.sort in _TURN or len(gap) > _NEAR_BEFORE or _BARRIER.search(gap):
            return False
        if other.sort in _OTHERWISE:
            return True
    return False


def _is_explained_otherwise(piece: Piece, pieces: Sequence[Piece], plain: str) -> bool:
    """Say whether the words behind name something else: "400 € Prämie", "15 € je Stunde"."""
    for other in (each for each in pieces if each.begin >= piece.end):
        gap = plain[piece.end : other.begin]
        if other.sort in _TURN or len(gap) > _NEAR_AFTER or _BARRIER.search(gap):
            return False
        if other.sort in _OTHERWISE:
            return other.sort is not Sort.EXTRA or not _names_next(other, pieces, plain)
    return False


def _names_next(extra: Piece, pieces: Sequence[Piece], plain: str) -> bool:
    """Say whether *extra* rather names the amount after it: "1.464,02 € Abschlussprämie 400 €"."""
    after = next((each for each in pieces if each.begin >= extra.end), None)
    if after is None or after.sort is not Sort.AMOUNT:
        return False
    return _BARRIER.search(plain[extra.end : after.begin]) is None
