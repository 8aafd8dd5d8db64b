"""Starts: when a training begins, as exactly as its text says."""

from datetime import date

from stellenbund.domain.normalisers.date_parts.calendar_words import month_in_words
from stellenbund.domain.normalisers.date_parts.choice import (
    deciding,
    distinct_days,
    first_day,
    most_exact,
    periods,
    rule_of,
    year_missing,
)
from stellenbund.domain.normalisers.date_parts.mentions import Label, Mention
from stellenbund.domain.normalisers.date_parts.sighting import Sighting
from stellenbund.domain.normalisers.date_parts.time_phrases import Phrase
from stellenbund.domain.value import Line, Value
from stellenbund.domain.vocabulary import StartKind

_KINDS = (StartKind.YEAR, StartKind.SEASON, StartKind.MONTH, StartKind.DAY)
_NO_START = {Label.CLOSES, Label.UNTIL, Label.OPENS, Label.ASIDE}


class Start(Value):
    """When a training begins; *on* is the first of the month where only the month is stated.

    *others* are further starts that the same text names, *season* is the German word for a stretch
    of the *training_year*.
    """

    kind: StartKind
    rule: str
    text: Line
    on: date | None = None
    others: tuple[date, ...] = ()
    training_year: int | None = None
    season: str | None = None


def start_of(seen: Sighting, *, today: date) -> Start:
    """Return the start among the dates that were *seen*; of several the next one after *today*.

    Raises:
        UnreadableTextError: rules ``date.wrong_role``, ``date.year_missing``, ``date.unreadable``.
    """
    dates = _starts(seen)
    if not dates:
        return _without_date(seen)
    best = most_exact(dates)
    if any(each.year is None for each in best):
        raise year_missing(seen)
    days = distinct_days(best)
    on = min((day for day in days if day >= today), default=max(days, default=None))
    chosen = next(each for each in best if first_day(each) == on)
    return Start(
        kind=_KINDS[chosen.rank],
        rule=rule_of(chosen, "date.several" if len(days) > 1 else None),
        text=seen.text,
        on=on,
        others=tuple(sorted(day for day in days if day != on)),
        training_year=chosen.year,
        season=chosen.season,
    )


def _starts(seen: Sighting) -> list[Mention]:
    """Return the dates that may be a start; those that are called one, if there are any."""
    ends = [last for _, last in periods(seen.dates)]
    dates = [each for each in seen.dates if each.label not in _NO_START and each not in ends]
    return [each for each in dates if each.label is Label.STARTS] or dates


def _without_date(seen: Sighting) -> Start:
    if seen.dates:
        raise seen.refusal("wrong_role", "Hier steht eine Frist, aber kein Beginn.")
    phrase = deciding(seen, Phrase.SOON, Phrase.ROLLING)
    is_soon = phrase is Phrase.SOON
    kind = StartKind.AS_SOON_AS_POSSIBLE if is_soon else StartKind.UNKNOWN
    return Start(kind=kind, rule=f"date.{phrase}", text=seen.text)


def say_start(start: Start) -> str:
    """Return *start* in German words that ``read_start`` reads as the same start."""
    days = sorted((*start.others, *((start.on,) if start.on else ())))
    match start.kind:
        case StartKind.DAY:
            return " und ".join(f"{day.day}. {month_in_words(day)}" for day in days)
        case StartKind.MONTH:
            return " und ".join(month_in_words(day) for day in days)
        case StartKind.SEASON:
            return f"{start.season} {start.training_year}"
        case StartKind.YEAR:
            return f"Ausbildungsjahr {start.training_year}"
        case StartKind.AS_SOON_AS_POSSIBLE:
            return "so bald wie möglich"
        case StartKind.UNKNOWN:
            return "keine Angabe"
