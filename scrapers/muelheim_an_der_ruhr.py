"""Mülheim an der Ruhr: four pages, each with several JobPostings; Jobsuche besides."""

from stellenbund.domain.city import City
from stellenbund.scraping.readers.job_posting import job_posting
from stellenbund.scraping.readers.jobsuche import jobsuche
from stellenbund.scraping.scraper import Scraper, Site

SCRAPER = Scraper(
    city=City(
        slug="muelheim-an-der-ruhr",
        name="Mülheim an der Ruhr",
        ags="05117000",
        website="https://www.muelheim-ruhr.de/",
    ),
    sources=(
        Site(
            start=(
                "https://www.muelheim-ruhr.de/karriere/ausbildung/verwaltung",
                "https://www.muelheim-ruhr.de/karriere/ausbildung/technik",
                "https://www.muelheim-ruhr.de/karriere/ausbildung/studium",
                "https://www.muelheim-ruhr.de/karriere/ausbildung/orientierung",
            ),
            read=job_posting(next_page=".weiter a"),
        ),
        jobsuche(
            employer="Stadt Mülheim an der Ruhr",
            place="Mülheim an der Ruhr",
            aliases=("ImmobilienService der Stadt Mülheim an der Ruhr",),
        ),
    ),
)
