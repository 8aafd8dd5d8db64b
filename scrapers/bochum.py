"""Bochum: cards under headings on karriere.bochum.de, three pages; Jobsuche besides."""

from stellenbund.domain.city import City
from stellenbund.domain.source import Scope
from stellenbund.scraping.readers.html_cards import html_cards
from stellenbund.scraping.readers.jobsuche import jobsuche
from stellenbund.scraping.scraper import Scraper, Site
from stellenbund.scraping.selectors import above, attribute, following, html, labelled, text

SCRAPER = Scraper(
    city=City(slug="bochum", name="Bochum", ags="05911000", website="https://www.bochum.de/"),
    sources=(
        Site(
            start="https://karriere.bochum.de/ausbildung",
            scope=Scope.MIXED,
            read=html_cards(
                card="article.jobcard",
                next_page="a[rel=next]",
                section=above("h2.jobs__kategorie"),
                reference=attribute("data-id"),
                title=text(".jobcard__titel"),
                url=attribute("href", of=".jobcard__titel a"),
                apply_url=attribute("href", of="a.btn--primary"),
                kind=labelled("Ausbildungsart"),
                org_unit=text(".jobcard__amt"),
                start=labelled("Start"),
                duration=labelled("Dauer"),
                deadline=labelled("Bewerbungsfrist"),
                certificate=labelled("Schulabschluss"),
                pay=labelled("Vergütung"),
                positions=labelled("Plätze"),
                weekly_hours=labelled("Wochenarbeitszeit"),
                partner_school=labelled("Lernort"),
                description_html=html(".jobcard__text"),
                tasks_html=following("Das machst du bei uns"),
                profile_html=following("Das bringst du mit"),
                benefits_html=following("Das bekommst du"),
                contact=text(".jobcard__kontakt"),
            ),
        ),
        jobsuche(
            employer="Stadt Bochum",
            place="Bochum",
            aliases=("Stadt Bochum - Der Oberbürgermeister",),
        ),
    ),
)
