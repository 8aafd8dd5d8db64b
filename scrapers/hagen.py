"""Hagen: known by name and inactive; it joined the cooperation after the campaign."""

from stellenbund.domain.city import City
from stellenbund.scraping.scraper import Scraper

SCRAPER = Scraper(
    city=City(
        slug="hagen",
        name="Hagen",
        ags="05914000",
        website="https://www.hagen.de/",
        is_active=False,
    ),
)
