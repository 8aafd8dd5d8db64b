"""Probe: look at a career site, try what may fit, and say how complete that would be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from stellenbund.domain.city import City
from stellenbund.domain.completeness import completeness
from stellenbund.domain.delivery import Delivery
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.normalisers.records import Context, normalise_all
from stellenbund.domain.source import Scope
from stellenbund.scraping.memory import Memory
from stellenbund.scraping.page import Fetch
from stellenbund.scraping.probing import trial
from stellenbund.scraping.probing.clue import Clue
from stellenbund.scraping.probing.look import Look, look_at
from stellenbund.scraping.probing.tour import MOST_PAGES, Tour
from stellenbund.scraping.scraper import Site

MOST_TRIALS = 3
MOST_REQUESTS = MOST_PAGES + MOST_TRIALS * trial.MOST_REQUESTS
"""What one probe asks for at most, on all hosts together; their robots.txt is not counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How pages are had: *reach* from any host, *fetch_for* from those of a declared source.

    *memory* is where *reach* notes what the hosts ask of us.
    """

    reach: Fetch
    fetch_for: Callable[[Site], Fetch]
    memory: Memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What came of trying one declaration; *complete* is the share of openings by field."""

    clue: Clue
    delivery: Delivery
    harvest: Harvest
    complete: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """What a site showed, what was tried, and the best of it; *best* has been tried if possible."""

    look: Look
    trials: tuple[Trial, ...]
    troubles: Mapping[str, str]
    memory: Memory

    @property
    def best(self) -> Clue | None:
        """The clue whose declaration brought openings, else the surest."""
        fruitful = next((each.clue for each in self.trials if each.delivery.records), None)
        return fruitful or next(iter(self.look.clues), None)

    @property
    def trial(self) -> Trial | None:
        """What came of trying the best."""
        return next((each for each in self.trials if each.clue == self.best), None)


def probe(url: str, way: Way, city: City, employer: str, *, today: date) -> Probe:
    """Look at the site of *url*, and try what speaks for a reader until openings come of it.

    Where a portal that the site shows brings none, its own pages are looked at too.
    """
    tour = Tour(way.reach)
    attempts = _Attempts(way, tour, city, today)
    look = look_at(url, tour, way.memory, employer)
    if not attempts.succeed(look):
        look = look_at(url, tour, way.memory, employer, is_past_portals=True)
        attempts.succeed(look)
    return Probe(
        look=look, trials=tuple(attempts.trials), troubles=tour.troubles, memory=way.memory
    )


@dataclass(slots=True)
class _Attempts:
    """What was tried so far, each declaration once."""

    way: Way
    tour: Tour
    city: City
    today: date
    trials: list[Trial] = field(default_factory=list)

    def succeed(self, look: Look) -> bool:
        """Try what was found until openings come of it, and say whether any came."""
        for clue in look.clues:
            is_new = all(clue.call != each.clue.call for each in self.trials)
            if clue.call is not None and is_new and len(self.trials) < MOST_TRIALS:
                self.trials.append(self._tried(clue, clue.call.made()))
                if self.trials[-1].delivery.records:
                    return True
        return False

    def _tried(self, clue: Clue, site: Site) -> Trial:
        """Read a little of *site*; each opening counts for completeness, training place or not."""
        delivery = trial.tried(site, self.tour.beside(self.way.fetch_for(site)))
        context = Context(city=self.city, scope=site.scope, today=self.today)
        every = normalise_all(delivery, replace(context, scope=Scope.TRAINING))
        return Trial(
            clue=clue,
            delivery=delivery,
            harvest=normalise_all(delivery, context),
            complete=completeness(every.notices),
        )
