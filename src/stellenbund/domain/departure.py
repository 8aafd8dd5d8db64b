"""Departure: why a notice that a source held is no longer there."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from enum import StrEnum

from stellenbund.domain.diff import Change, Diff
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.normalisers.links import canonical
from stellenbund.domain.notice import Notice

BETWEEN_STRIKES = timedelta(hours=20)
"""How far apart two runs that do not show a notice must lie for both to count.

Three looks within an hour see the same disturbance three times. A daily round may begin a few hours
earlier than the day before.
"""


class Departure(StrEnum):
    """What speaks for it: the source's word, its own page's answer, or only that it is missing."""

    CLOSED = "closed"
    GONE = "gone"
    MISSING = "missing"

    @property
    def is_certain(self) -> bool:
        """Whether the notice is gone at once, without the patience that a mere absence needs."""
        return self is not Departure.MISSING


def departures(
    diff: Diff, harvest: Harvest, *, dead: Collection[str] = ()
) -> Mapping[Departure, frozenset[str]]:
    """Return the references that vanish by *diff*, sorted by what *harvest* says about them.

    An opening's page that answers 404 or 410 is the site's own word about that one opening, whether
    the run heard it or the checks of its link did, which found the *dead* addresses. What a source
    still shows is there, whatever one of its addresses says; and an address that it shows for
    another opening says nothing about this one.
    """
    shown = {_own(notice) for notice in harvest.notices}
    gone = frozenset(map(canonical, (*harvest.gone, *dead))) - shown
    found: dict[Departure, set[str]] = {each: set() for each in Departure}
    for change in diff.vanished:
        found[_why(change, harvest.left_out, gone)].add(change.reference)
    return {why: frozenset(references) for why, references in found.items()}


def _why(change: Change, closed: frozenset[str], gone: frozenset[str]) -> Departure:
    if change.reference in closed:
        return Departure.CLOSED
    own = _own(change.before) if change.before else None
    return Departure.GONE if gone & {change.reference, own} else Departure.MISSING


def _own(notice: Notice) -> str | None:
    return notice.fields.source_url and canonical(notice.fields.source_url)
