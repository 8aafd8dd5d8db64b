"""Growth: the picture of what is public is brought up to date from what changed since."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlmodel import Session

from stellenbund.domain.history import OpeningWithHistory
from stellenbund.domain.vocabulary import Status
from stellenbund.flows.picture import Picture, Register, Sidelights
from stellenbund.store.cities import active_cities
from stellenbund.store.database import Database, reading
from stellenbund.store.openings import openings_since
from stellenbund.store.professions import list_professions
from stellenbund.store.pulse import Pulse, moved_at, seen_since, take_pulse
from stellenbund.store.sources import declared_sources


def grown(engine: Database, picture: Picture) -> Picture:
    """Return *picture* as of now, itself if nothing moved; the first grows from an empty one.

    All of it is read at one moment of the database.
    """
    with reading(engine) as session:
        pulse = take_pulse(session)
        if pulse == picture.pulse:
            return picture
        ground = _ground(session, picture, pulse)
        at = moved_at(session, pulse) if _has_moment(picture, ground, pulse) else None
        return _grown(session, replace(ground, moved_at=at), pulse)


def _has_moment(before: Picture, ground: Picture, pulse: Pulse) -> bool:
    """Say whether changes and runs tell when the picture moved: the register tells no time."""
    if before.pulse._replace(registrations=pulse.registrations) != pulse:
        return True
    return before.moved_at is not None and ground.register == before.register


def _ground(session: Session, picture: Picture, pulse: Pulse) -> Picture:
    """Return what to grow from: an empty picture if cities came or went, or if it is worn."""
    if pulse.registrations == picture.pulse.registrations:
        register = picture.register
    else:
        register = _register(session)
    same_cities = register.cities.keys() == picture.register.cities.keys()
    if same_cities and not picture.catalogue.is_worn:
        return replace(picture, register=register)
    return Picture(register=register)


def _register(session: Session) -> Register:
    sources = declared_sources(session)
    return Register(
        cities={each.slug: each for each in active_cities(session)},
        professions={each.slug: each for each in list_professions(session)},
        sources={f"{each.city}/{each.key}": each for each in sources},
    )


def _grown(session: Session, picture: Picture, pulse: Pulse) -> Picture:
    notes = _Notes.of(picture.sidelights)
    if picture.pulse.run and picture.pulse[2:] != pulse[2:]:
        notes.seen |= seen_since(session, picture.pulse.run)
    moved = notes.taking(openings_since(session, picture.pulse.sequence))
    departed: list[OpeningWithHistory] = []
    listed = _parted(moved, picture.register, departed)
    return replace(
        picture,
        pulse=pulse,
        catalogue=picture.catalogue.updated(listed, pulse.sequence),
        departed=picture.departed.updated(departed, pulse.sequence),
        sidelights=Sidelights(notes.seen, notes.successors, frozenset(notes.samples)),
    )


def _parted(
    openings: Iterable[OpeningWithHistory], register: Register, departed: list[OpeningWithHistory]
) -> Iterator[OpeningWithHistory]:
    """Yield the openings of cities that take part; lay the others aside in *departed*."""
    for opening in openings:
        if opening.city in register.cities:
            yield opening
        else:
            departed.append(opening)


@dataclass
class _Notes:
    """What is noted of openings as they pass by."""

    seen: dict[str, datetime]
    successors: dict[str, str]
    samples: set[str]
    instants: dict[datetime, datetime] = field(default_factory=dict)

    @classmethod
    def of(cls, sidelights: Sidelights) -> "_Notes":
        return cls(dict(sidelights.seen), dict(sidelights.successors), set(sidelights.samples))

    def taking(self, openings: Iterable[OpeningWithHistory]) -> Iterator[OpeningWithHistory]:
        """Pass *openings* on, and note what there is to know of each."""
        for opening in openings:
            at = opening.last_seen_at
            self.seen[opening.id] = self.instants.setdefault(at, at)
            if opening.readvertises:
                self.successors[opening.readvertises] = opening.id
            if opening.sample and opening.status is Status.PUBLISHED:
                self.samples.add(opening.id)
            else:
                self.samples.discard(opening.id)
            yield opening
