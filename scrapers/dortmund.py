"""Dortmund: a list on dortmund.de, each entry with a page in microdata; Jobsuche besides."""

from stellenbund.domain.city import City
from stellenbund.domain.source import Scope
from stellenbund.scraping.readers.job_posting import job_posting
from stellenbund.scraping.readers.jobsuche import jobsuche
from stellenbund.scraping.scraper import Scraper, Site

SCRAPER = Scraper(
    city=City(slug="dortmund", name="Dortmund", ags="05913000", website="https://www.dortmund.de/"),
    sources=(
        Site(
            start="https://www.dortmund.de/karriere/ausbildung/",
            scope=Scope.MIXED,
            read=job_posting(
                links="a.jobTitle-link",
                next_page=".pagination a.weiter",
                total=".paginationLabel b:nth-of-type(2)",
            ),
        ),
        jobsuche(
            employer="Stadt Dortmund",
            place="Dortmund",
            aliases=(
                "Stadt Dortmund - Zoo",
                "Eigenbetrieb Stadtentwässerung Dortmund",
                "Städtische Seniorenheime Dortmund",
            ),
        ),
    ),
)
