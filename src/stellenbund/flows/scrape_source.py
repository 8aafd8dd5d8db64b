"""Scrape a source: read it, then settle what it says."""

from collections.abc import Callable
from datetime import datetime

from stellenbund.domain.clock import berlin_day
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.run import Outcome
from stellenbund.flows.gather import gather
from stellenbund.flows.interruption import StoppedError, unless_stopped, until
from stellenbund.flows.occasion import Occasion
from stellenbund.flows.remembering import recollect, remember
from stellenbund.flows.settle import settle
from stellenbund.scraping.memory import Memory
from stellenbund.scraping.page import Fetch
from stellenbund.scraping.scraper import Scraper, Site
from stellenbund.store.database import Database, writing
from stellenbund.store.runs import LoggedRun

FetchWith = Callable[[Memory], Fetch]
"""How a source's pages are had by one who remembers earlier ones."""

INTERRUPTED = Harvest(
    trouble=Outcome.INTERRUPTED,
    reason="Der Lauf wurde abgebrochen, bevor die Quelle zu Ende gelesen war; nichts davon gilt.",
)


def scrape_source(
    engine: Database, scraper: Scraper, site: Site, fetch_with: FetchWith, occasion: Occasion
) -> LoggedRun:
    """Read one source of a city, settle it in one transaction, and return the run.

    Whatever goes wrong at the source stands in the run; the network is never waited for while
    the database is. Saved pages are read without a memory, and leave nothing in it.

    Raises:
        NotFoundError: city or source were never registered.
    """
    started_at = occasion.clock()
    source = site.describe(scraper.city)
    memory = Memory() if occasion.sample else recollect(engine, source)
    fetch = until(occasion.stop, fetch_with(memory))
    harvest = _read(scraper, site, fetch, occasion, started_at)
    with writing(engine) as session:
        run = settle(session, source, harvest, occasion, started_at=started_at)
    if not occasion.sample:
        remember(engine, source, memory, run.outcome)
    return run


def _read(
    scraper: Scraper, site: Site, fetch: Fetch, occasion: Occasion, started_at: datetime
) -> Harvest:
    """Return what the source says; of a reading that was interrupted nothing is left."""
    try:
        return unless_stopped(
            occasion.stop,
            lambda: gather(scraper.city, site, fetch, today=berlin_day(started_at)),
        )
    except StoppedError:
        return INTERRUPTED
