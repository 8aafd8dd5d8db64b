"""Deadlines: until when applications are taken, as far as a text says so."""

from collections.abc import Sequence
from datetime import date

from stellenbund.domain.normalisers.date_parts.calendar_words import month_in_words
from stellenbund.domain.normalisers.date_parts.choice import (
    deciding,
    distinct_days,
    first_day,
    periods,
    rule_of,
    year_missing,
)
from stellenbund.domain.normalisers.date_parts.mentions import Label, Link, Mention
from stellenbund.domain.normalisers.date_parts.sighting import Sighting
from stellenbund.domain.normalisers.date_parts.time_phrases import Phrase
from stellenbund.domain.value import Line, Value
from stellenbund.domain.vocabulary import DeadlineKind

_CLOSING = {Label.CLOSES, Label.UNTIL, Label.LATEST}
_OPENING = {Label.OPENS, Label.FROM}
_NO_DEADLINE = {Label.STARTS, Label.ASIDE}
_OPEN = {Phrase.LIFTED, Phrase.ROLLING, Phrase.SOON}


class Deadline(Value):
    """Until when applications are taken; *on* is the last day, which ends at midnight in Berlin.

    *opens_on* is the first day, where the same text states it.
    """

    kind: DeadlineKind
    rule: str
    text: Line
    on: date | None = None
    opens_on: date | None = None


def deadline_of(seen: Sighting) -> Deadline:
    """Return the deadline among the dates that were *seen*.

    Raises:
        UnreadableTextError: rules ``date.several``, ``date.wrong_role``, ``date.year_missing``,
            ``date.unreadable``.
    """
    opening = _opening(seen)
    opens_on = min(distinct_days(opening), default=None)
    closing = [] if Phrase.LIFTED in seen.phrases else _closing(seen, opening)
    if not closing:
        return _without_day(seen, opens_on)
    if any(each.year is None for each in closing):
        raise year_missing(seen)
    days = distinct_days(closing)
    is_extended = Phrase.EXTENDED in seen.phrases
    if len(days) > 1 and not is_extended:
        raise seen.refusal("several", "Hier stehen mehrere Fristen; welche gilt, bleibt offen.")
    chosen = next(each for each in closing if first_day(each) == max(days))
    is_period = opens_on is not None and opens_on <= max(days) and not is_extended
    how = "date.extended" if is_extended else "date.period" if is_period else None
    return Deadline(
        kind=DeadlineKind.FIXED,
        rule=rule_of(chosen, how),
        text=seen.text,
        on=max(days),
        opens_on=opens_on if is_period else None,
    )


def _opening(seen: Sighting) -> list[Mention]:
    """Return the days from which on applications are taken."""
    pairs = periods(seen.dates)
    firsts = [first for first, _ in pairs if first.label not in _NO_DEADLINE]
    lasts = [last for _, last in pairs]
    called = [each for each in seen.dates if each.label in _OPENING and each not in lasts]
    return [each for each in (*firsts, *called) if each.day]


def _closing(seen: Sighting, opening: Sequence[Mention]) -> list[Mention]:
    """Return the days on which applications may close: those called so, else those uncalled."""
    days = [
        each
        for each in seen.dates
        if each.day and each not in opening and each.label not in _NO_DEADLINE
    ]
    return [each for each in days if each.label in _CLOSING or each.link is Link.PERIOD] or days


def _without_day(seen: Sighting, opens_on: date | None) -> Deadline:
    if seen.dates and not seen.phrases & _OPEN:
        if all(each.label in _NO_DEADLINE for each in seen.dates):
            raise seen.refusal("wrong_role", "Hier steht ein Beginn, aber keine Frist.")
        rule = "date.opens_only" if opens_on else "date.vague"
        return Deadline(kind=DeadlineKind.UNKNOWN, rule=rule, text=seen.text, opens_on=opens_on)
    phrase = deciding(seen, Phrase.LIFTED, Phrase.ROLLING, Phrase.SOON)
    kind = DeadlineKind.ROLLING if phrase in _OPEN else DeadlineKind.UNKNOWN
    return Deadline(kind=kind, rule=f"date.{phrase}", text=seen.text, opens_on=opens_on)


def say_deadline(deadline: Deadline) -> str:
    """Return *deadline* in German words that ``read_deadline`` reads as the same deadline."""
    since = f"ab dem {_in_words(deadline.opens_on)}" if deadline.opens_on else ""
    match deadline.kind:
        case DeadlineKind.FIXED if deadline.on:
            return f"{since} bis zum {_in_words(deadline.on)}".strip()
        case DeadlineKind.ROLLING:
            return f"{since} laufend".strip()
        case _:
            return since or "keine Angabe"


def _in_words(day: date) -> str:
    return f"{day.day}. {month_in_words(day)}"
