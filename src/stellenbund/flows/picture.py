"""Picture: everything that public answers are made from, as of one moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from stellenbund.catalogue.catalogue import Catalogue, Hit
from stellenbund.domain.city import City
from stellenbund.domain.profession import Profession
from stellenbund.domain.source import Source
from stellenbund.domain.vocabulary import Status
from stellenbund.flows.kept import Kept, keep
from stellenbund.store.pulse import Pulse

MOST_STEPS = 20
"""How many times an opening that is advertised again and again is followed."""


@dataclass(frozen=True)
class Register:
    """The cities that take part, all professions, and every source that was ever declared."""

    cities: Mapping[str, City] = field(default_factory=dict)
    professions: Mapping[str, Profession] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)


@dataclass(frozen=True)
class Sidelights:
    """What is known of openings beside the catalogue, by id.

    When each was last *seen*; the *successor* that advertises it again; which are *samples* that
    one can apply for.
    """

    seen: Mapping[str, datetime] = field(default_factory=dict)
    successors: Mapping[str, str] = field(default_factory=dict)
    samples: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Picture:
    """Everything public at one *pulse* of the database; a value that never changes.

    *moved_at* is when it last became another one, the same for all workers; ``None``: nobody knows.
    *departed* holds the openings of cities that no longer take part: they are in no list, but
    their addresses live.
    """

    pulse: Pulse = field(default_factory=Pulse)
    moved_at: datetime | None = None
    register: Register = field(default_factory=Register)
    catalogue: Catalogue[Kept] = field(default_factory=lambda: Catalogue(keep))
    departed: Catalogue[Kept] = field(default_factory=lambda: Catalogue(keep))
    sidelights: Sidelights = field(default_factory=Sidelights)

    @cached_property
    def version(self) -> str:
        """A word that changes whenever anything public has moved, the same for all workers."""
        return ".".join(map(str, self.pulse))

    @property
    def has_samples(self) -> bool:
        """Whether anything that one can apply for was read from saved sample pages."""
        return bool(self.sidelights.samples)

    def get(self, name: str, today: date) -> Hit[Kept] | None:
        """Return the opening with the id *name*, whatever its status; none that is held back."""
        return self.catalogue.get(name, today) or self.departed.get(name, today)

    def seen(self, name: str) -> datetime:
        """Return when the opening with the id *name* was last seen at a source."""
        return self.sidelights.seen[name]

    def successor(self, name: str, today: date) -> str | None:
        """Return the public opening that advertises *name* again, perhaps through others."""
        for _ in range(MOST_STEPS):
            following = self.sidelights.successors.get(name)
            found = self.get(following, today) if following else None
            if found is None:
                return None
            if found.status is not Status.WITHDRAWN:
                return found.id
            name = found.id
        return None
