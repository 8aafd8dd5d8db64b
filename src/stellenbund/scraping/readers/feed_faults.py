"""Feed faults: what can be wrong with a feed, in words for HR."""

from stellenbund.domain.finding import Finding, Severity, clip
from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.scraping.page import Page
from stellenbund.scraping.scraper import Refused


def doctype(page: Page) -> Refused:
    """Refuse a document that declares its type: a web page, or a trap."""
    return Refused(
        Outcome.UNREADABLE,
        Finding(
            severity=Severity.ERROR,
            rule="feed.doctype",
            message="Das Dokument beginnt mit einer DOCTYPE-Angabe, wie Webseiten sie haben; "
            "ein Feed braucht keine, und wir lesen keinen mit einer.",
            place=page.url,
            value=clip(page.text[:2_000]),
            remedy="Bitte prüfen, ob die Adresse noch zum Feed führt.",
        ),
    )


def unknown(page: Page, error: ValueError) -> Refused:
    """Refuse a document that is no feed."""
    return Refused(
        Outcome.UNREADABLE,
        Finding(
            severity=Severity.ERROR,
            rule="feed.unknown",
            message="Das Dokument ist kein Feed: weder RSS noch Atom noch JSON Feed.",
            place=page.url,
            value=clip(f"{error}: {page.text[:2_000]}"),
            remedy="Bitte prüfen, ob die Adresse noch zum Feed führt.",
        ),
    )


def cut(page: Page) -> Refused:
    """Say that entries are missing: what the feed shows counts, what it does not may exist."""
    return Refused(
        Outcome.TRUNCATED,
        Finding(
            severity=Severity.WARNING,
            rule="feed.cut",
            message="Der Feed bricht ab oder ist so fehlerhaft, dass Einträge verloren gehen; was "
            "fehlt, gilt nicht als weg.",
            place=page.url,
            value=clip(page.text[-300:]),
            remedy="Beim nächsten Lauf wird er erneut abgerufen; bleibt es dabei, bitte dem "
            "Betreiber der Seite Bescheid geben.",
        ),
    )


def mended(page: Page) -> Finding:
    """Remark that the feed is ill-formed and was read nevertheless."""
    return Finding(
        severity=Severity.WARNING,
        rule="feed.ill_formed",
        message="Der Feed ist kein gültiges XML; wir haben ihn gelesen, so gut es ging.",
        place=page.url,
        remedy="Bitte dem Betreiber der Seite Bescheid geben: Oft fehlt nur das Ende eines "
        "CDATA-Abschnitts, oder ein „&“ steht dort, wo „&amp;“ stehen müsste.",
    )


def no_employer(page: Page) -> Finding:
    """Remark that an entry names no employer, so that nobody can say whose it is."""
    return Finding(
        severity=Severity.WARNING,
        rule="feed.no_employer",
        message="Mindestens ein Eintrag nennt keinen Arbeitgeber; er wird nicht übernommen.",
        place=page.url,
        remedy="Nennt keiner mehr einen, hat der Feed eine neue Form, und die Beschreibung des "
        "Auslesens (scrapers/) muss angepasst werden.",
    )


def no_detail(page: Page, listed: RawRecord, count: int) -> Finding:
    """Remark that the page of an entry shows no opening, or several."""
    shown = f"{count} Stellen statt einer" if count else "keine Stelle"
    return Finding(
        severity=Severity.WARNING,
        rule="feed.no_detail",
        message=f"Die Seite zu diesem Eintrag zeigt {shown}; es bleibt bei dem, was der Feed sagt.",
        reference=listed.reference or listed.url,
        place=page.url,
        remedy="Bitte die Seite ansehen: Hat sie eine neue Gestaltung, muss die Beschreibung des "
        "Auslesens (scrapers/) angepasst werden.",
    )
