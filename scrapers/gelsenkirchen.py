"""Gelsenkirchen: tiles on gelsenkirchen.de lead to pages of labelled text; Jobsuche besides."""

from stellenbund.domain.city import City
from stellenbund.scraping.readers.job_posting import job_posting
from stellenbund.scraping.readers.jobsuche import jobsuche
from stellenbund.scraping.scraper import Scraper, Site

SCRAPER = Scraper(
    city=City(
        slug="gelsenkirchen",
        name="Gelsenkirchen",
        ags="05513000",
        website="https://www.gelsenkirchen.de/",
    ),
    sources=(
        Site(
            start="https://www.gelsenkirchen.de/de/rathaus/karriere/ausbildung/",
            read=job_posting(links="a.kachel__link"),
        ),
        jobsuche(
            employer="Stadt Gelsenkirchen",
            place="Gelsenkirchen",
            aliases=("Gelsendienste", "GeKita - Gelsenkirchener Kindertagesbetreuung"),
        ),
    ),
)
