"""Declarations that read the saved documents of every reader, each with its approved result."""

from typing import NamedTuple

from stellenbund.domain.source import Scope
from stellenbund.scraping.readers.bite import bite
from stellenbund.scraping.readers.concludis import concludis
from stellenbund.scraping.readers.dvinci import dvinci
from stellenbund.scraping.readers.employer_names import employer_names
from stellenbund.scraping.readers.feed import feed
from stellenbund.scraping.readers.html_cards import html_cards
from stellenbund.scraping.readers.interamt import interamt
from stellenbund.scraping.readers.job_posting import job_posting
from stellenbund.scraping.readers.jobsuche import jobsuche
from stellenbund.scraping.readers.karriere_nrw import karriere_nrw
from stellenbund.scraping.readers.list_then_detail import list_then_detail
from stellenbund.scraping.readers.mein_check_in import mein_check_in
from stellenbund.scraping.readers.onlyfy import onlyfy
from stellenbund.scraping.readers.pdf_notices import pdf_notices
from stellenbund.scraping.readers.personio import personio
from stellenbund.scraping.readers.rexx import rexx
from stellenbund.scraping.readers.service_bund import service_bund
from stellenbund.scraping.readers.sitemap import sitemap
from stellenbund.scraping.readers.smartrecruiters import smartrecruiters
from stellenbund.scraping.readers.softgarden import softgarden
from stellenbund.scraping.readers.successfactors import successfactors
from stellenbund.scraping.readers.umantis import umantis
from stellenbund.scraping.scraper import Site
from stellenbund.scraping.selectors import FieldSelectors, attribute, html, labelled, text

_OURS = employer_names("Stadt Musterstadt")

KARRIERE_NRW = karriere_nrw(
    authority="Stadt Musterstadt", aliases=["Rettungsdienst Musterstadt AöR"]
)
SERVICE_BUND = service_bund(employer="Stadt Musterstadt")
RSS = Site(
    start="https://karriere.musterstadt.example/feed.xml",
    read=feed(
        elements={
            "deadline": "dc:date",
            "reference": "dc:identifier",
            "employer": "dc:publisher",
            "place": "dc:coverage",
        },
        deadline=labelled("Bewerbungsfrist"),
    ),
)
ATOM = Site(start="https://musterstadt.example/ausbildung.atom", read=feed())
RDF = Site(start="https://musterstadt.example/feed.rdf", read=feed())
JSON = Site(start="https://musterstadt.example/feed.json", read=feed())
CARDS = Site(
    start="https://karriere.musterstadt.example/angebote",
    scope=Scope.MIXED,
    read=html_cards(
        card="article.angebot",
        next_page="a.weiter",
        total=".anzahl",
        reference=attribute("data-kennziffer"),
        title=text("h3"),
        url=attribute("href", of="h3 a"),
        kind=text(".angebot__art"),
        start=labelled("Ausbildungsbeginn"),
        deadline=labelled("Bewerbungsfrist"),
        certificate=labelled("Schulabschluss"),
        pay=labelled("Vergütung"),
        place=labelled("Einsatzort"),
        description_html=html(".angebot__text"),
    ),
)
LIST_AND_DETAILS = Site(
    start="https://www.musterstadt.example/ausbildung/index.php",
    read=list_then_detail(
        card=".eintrag",
        link="a.eintrag__mehr",
        list_fields=FieldSelectors(title=text("h3"), start=labelled("Beginn")),
        title=text("h2.titel"),
        apply_url=attribute("href", of="a.bewerben"),
        reference=labelled("Kennziffer"),
        start=labelled("Einstellungstermin"),
        duration=labelled("Dauer"),
        deadline=labelled("Bewerbungsschluss"),
        certificate=labelled("Schulabschluss"),
        positions=labelled("Anzahl"),
        description_html=html(".beschreibung"),
    ),
)


class Pair(NamedTuple):
    """A folder of saved documents, the file of what was approved of them, and the source."""

    folder: str
    approved: str
    site: Site

    @property
    def name(self) -> str:
        """What tells the pair from others."""
        return f"{self.folder}-{self.approved}"


def _pair(site: Site, folder: str, approved: str = "approved.json") -> Pair:
    return Pair(folder, approved, site)


SITES: tuple[Pair, ...] = (
    _pair(bite("0123456789abcdef0123456789abcdef01234567", only=_OURS), "bite"),
    _pair(concludis("https://musterstadt.concludis.example", only=_OURS), "concludis"),
    _pair(dvinci("https://musterstadt.dvinci-hr.example/", only=_OURS), "dvinci"),
    _pair(RSS, "feed", "rss.approved.json"),
    _pair(ATOM, "feed", "atom.approved.json"),
    _pair(RDF, "feed", "rdf.approved.json"),
    _pair(JSON, "feed", "json.approved.json"),
    _pair(CARDS, "html_cards"),
    _pair(interamt("Stadt Musterstadt", "Musterstadt Abwasser AöR", stock=8), "interamt"),
    _pair(interamt("Stadt Musterstadt", partner="9999"), "interamt_widget"),
    _pair(
        Site(
            start="https://www.musterstadt.example/karriere/ausbildung",
            read=job_posting(links="a.stelle"),
        ),
        "job_posting",
    ),
    _pair(jobsuche(employer="Stadt Musterstadt", place="Musterstadt"), "jobsuche"),
    _pair(KARRIERE_NRW, "karriere_nrw"),
    _pair(LIST_AND_DETAILS, "list_then_detail"),
    _pair(mein_check_in("musterstadt", only=_OURS), "mein_check_in"),
    _pair(onlyfy("https://musterstadt.onlyfy.example", only=_OURS), "onlyfy"),
    _pair(pdf_notices("https://www.musterstadt.example/ausbildung", links=".dateien a"), "pdf"),
    _pair(personio("musterstadt", only=employer_names("Stadtwerke Musterstadt")), "personio"),
    _pair(rexx("https://musterstadt-portal.rexx-systems.example", only=_OURS), "rexx"),
    _pair(SERVICE_BUND, "service_bund"),
    _pair(
        Site(
            start="https://karriere.musterstadt.example/sitemap.xml",
            scope=Scope.MIXED,
            read=sitemap(openings=r"/stellen/[\w-]+\.html$"),
        ),
        "sitemap",
    ),
    _pair(smartrecruiters("StadtMusterstadt"), "smartrecruiters"),
    _pair(softgarden("https://musterstadt.career.softgarden.example", only=_OURS), "softgarden"),
    _pair(successfactors("https://jobs.musterstadt.example/", only=_OURS), "successfactors"),
    _pair(umantis("https://recruitingapp-5000.umantis.example", only=_OURS), "umantis"),
)
"""Every reader at least once, in the order of their names."""
