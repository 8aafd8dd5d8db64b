"""Robots: what a host asked of programs that read it, as a source last learnt it."""

from datetime import datetime
from enum import StrEnum

from pydantic import AwareDatetime

from stellenbund.domain.value import Line, Told, Value


class RobotsStatus(StrEnum):
    """What a host's robots.txt means for one source.

    *none*: there is no such file, and all is allowed (RFC 9309, 2.3.1.3). *unreadable*: the
    server failed, and nothing is allowed (2.3.1.4).
    """

    NONE = "none"
    ALLOWED = "allowed"
    DISALLOWED = "disallowed"
    UNREADABLE = "unreadable"


class RobotsState(Value):
    """What *host* asks of us, and since when we know it.

    *crawl_delay* is in seconds, 0 where the host names none. *is_reserved* says that it reserves
    text and data mining (TDMRep) for an address that the source needs. *robots_txt* and *tdmrep*
    are the two files as they came, ``None`` where there is none.
    """

    host: Line
    asked_at: AwareDatetime
    status: RobotsStatus
    crawl_delay: float = 0.0
    is_reserved: bool = False
    robots_txt: Told | None = None
    tdmrep: Told | None = None

    def age(self, now: datetime) -> float:
        """Return how many seconds ago the host was asked."""
        return (now - self.asked_at).total_seconds()
