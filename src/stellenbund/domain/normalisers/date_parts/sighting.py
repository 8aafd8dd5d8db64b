"""Sighting: everything that a text says about a time, before it is read as start or deadline."""

from dataclasses import dataclass, replace
from datetime import date

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.date_parts.leads import led_to, without_clock
from stellenbund.domain.normalisers.date_parts.machine_dates import with_berlin_days
from stellenbund.domain.normalisers.date_parts.mentions import Link, Mention, find_mentions
from stellenbund.domain.normalisers.date_parts.time_phrases import (
    Phrase,
    find_phrases,
    is_filler,
    says_nothing,
)
from stellenbund.domain.normalisers.date_parts.years import INFERRED, Occasion, Role, with_years
from stellenbund.domain.normalisers.spelling import shown, spelled

LONGEST = 2_000
"""Characters of a text that are read for a date; no date field is longer."""

_FIRST_YEAR = 2000
_YEARS_AHEAD = 10
_LEAP_YEAR = 2028


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """The dates of a text, completed as far as that is certain, and what its words say."""

    text: str
    dates: tuple[Mention, ...]
    phrases: frozenset[Phrase]

    def refusal(self, rule: str, message: str) -> UnreadableTextError:
        """Return the error that says why the text cannot be read as what was asked for."""
        return UnreadableTextError(self.text, f"date.{rule}", message)


def sight(text: str, *, today: date, role: Role) -> Sighting:
    """Return what *text* says about a time.

    Raises:
        UnreadableTextError: whatever makes the text as a whole unreadable: nothing there, a day
            that does not exist, an order of day and month that is not clear, a calendar week, a
            time that hangs on another one ("in zwei Wochen"), a deadline that never comes.
    """
    try:
        return _sight(text, today, role)
    except UnreadableTextError as error:
        raise UnreadableTextError(shown(text), error.rule, error.message) from error


def _sight(text: str, today: date, role: Role) -> Sighting:
    clean = spelled(text, longest=LONGEST).strip(" \n\"'")
    if not clean:
        raise UnreadableTextError(text, "date.empty", "Hier steht nichts.")
    in_berlin = with_berlin_days(clean)
    mentions, rest = find_mentions(without_clock(in_berlin))
    phrases = find_phrases(rest) | ({Phrase.NOT_STATED} if says_nothing(clean) else set())
    led = led_to(mentions, rest)
    if role is Role.DEADLINE:
        _refuse_endless(led, today)
    real = tuple(each for each in led if not _is_placeholder(each, today))
    if len(real) < len(mentions):
        phrases |= {Phrase.PLACEHOLDER}
    _refuse_impossible(real)
    is_recurring = Phrase.RECURRING in phrases
    dates = with_years(real, Occasion(today=today, role=role, is_recurring=is_recurring))
    _refuse_impossible(dates)
    _refuse_unfixed(dates, phrases)
    if in_berlin != clean:
        dates = tuple(_of_instant(each) for each in dates)
    return Sighting(text=shown(text), dates=_worded(dates, rest), phrases=phrases)


def _of_instant(mention: Mention) -> Mention:
    """Say of a day in ISO's form that an instant was written, where the text held one."""
    return replace(mention, rule="date.instant") if mention.rule == "date.iso" else mention


def _is_placeholder(mention: Mention, today: date) -> bool:
    """Say whether a program wrote a day for want of one: 00.00.0000, 01.01.1900, 31.12.2099."""
    if mention.year is None or mention.is_short_year:
        return False
    return not _FIRST_YEAR <= mention.year <= today.year + _YEARS_AHEAD


def _refuse_endless(mentions: tuple[Mention, ...], today: date) -> None:
    """Refuse a period that ends decades ahead: its first day alone would seem to be its last."""
    for mention in mentions:
        if mention.link is Link.PERIOD and _is_placeholder(mention, today):
            message = "Der Zeitraum endet in einem Jahr, das niemand meinen kann."
            raise UnreadableTextError("", "date.endless", message)


def _refuse_impossible(mentions: tuple[Mention, ...]) -> None:
    for mention in mentions:
        if mention.month is None:
            continue
        year = _LEAP_YEAR if mention.year is None or mention.is_short_year else mention.year
        try:
            date(year, mention.month, 1 if mention.day is None else mention.day)
        except ValueError as error:
            message = "Diesen Tag gibt es im Kalender nicht."
            raise UnreadableTextError("", "date.impossible", message) from error


def _refuse_unfixed(dates: tuple[Mention, ...], phrases: frozenset[Phrase]) -> None:
    """Refuse what hangs on a day that the text does not name, such as the day of publication."""
    is_fixed = bool(dates) and all(each.year and each.rule != INFERRED for each in dates)
    if Phrase.OFFSET in phrases or (Phrase.RELATIVE in phrases and not is_fixed):
        message = "Der Zeitpunkt hängt an einem anderen Tag, der hier nicht steht."
        raise UnreadableTextError("", "date.relative", message)
    if Phrase.WEEK in phrases and not any(each.day for each in dates):
        message = "Eine Kalenderwoche ist kein Tag."
        raise UnreadableTextError("", "date.calendar_week", message)


def _worded(dates: tuple[Mention, ...], rest: str) -> tuple[Mention, ...]:
    """Drop a bare month, season or year unless only words about a start stand around it."""
    if is_filler(rest):
        return dates
    return tuple(
        each
        for each in dates
        if each.day or (each.year and each.rule not in {"date.year", INFERRED})
    )
