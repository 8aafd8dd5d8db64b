"""Unknown: what is said of a document that is not what a portal should send."""

from stellenbund.domain.finding import Finding, Severity, clip
from stellenbund.domain.run import Outcome
from stellenbund.scraping.page import Page
from stellenbund.scraping.scraper import Refused


def unknown(page: Page, *, reader: str, portal: str) -> Refused:
    """Refuse *page*, which *reader* should have got from *portal* (its name as HR knows it)."""
    return Refused(
        Outcome.UNREADABLE,
        Finding(
            severity=Severity.ERROR,
            rule=f"{reader}.unknown",
            message=f"Die Antwort von {portal} hat eine unbekannte Form.",
            place=page.url,
            value=clip(page.text) or None,
            remedy="Bitte die Adresse im Browser öffnen: Ist das Portal umgezogen oder die "
            "Schnittstelle abgeschaltet, muss die Beschreibung der Stadt (scrapers/) angepasst "
            "werden.",
        ),
    )
