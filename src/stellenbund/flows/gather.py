"""Gather: from a city's site to the harvest of one source, outside any transaction."""

from datetime import date

from stellenbund.domain.city import City
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.normalisers.records import Context, normalise_all
from stellenbund.domain.run import Outcome
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.page import Fetch
from stellenbund.scraping.scraper import Site


def gather(city: City, site: Site, fetch: Fetch, *, today: date) -> Harvest:
    """Read *site* and normalise what it says; what goes wrong is the harvest's trouble."""
    if not site.is_enabled:
        return Harvest(trouble=Outcome.SWITCHED_OFF, reason=site.disabled_reason)
    context = Context(
        city=city,
        scope=site.scope,
        today=today,
        licence=site.licence,
        attribution=site.attribution,
    )
    return normalise_all(crawl(site, fetch), context)
