"""Oberhausen: known by name and inactive; its portal is bewerbungsportal.oberhausen.de."""

from stellenbund.domain.city import City
from stellenbund.scraping.scraper import Scraper

SCRAPER = Scraper(
    city=City(
        slug="oberhausen",
        name="Oberhausen",
        ags="05119000",
        website="https://www.oberhausen.de/",
        is_active=False,
    ),
)
