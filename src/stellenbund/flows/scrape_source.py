"""Scrape a source: read it, then settle what it says."""

from stellenbund.domain.clock import berlin_day
from stellenbund.flows.gather import gather
from stellenbund.flows.occasion import Occasion
from stellenbund.flows.settle import settle
from stellenbund.scraping.page import Fetch
from stellenbund.scraping.scraper import Scraper, Site
from stellenbund.store.database import Database, writing
from stellenbund.store.runs import LoggedRun


def scrape_source(
    engine: Database, scraper: Scraper, site: Site, fetch: Fetch, occasion: Occasion
) -> LoggedRun:
    """Read one source of a city, settle it in one transaction, and return the run.

    Whatever goes wrong at the source stands in the run; the network is never waited for while
    the database is.

    Raises:
        NotFoundError: city or source were never registered.
    """
    started_at = occasion.clock()
    harvest = gather(scraper.city, site, fetch, today=berlin_day(started_at))
    with writing(engine) as session:
        return settle(
            session, site.describe(scraper.city), harvest, occasion, started_at=started_at
        )
