"""Duisburg: a table on duisburg.de in Windows-1252, each row with a page; Jobsuche besides."""

from stellenbund.domain.city import City
from stellenbund.scraping.readers.jobsuche import jobsuche
from stellenbund.scraping.readers.list_then_detail import list_then_detail
from stellenbund.scraping.scraper import Scraper, Site
from stellenbund.scraping.selectors import FieldSelectors, attribute, html, labelled, text

SCRAPER = Scraper(
    city=City(slug="duisburg", name="Duisburg", ags="05112000", website="https://www.duisburg.de/"),
    sources=(
        Site(
            start="https://www.duisburg.de/microsites/karriere/stellenangebote/index.php",
            read=list_then_detail(
                card="table.stellenliste tbody tr",
                link="a[href*='stelle=']",
                next_page=".blaettern a",
                list_fields=FieldSelectors(
                    reference=text("td:nth-of-type(1)"),
                    title=text("td:nth-of-type(2) a"),
                    org_unit=text("td:nth-of-type(2) small"),
                    start=text("td:nth-of-type(3)"),
                    deadline=text("td:nth-of-type(4)"),
                ),
                title=text("h2.titel"),
                apply_url=attribute("href", of="a.onlinebewerbung"),
                org_unit=labelled("Dienststelle"),
                start=labelled("Einstellungstermin"),
                duration=labelled("Dauer"),
                deadline=labelled("Bewerbungsschluss"),
                certificate=labelled("Schulabschluss"),
                pay=labelled("Vergütung"),
                positions=labelled("Anzahl"),
                weekly_hours=labelled("Arbeitszeit"),
                place=labelled("Einsatzort"),
                partner_school=labelled("Berufsschule bzw. Hochschule"),
                description_html=html(".beschreibung, .hinweise"),
                tasks_html=html(".aufgaben"),
                profile_html=html(".anforderungen"),
                benefits_html=html(".angebot"),
                contact=labelled("Ansprechpartner"),
            ),
        ),
        jobsuche(
            employer="Stadt Duisburg",
            place="Duisburg",
            aliases=("Wirtschaftsbetriebe Duisburg - AöR",),
        ),
    ),
)
