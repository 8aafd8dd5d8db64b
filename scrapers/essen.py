"""Essen: cards on karriere.essen.de, three pages with a stated total; Jobsuche besides."""

from stellenbund.domain.city import City
from stellenbund.domain.source import Scope
from stellenbund.scraping.readers.html_cards import html_cards
from stellenbund.scraping.readers.jobsuche import jobsuche
from stellenbund.scraping.scraper import Scraper, Site
from stellenbund.scraping.selectors import attribute, following, html, labelled, text

SCRAPER = Scraper(
    city=City(slug="essen", name="Essen", ags="05113000", website="https://www.essen.de/"),
    sources=(
        Site(
            start="https://karriere.essen.de/",
            scope=Scope.MIXED,
            read=html_cards(
                card="li.stelle",
                next_page=".seiten .weiter a",
                total=".ergebnis",
                reference=attribute("data-kennziffer"),
                title=text("h3"),
                url=attribute("href", of="a.stelle__link"),
                apply_url=attribute("href", of="a.stelle__bewerben"),
                kind=text(".badge"),
                org_unit=labelled("Fachbereich"),
                start=labelled("Beginn"),
                duration=labelled("Ausbildungsdauer"),
                deadline=labelled("Bewerbungsschluss"),
                certificate=labelled("Schulabschluss"),
                pay=labelled("Dein Verdienst"),
                positions=labelled("Freie Plätze"),
                place=labelled("Einsatzort"),
                partner_school=labelled("Berufsschule"),
                description_html=html(".stelle__text, .stelle__hinweis"),
                tasks_html=following("Deine Aufgaben"),
                profile_html=following("Dein Profil"),
                benefits_html=following("Unser Angebot"),
                contact=text(".stelle__kontakt"),
            ),
        ),
        jobsuche(
            employer="Stadt Essen",
            place="Essen",
            aliases=("Sport- und Bäderbetriebe Essen", "Essener Systemhaus"),
        ),
    ),
)
