"""Sighting: when a source last showed a reference, and what was made of it."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from stellenbund.domain.harvest import Harvest
from stellenbund.domain.value import Told, Value, keepable

MOST_STRANGERS = 500
"""So many entries of other employers are remembered of a delivery; of more, none is.

A source that shows a whole federal state's stock would fill the store with what nobody asks
about, and some of them, by luck, would answer no better than none.
"""


class Fate(StrEnum):
    """What became of a record on its way from a source to a notice."""

    NOTICE = "notice"
    UNREADABLE = "unreadable"
    LEFT_OUT = "left_out"
    SKIPPED = "skipped"


class Sighting(Value):
    """The last time a source showed a reference: in which run, when, and its fate there."""

    reference: Told
    run: int
    at: datetime
    fate: Fate


def fates(harvest: Harvest) -> Mapping[str, Fate]:
    """Return the fate of everything that a delivery showed, by reference as it can be kept.

    What belongs to other employers is left out where it is more than ``MOST_STRANGERS``.
    """
    strangers = harvest.skipped if len(harvest.skipped) <= MOST_STRANGERS else ()
    found: dict[str, Fate] = {}
    for fate, references in (
        (Fate.SKIPPED, strangers),
        (Fate.LEFT_OUT, harvest.left_out),
        (Fate.UNREADABLE, harvest.unreadable),
        (Fate.NOTICE, (notice.reference for notice in harvest.notices)),
    ):
        found |= {keepable(reference): fate for reference in references}
    return found
