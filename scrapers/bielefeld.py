"""Bielefeld: a sitemap and a start page lead to pages with JSON-LD; Jobsuche besides."""

from stellenbund.domain.city import City
from stellenbund.domain.source import Scope
from stellenbund.scraping.readers.job_posting import job_posting
from stellenbund.scraping.readers.jobsuche import jobsuche
from stellenbund.scraping.readers.sitemap import sitemap
from stellenbund.scraping.scraper import Scraper, Site

SCRAPER = Scraper(
    city=City(
        slug="bielefeld", name="Bielefeld", ags="05711000", website="https://www.bielefeld.de/"
    ),
    sources=(
        Site(
            start=("https://karriere.bielefeld.de/", "https://karriere.bielefeld.de/sitemap.xml"),
            scope=Scope.MIXED,
            read=sitemap(
                openings=r"/stellen/[\w-]+\.html$", beside=job_posting(links="a.angebot__link")
            ),
        ),
        jobsuche(
            employer="Stadt Bielefeld",
            place="Bielefeld",
            aliases=(
                "Stadt Bielefeld - Amt für Personal",
                "Umweltbetrieb der Stadt Bielefeld",
                "Immobilienservicebetrieb der Stadt Bielefeld",
            ),
        ),
    ),
)
