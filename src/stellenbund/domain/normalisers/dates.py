"""Dates: from German text to a day, a start or a deadline, with precision and rule."""

from datetime import date
from enum import StrEnum

from stellenbund.domain.normalisers.date_parts.choice import (
    deciding,
    distinct_days,
    first_day,
    most_exact,
    periods,
    rule_of,
    year_missing,
)
from stellenbund.domain.normalisers.date_parts.deadlines import Deadline, deadline_of, say_deadline
from stellenbund.domain.normalisers.date_parts.mentions import Label, Mention
from stellenbund.domain.normalisers.date_parts.sighting import Sighting, sight
from stellenbund.domain.normalisers.date_parts.starts import Start, say_start, start_of
from stellenbund.domain.normalisers.date_parts.time_phrases import Phrase
from stellenbund.domain.normalisers.date_parts.years import Role
from stellenbund.domain.value import Line, Value

__all__ = [
    "DateKind",
    "DateReading",
    "Deadline",
    "Start",
    "read_date",
    "read_day",
    "read_deadline",
    "read_start",
    "say_deadline",
    "say_start",
]


class DateKind(StrEnum):
    """What sort of time a text names; *unknown* is a text that says itself that it names none."""

    DAY = "day"
    PERIOD = "period"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    AS_SOON_AS_POSSIBLE = "as_soon_as_possible"
    ROLLING = "rolling"
    UNKNOWN = "unknown"


_KINDS = (DateKind.YEAR, DateKind.SEASON, DateKind.MONTH, DateKind.DAY)
_PHRASE_KINDS = {
    Phrase.SOON: DateKind.AS_SOON_AS_POSSIBLE,
    Phrase.LIFTED: DateKind.ROLLING,
    Phrase.ROLLING: DateKind.ROLLING,
}


class DateReading(Value):
    """What a text says about a time, whatever it is for.

    *on* is the day, the last day of a period, or the first of a month; *opens_on* the first day of
    a period; *others* are further dates of the same precision.
    """

    kind: DateKind
    rule: str
    text: Line
    on: date | None = None
    opens_on: date | None = None
    others: tuple[date, ...] = ()
    year: int | None = None
    season: str | None = None


def read_date(text: str, *, today: date) -> DateReading:
    """Return what *text* says about a time; *today* settles a year that is left out.

    >>> read_date("ab August 2027", today=date(2026, 11, 24)).kind
    <DateKind.MONTH: 'month'>
    >>> str(read_date("1.8. bis 15.9.2027", today=date(2026, 11, 24)).on)
    '2027-09-15'

    Raises:
        UnreadableTextError: rules ``date.empty``, ``date.unreadable``, ``date.impossible``,
            ``date.ambiguous_order``, ``date.ambiguous_years``, ``date.two_digit_year``,
            ``date.two_zones``, ``date.serial_number``, ``date.year_missing``, ``date.relative``,
            ``date.calendar_week``.
    """
    seen = sight(text, today=today, role=Role.ANY)
    dates = [each for each in seen.dates if each.label is not Label.ASIDE] or list(seen.dates)
    if not dates or Phrase.LIFTED in seen.phrases:
        phrase = deciding(seen, Phrase.LIFTED, Phrase.SOON, Phrase.ROLLING)
        kind = _PHRASE_KINDS.get(phrase, DateKind.UNKNOWN)
        return DateReading(kind=kind, rule=f"date.{phrase}", text=seen.text)
    best = most_exact(dates)
    pairs = periods(best)
    if pairs and best[0].day and Phrase.EXTENDED not in seen.phrases:
        return _period(seen, *pairs[0])
    return _one_of(seen, best)


def _period(seen: Sighting, opens: Mention, closes: Mention) -> DateReading:
    if closes.year is None:
        raise year_missing(seen)
    return DateReading(
        kind=DateKind.PERIOD,
        rule=rule_of(closes, "date.period"),
        text=seen.text,
        on=first_day(closes),
        opens_on=first_day(opens),
        year=closes.year,
    )


def _one_of(seen: Sighting, best: list[Mention]) -> DateReading:
    """Return the first of equally exact dates, or the last one if the text says it was extended."""
    if any(each.year is None and not each.is_part for each in best):
        raise year_missing(seen)
    days = distinct_days(best)
    is_extended = Phrase.EXTENDED in seen.phrases and bool(days)
    chosen = next(each for each in best if first_day(each) == max(days)) if is_extended else best[0]
    how = "date.extended" if is_extended else "date.several" if len(days) > 1 else None
    return DateReading(
        kind=_KINDS[chosen.rank],
        rule=rule_of(chosen, how),
        text=seen.text,
        on=first_day(chosen),
        others=tuple(day for day in days if day != first_day(chosen)),
        year=chosen.year,
        season=chosen.season,
    )


def read_day(text: str, *, today: date) -> date:
    """Return the one day that *text* names with its year; nothing is inferred.

    >>> str(read_day("/Date(1785801600000)/", today=date(2026, 11, 24)))
    '2026-08-04'

    Raises:
        UnreadableTextError: those of ``read_date``, and ``date.no_day``, ``date.several``,
            ``date.placeholder``.
    """
    seen = sight(text, today=today, role=Role.EXACT)
    named = [each for each in seen.dates if each.day]
    if any(each.year is None for each in named):
        raise year_missing(seen)
    days = distinct_days(named)
    if len(days) > 1:
        raise seen.refusal("several", "Hier stehen mehrere Tage; gemeint ist nur einer.")
    if not days and Phrase.PLACEHOLDER in seen.phrases:
        raise seen.refusal("placeholder", "Das ist nur ein Platzhalter für ein Datum.")
    if not days:
        raise seen.refusal("no_day", "Hier steht kein Tag.")
    return days[0]


def read_start(text: str, *, today: date) -> Start:
    """Return when the training starts according to *text*.

    >>> read_start("Ausbildungsjahr 2027/2028", today=date(2026, 11, 24)).training_year
    2027
    >>> str(read_start("01. August", today=date(2026, 11, 24)).on)
    '2027-08-01'

    Raises:
        UnreadableTextError: those of ``read_date``, and ``date.wrong_role`` for a text that names
            only a deadline.
    """
    return start_of(sight(text, today=today, role=Role.START), today=today)


def read_deadline(text: str, *, today: date) -> Deadline:
    """Return until when applications are taken according to *text*.

    >>> read_deadline("30.09.2026 (verlängert bis 31.10.2026)", today=date(2026, 9, 1)).rule
    'date.extended'
    >>> read_deadline("Mitte September", today=date(2026, 8, 1)).kind
    <DeadlineKind.UNKNOWN: 'unknown'>

    Raises:
        UnreadableTextError: those of ``read_date``, and ``date.wrong_role`` for a text that names
            only a start, ``date.several`` for deadlines of which none is the one, ``date.endless``
            for a period that ends decades ahead.
    """
    return deadline_of(sight(text, today=today, role=Role.DEADLINE))
