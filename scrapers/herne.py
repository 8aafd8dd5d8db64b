"""Herne: known by name and inactive; its training site is ausbildung-zum-aufstieg.de."""

from stellenbund.domain.city import City
from stellenbund.scraping.scraper import Scraper

SCRAPER = Scraper(
    city=City(
        slug="herne",
        name="Herne",
        ags="05916000",
        website="https://www.herne.de/",
        is_active=False,
    ),
)
