"""Years: the year that a date leaves out, where its neighbours or the calendar settle it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.date_parts.mentions import Label, Link, Mention

NEAREST = timedelta(days=183)
"""A deadline without a year means the next such day only if no past one is nearer."""

JUST_PASSED = timedelta(days=31)
"""A start without a year means the next such day unless one has only just passed."""

_OLDEST_SHORT, _NEWEST_SHORT = -10, 4
_CLOSING = {Label.UNTIL, Label.CLOSES}
INFERRED = "date.year_inferred"


class Role(StrEnum):
    """What a date is read for; the year of an *exact* day is never inferred."""

    ANY = "any"
    START = "start"
    DEADLINE = "deadline"
    EXACT = "exact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Against which day, and for what, a year is inferred."""

    today: date
    role: Role
    is_recurring: bool = False


def with_years(mentions: tuple[Mention, ...], occasion: Occasion) -> tuple[Mention, ...]:
    """Return *mentions* with every year filled in that is certain; the others stay without.

    A year may be written short, stand at a neighbour ("1.4. und 1.10.2027"), stand beside a start
    ("Ausbildungsjahr 2027, ab 1. August") or follow from today.

    Raises:
        UnreadableTextError: rule ``date.two_digit_year``.
    """
    done = [_with_century(mention, occasion.today) for mention in mentions]
    done = _forwards(_backwards(done))
    done = _beside(done, occasion)
    done = [mention for mention in done if mention.day is None or mention.month]
    if done and done[-1].link is Link.PERIOD:
        done = [*done[:-1], _inferred(done[-1], occasion)]
        done = _backwards(done)
    return tuple(_inferred(mention, occasion) for mention in done)


def _with_century(mention: Mention, today: date) -> Mention:
    if not mention.is_short_year or mention.year is None:
        return mention
    year = today.year - today.year % 100 + mention.year
    if not _OLDEST_SHORT <= year - today.year <= _NEWEST_SHORT:
        message = "Das Jahr hat nur zwei Ziffern und liegt so fern, dass es unklar bleibt."
        raise UnreadableTextError(str(mention.year), "date.two_digit_year", message)
    return replace(mention, year=year, is_short_year=False)


def _backwards(mentions: list[Mention]) -> list[Mention]:
    """Give each date what the date after it, with which it hangs together, says for both."""
    done: list[Mention] = []
    for mention in reversed(mentions):
        after = done[0] if done and done[0].link else None
        done.insert(0, _before(mention, after) if after else mention)
    return done


def _before(mention: Mention, after: Mention) -> Mention:
    if mention.day is not None and mention.month is None and mention.year is None:
        mention = replace(mention, month=after.month)
    if mention.year is not None or after.year is None:
        return mention
    year = after.year - (_place(mention) > _place(after))
    rule = after.rule if after.rule == INFERRED else mention.rule
    return replace(mention, year=year, rule=rule)


def _forwards(mentions: list[Mention]) -> list[Mention]:
    done: list[Mention] = []
    for mention in mentions:
        before = done[-1] if done and mention.link else None
        done.append(_after(mention, before) if before else mention)
    return done


def _after(mention: Mention, before: Mention) -> Mention:
    if mention.year is not None or before.year is None:
        return mention
    return replace(mention, year=before.year + (_place(mention) < _place(before)))


def _place(mention: Mention) -> tuple[int, int]:
    return mention.month or 0, mention.day or 0


def _beside(mentions: list[Mention], occasion: Occasion) -> list[Mention]:
    """Give a start the year that stands alone beside it; a deadline lies before that year."""
    years = {mention.year for mention in mentions if mention.rank == 0}
    if len(years) != 1 or occasion.role is Role.DEADLINE:
        return mentions
    year = years.pop()
    return [
        replace(mention, year=year)
        if mention.year is None and mention.label not in _CLOSING
        else mention
        for mention in mentions
    ]


def _inferred(mention: Mention, occasion: Occasion) -> Mention:
    """Return *mention* in the only year that it can mean today.

    A deadline that may just as well have passed is never inferred; nor is a month that is none
    exactly ("Mitte September").
    """
    is_settled = mention.year is not None or not mention.month or occasion.role is Role.EXACT
    if is_settled or (mention.is_part and occasion.role is not Role.START):
        return mention
    days = _same_days(mention, occasion.today)
    ahead = min((day for day in days if day >= occasion.today), default=None)
    past = max((day for day in days if day < occasion.today), default=date.min)
    if ahead is None:
        return mention
    is_closing = occasion.role is Role.DEADLINE or mention.label in _CLOSING
    is_near, is_over = ahead - occasion.today <= NEAREST, occasion.today - past > JUST_PASSED
    if occasion.is_recurring or (is_near if is_closing else is_over):
        return replace(mention, year=ahead.year, rule=INFERRED)
    return mention


def _same_days(mention: Mention, today: date) -> list[date]:
    days = []
    for year in range(today.year - 4, today.year + 5):
        try:
            days.append(date(year, mention.month or 1, mention.day or 1))
        except ValueError:
            continue
    return days
