"""Declarations that read the saved documents of the portals, each with its approved result."""

from stellenbund.scraping.readers.feed import feed
from stellenbund.scraping.readers.interamt import interamt
from stellenbund.scraping.readers.karriere_nrw import karriere_nrw
from stellenbund.scraping.readers.service_bund import service_bund
from stellenbund.scraping.scraper import Site
from stellenbund.scraping.selectors import labelled

KARRIERE_NRW = karriere_nrw(
    authority="Stadt Musterstadt", aliases=["Rettungsdienst Musterstadt AöR"]
)
INTERAMT = interamt(partner="9999", authority="Stadt Musterstadt")
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

SITES: tuple[tuple[str, str, Site], ...] = (
    ("karriere_nrw", "approved.json", KARRIERE_NRW),
    ("interamt", "approved.json", INTERAMT),
    ("service_bund", "approved.json", SERVICE_BUND),
    ("feed", "rss.approved.json", RSS),
    ("feed", "atom.approved.json", ATOM),
    ("feed", "rdf.approved.json", RDF),
    ("feed", "json.approved.json", JSON),
)
"""The folder of the saved documents, the file of the approved result, and the source."""
