"""Bottrop: a list on bottrop.de, each entry with a page of bold labels; Jobsuche besides."""

from stellenbund.domain.city import City
from stellenbund.scraping.readers.jobsuche import jobsuche
from stellenbund.scraping.readers.list_then_detail import list_then_detail
from stellenbund.scraping.scraper import Scraper, Site
from stellenbund.scraping.selectors import (
    FieldSelectors,
    attribute,
    following,
    html,
    labelled,
    text,
)

SCRAPER = Scraper(
    city=City(slug="bottrop", name="Bottrop", ags="05512000", website="https://www.bottrop.de/"),
    sources=(
        Site(
            start="https://www.bottrop.de/rathaus/karriere/ausbildung/index.php",
            read=list_then_detail(
                card=".bot-liste__eintrag",
                link="a.bot-liste__link",
                next_page="a.bot-weiter",
                list_fields=FieldSelectors(
                    title=text("h3"),
                    start=labelled("Beginn"),
                    deadline=labelled("Bewerbungsfrist"),
                ),
                title=text("h1.bot-stelle__titel"),
                apply_url=attribute("href", of="a.bot-bewerben"),
                org_unit=labelled("Fachbereich"),
                start=labelled("Ausbildungsbeginn"),
                duration=labelled("Ausbildungsdauer"),
                deadline=labelled("Bewerbungsfrist"),
                certificate=labelled("Schulische Voraussetzung"),
                pay=labelled("Vergütung"),
                positions=labelled("Anzahl der Plätze"),
                weekly_hours=labelled("Wochenarbeitszeit"),
                place=labelled("Ausbildungsort"),
                partner_school=labelled("Berufsschule / Hochschule"),
                description_html=html(".bot-stelle__text"),
                tasks_html=following("Ihre Aufgaben"),
                profile_html=following("Ihr Profil"),
                benefits_html=following("Unser Angebot"),
                contact=labelled("Kontakt"),
            ),
        ),
        jobsuche(
            employer="Stadt Bottrop",
            place="Bottrop",
            aliases=("Bottroper Sport- und Bäderbetrieb", "Stadtverwaltung Bottrop"),
        ),
    ),
)
