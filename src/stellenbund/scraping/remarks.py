"""Remark: what a person should know about a page that a crawl did not get or could not read."""

from stellenbund.domain.finding import Finding, Severity
from stellenbund.scraping.scraper import Follow


def remark(
    rule: str, severity: Severity, message: str, follow: Follow, cause: str | None = None
) -> Finding:
    """Return a finding about the page to which *follow* leads; *cause* is what the error said."""
    record = follow.record
    return Finding(
        severity=severity,
        rule=rule,
        message=message,
        reference=record.reference or record.url if record else None,
        place=follow.url,
        value=cause,
        remedy="Beim nächsten Lauf wird die Seite erneut abgerufen; bleibt es dabei, bitte die "
        "Adresse im Browser öffnen.",
    )
