"""A site of thirty openings for tests, on one page whose fields can go wrong."""

from collections.abc import Mapping

from sqlalchemy import Engine

from stellenbund.domain.normalisers.professions import PROFESSIONS
from stellenbund.flows.register import register
from stellenbund.scraping.readers.html_cards import html_cards
from stellenbund.scraping.scraper import Scraper, Site
from stellenbund.scraping.selectors import attribute, html, labelled, text
from stellenbund.store.database import writing
from tests.builders import NOW
from tests.stocking import DECLARED, MUSTERSTADT

SIZE = 30
TRADES = (
    "Straßenwärter/in",
    "Vermessungstechniker/in",
    "Forstwirt/in",
    "Bauzeichner/in",
    "Verwaltungsfachangestellte/r",
    "Florist/in",
)
USUAL = {"Arbeitsort": "Musterstadt", "Frist": "31.01.2027", "Beginn": "01.09.2027"}
CARD = """
<article data-id="{number}"><h3>Ausbildung: {trade} (m/w/d)</h3>
<p class="text">Im Team {number} lernst du alles, was zu deinem Beruf gehört.</p>
<dl>{fields}</dl></article>
"""

SITE = Site(
    start="https://musterstadt.example/site",
    read=html_cards(
        card="article",
        total="p.anzahl",
        reference=attribute("data-id"),
        title=text("h3"),
        description_html=html(".text"),
        place=labelled("Arbeitsort"),
        deadline=labelled("Frist"),
        start=labelled("Beginn"),
    ),
)
SCRAPER = Scraper(city=MUSTERSTADT, sources=(SITE,))


def open_city(engine: Engine) -> None:
    """Make the city with its sources and all professions of our list known."""
    with writing(engine) as session:
        register(session, DECLARED, tuple(PROFESSIONS.values()), at=NOW)


def board(odd: Mapping[str, tuple[str, ...]] | None = None, *, rows: int = 10) -> str:
    """Return the page; of its thirty openings the first *rows* have the *odd* texts, in turn."""
    return "".join(_card(number, odd or {}, is_odd=number < rows) for number in range(SIZE))


def _card(number: int, odd: Mapping[str, tuple[str, ...]], *, is_odd: bool) -> str:
    told = {
        label: odd[label][number % len(odd[label])] if is_odd and label in odd else usual
        for label, usual in USUAL.items()
    }
    fields = "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in told.items())
    return CARD.format(number=number, trade=TRADES[number % len(TRADES)], fields=fields)
