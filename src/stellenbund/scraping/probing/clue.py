"""Clue: something on a site that speaks for a reader, and what could be declared because of it."""

from dataclasses import dataclass
from enum import IntEnum

from stellenbund.scraping.probing.call import Call


class Certainty(IntEnum):
    """How much a clue proves.

    *certain*: the page is the portal's own, or shows it within. *likely*: it links to the portal,
    or openings were found in that way. *possible*: it may as well be something else.
    """

    POSSIBLE = 1
    LIKELY = 2
    CERTAIN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """What was seen where, for which reader it speaks, and how surely.

    *call* declares the source; it is missing where the declaration needs something that is not
    known, and *further* is then the address at which that may stand.
    """

    reader: str
    seen: str
    place: str
    certainty: Certainty
    call: Call | None = None
    further: str | None = None
