"""Choice: which of the dates or phrases in a text is the one that counts."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.date_parts.mentions import Link, Mention
from stellenbund.domain.normalisers.date_parts.sighting import Sighting
from stellenbund.domain.normalisers.date_parts.time_phrases import Phrase
from stellenbund.domain.normalisers.date_parts.years import INFERRED

_ORDINARY = {"date.day", "date.iso", "date.slashes", "date.two_digit_year", "date.month"}
_WEAK = (Phrase.VAGUE, Phrase.PLACEHOLDER, Phrase.NOT_STATED)


def first_day(mention: Mention) -> date | None:
    """Return the day that *mention* names, or the first of its month; ``None`` without one."""
    if mention.year is None or mention.month is None:
        return None
    return date(mention.year, mention.month, mention.day or 1)


def most_exact(mentions: Sequence[Mention]) -> list[Mention]:
    """Return those of *mentions*, of which there is one at least, that are the most exact."""
    rank = max(mention.rank for mention in mentions)
    return [mention for mention in mentions if mention.rank == rank]


def distinct_days(mentions: Iterable[Mention]) -> list[date]:
    """Return the days, or first days of months, that *mentions* name, in their order."""
    days = dict.fromkeys(first_day(mention) for mention in mentions)
    return [day for day in days if day is not None]


def periods(mentions: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Return the pairs of *mentions* that are the two ends of a period."""
    return [(first, last) for first, last in pairwise(mentions) if last.link is Link.PERIOD]


def rule_of(mention: Mention, chosen_by: str | None) -> str:
    """Return the rule by which *mention* was read; a year that was inferred always shows.

    *chosen_by* names how it was chosen among others, if so.
    """
    if mention.rule == INFERRED:
        return INFERRED
    if mention.is_part and mention.day is None:
        return "date.vague"
    return chosen_by if chosen_by and mention.rule in _ORDINARY else mention.rule


def deciding(seen: Sighting, *first: Phrase) -> Phrase:
    """Return the phrase that decides in a text without a date, one of *first* before others.

    Raises:
        UnreadableTextError: rule ``date.unreadable`` if nothing in the text speaks of a time.
    """
    for phrase in (*first, *_WEAK):
        if phrase in seen.phrases:
            return phrase
    raise seen.refusal("unreadable", "Daraus lässt sich kein Zeitpunkt lesen.")


def year_missing(seen: Sighting) -> UnreadableTextError:
    """Return the error for a date whose year is neither written nor certain."""
    message = "Das Jahr fehlt, und aus dem heutigen Tag folgt es nicht eindeutig."
    return seen.refusal("year_missing", message)
