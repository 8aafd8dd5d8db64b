"""Lease: the right to ask the cities' sites, taken, extended or given back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from stellenbund.domain.lease import Lease
from stellenbund.scraping.fetcher import PACE
from stellenbund.scraping.robots import LONGEST_DELAY
from stellenbund.store.database import DATABASE_ERRORS, Database, writing
from stellenbund.store.leases import change_lease, take_lease
from stellenbund.store.robots import longest_delay

NAME = "cities-sites"

LENGTH = timedelta(minutes=2)
"""After so long without a sign of life another process may take the lease."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaseholder:
    """A process that wants to ask the cities' sites; *name* is its own and nobody else's.

    *length* is how long the lease lasts unless it is extended.
    """

    engine: Database
    name: str
    clock: Callable[[], datetime]
    length: timedelta = LENGTH

    def take(self) -> Lease:
        """Take the lease unless another process has it; return the one that stands."""
        now = self.clock()
        with writing(self.engine) as session:
            return take_lease(session, self._lease(now + self.length), now)

    def extend(self, lease: Lease) -> Lease | None:
        """Return our *lease* at its full length from now on, or nothing if it is lost.

        While the database is away, it is ours for as long as it was given.
        """
        now = self.clock()
        longer = self._lease(now + self.length)
        try:
            with writing(self.engine) as session:
                return longer if change_lease(session, longer) else None
        except DATABASE_ERRORS:
            return lease if now < lease.until else None

    def give_back(self) -> None:
        """Let the next process take the lease once no host would be asked in haste by it."""
        with writing(self.engine) as session:
            rest = min(max(PACE.gap, longest_delay(session)), LONGEST_DELAY)
            change_lease(session, self._lease(self.clock() + timedelta(seconds=rest)))

    def _lease(self, until: datetime) -> Lease:
        return Lease(name=NAME, holder=self.name, until=until)
