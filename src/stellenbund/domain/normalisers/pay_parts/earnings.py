"""Earnings: which amounts of a text are monthly pay, in which year of training, since when."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from stellenbund.domain.errors import StellenbundError
from stellenbund.domain.normalisers.pay_parts.money import Piece, Sort

_LISTED = re.compile(
    r"(?:€|eur(?:o|os)?|[\s/,;|-]|\b(?:brutto|dann|danach|monatlich|pro monat|mtl)\b){0,12}"
    r"(?:und (?:dann )?)?"
)
_PAIRED = re.compile(r"[^/,;|\n]*")
_BESIDE = re.compile(r"(?!.{0,30}\b(?:und(?! zwar)|dann|danach|bis)\b)[^,;|\n/:.]{0,30}")
_APART = re.compile(r"[,;\n|.()]|\b(?:und|sowie|plus|zzgl|zuzueglich|ausserdem|dazu|hinzu)\b")
_MOST_YEARS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Earning:
    """Gross pay per month; *year* ``None``: in all years; *since* ``None``: not said."""

    amount: Decimal
    year: int | None = None
    since: date | None = None


class ConflictError(StellenbundError):
    """Several amounts, and nothing that says which of them is for which year."""


def earnings_of(text: str, pieces: Sequence[Piece], amounts: Sequence[Piece]) -> list[Earning]:
    """Return what the *amounts* among *pieces* of folded *text* pay, for which year, since when.

    Raises:
        ConflictError: if that cannot be told.
    """
    since = _since(pieces, amounts)
    years = [piece for piece in pieces if piece.sort is Sort.YEAR]
    ordered = sorted((*amounts, *years), key=lambda piece: piece.begin)
    earnings = _labelled(text, ordered, since) or _unlabelled(text, amounts, since)
    distinct = list(dict.fromkeys(earnings))
    if len({(earning.year, earning.since) for earning in distinct}) < len(distinct):
        raise ConflictError
    return sorted(distinct, key=lambda earning: earning.year or 0)


def _since(pieces: Sequence[Piece], amounts: Sequence[Piece]) -> dict[Piece, date | None]:
    """Return since when each amount holds.

    "ab 1. Mai 2026: 1.368,26 €" holds to the end of its bracket or to the next day;
    "1.368,26 € (ab 1. Mai 2026)" speaks of what stands before it.
    """
    found: dict[Piece, date | None] = {}
    current: date | None = None
    outside: list[date | None] = []
    for at, piece in enumerate(pieces):
        if piece.sort is Sort.OPEN:
            outside.append(current)
        elif piece.sort is Sort.CLOSE and outside:
            current = outside.pop()
        elif piece.sort is Sort.SINCE and _leads(pieces[at + 1 :], amounts):
            current = piece.since
        elif piece.sort is Sort.SINCE:
            found |= {amount: piece.since for amount, since in found.items() if since is None}
        elif piece in amounts:
            found[piece] = current
    return found


def _leads(after: Iterable[Piece], amounts: Sequence[Piece]) -> bool:
    """Say whether an amount follows before the bracket closes or another day comes."""
    for piece in after:
        if piece in amounts:
            return True
        if piece.sort in {Sort.CLOSE, Sort.SINCE}:
            return False
    return False


def _labelled(text: str, ordered: list[Piece], since: Mapping[Piece, date | None]) -> list[Earning]:
    """Return the earnings whose year is named before or, where an amount comes first, after."""
    earnings: list[Earning] = []
    if ordered[0].sort is Sort.AMOUNT:
        ordered, earnings = _named_after(text, ordered, since)
    years: list[int] = []
    run: list[Piece] = []
    for piece in ordered:
        if piece.sort is Sort.YEAR and run:
            earnings += _run(text, years, run, since)
            years, run = [], []
        if piece.sort is Sort.YEAR:
            years += [year for year in piece.years if year not in years]
        elif years:
            run.append(piece)
    return earnings + _run(text, years, run, since)


def _named_after(
    text: str, ordered: list[Piece], since: Mapping[Piece, date | None]
) -> tuple[list[Piece], list[Earning]]:
    """Take out the amounts that a year directly follows.

    "1.368,26 € im 1. Jahr", "1.368,26 € / 1.418,20 € im 1./2. Jahr".
    """
    taken: set[Piece] = set()
    earnings: list[Earning] = []
    for at, year in enumerate(ordered):
        amounts = _amounts_before(text, ordered[:at], year) if year.sort is Sort.YEAR else []
        if amounts and taken.isdisjoint(amounts):
            taken |= {year, *amounts}
            earnings += _run(text, list(year.years), amounts, since)
    return [piece for piece in ordered if piece not in taken], earnings


def _amounts_before(text: str, before: list[Piece], year: Piece) -> list[Piece]:
    """Return the amounts that *year* names: as many as it has years, or the one before it."""
    count = len(year.years)
    if not before or not _BESIDE.fullmatch(text[before[-1].end : year.begin]):
        return []
    amounts = [piece for piece in before[-count:] if piece.sort is Sort.AMOUNT]
    gaps = [text[first.end : second.begin] for first, second in pairwise(amounts)]
    if len(amounts) == count and all(_LISTED.fullmatch(gap) for gap in gaps):
        return amounts
    return before[-1:] if before[-1].sort is Sort.AMOUNT else []


def _run(
    text: str, years: list[int], run: list[Piece], since: Mapping[Piece, date | None]
) -> list[Earning]:
    """Return what *run*, the amounts after the names of *years*, pays in each of them."""
    earnings: list[Earning] = []
    for day in dict.fromkeys(since[piece] for piece in run):
        group = [piece for piece in run if since[piece] == day]
        amounts = [piece.amount for piece in group]
        if len(group) == 1:
            amounts *= len(years)
        if len(amounts) < len(years):
            raise ConflictError
        if len(amounts) > len(years):
            last, beyond = group[len(years) - 1 : len(years) + 1]
            if not _APART.search(text[last.end : beyond.begin]):
                raise ConflictError
        earnings += [
            Earning(amount=amount, year=year, since=day)
            for year, amount in zip(years, amounts, strict=False)
        ]
    return earnings


def _unlabelled(
    text: str, amounts: Sequence[Piece], since: Mapping[Piece, date | None]
) -> list[Earning]:
    """Return one amount as pay in all years, listed rising ones as years 1, 2 …."""
    earnings: list[Earning] = []
    for day in dict.fromkeys(since[piece] for piece in amounts):
        group = [piece for piece in amounts if since[piece] == day]
        if len({piece.amount for piece in group}) == 1:
            earnings.append(Earning(amount=group[0].amount, since=day))
            continue
        if not _is_list_of_years(text, group):
            raise ConflictError
        earnings += [
            Earning(amount=piece.amount, year=year, since=day)
            for year, piece in enumerate(group, start=1)
        ]
    return earnings


def _is_list_of_years(text: str, group: Sequence[Piece]) -> bool:
    gaps = [text[first.end : second.begin] for first, second in pairwise(group)]
    is_rising = all(first.amount < second.amount for first, second in pairwise(group))
    is_listed = all(_LISTED.fullmatch(gap) for gap in gaps)
    is_pair_of_words = len(gaps) == 1 and _PAIRED.fullmatch(gaps[0])
    return is_rising and is_listed and len(group) <= _MOST_YEARS and not is_pair_of_words
