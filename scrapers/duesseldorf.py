"""Düsseldorf: a list on duesseldorf.de, each entry a JSON-LD graph; Jobsuche besides."""

from stellenbund.domain.city import City
from stellenbund.scraping.readers.job_posting import job_posting
from stellenbund.scraping.readers.jobsuche import jobsuche
from stellenbund.scraping.scraper import Scraper, Site

SCRAPER = Scraper(
    city=City(
        slug="duesseldorf",
        name="Düsseldorf",
        ags="05111000",
        website="https://www.duesseldorf.de/",
    ),
    sources=(
        Site(
            start="https://www.duesseldorf.de/ausbildung",
            read=job_posting(links="a.stellenlink", next_page="a.seiten__weiter", total=".anzahl"),
        ),
        jobsuche(
            employer="Landeshauptstadt Düsseldorf",
            place="Düsseldorf",
            aliases=(
                "Landeshauptstadt Düsseldorf, Der Oberbürgermeister",
                "Stadt Düsseldorf",
                "Stadtentwässerungsbetrieb Düsseldorf",
            ),
        ),
    ),
)
