"""service_bund: the training places in the feed of service.bund.de, as a source of one employer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Trust
from stellenbund.scraping.page import Page, without_fragment
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames, employer_names
from stellenbund.scraping.readers.feed import feed
from stellenbund.scraping.scraper import Refused, Site, Skipped, Unreadable, Yield
from stellenbund.scraping.selectors import labelled

FEED = (
    "https://www.service.bund.de/Content/Globals/Functions/RSSFeed/"
    "RSSGenerator_Ausbildungsplaetze.xml"
)
FULL = 500
"""The feed shows the newest entries of the whole country, and never more than so many."""

STRIKES = 10


def service_bund(*, employer: str, aliases: Sequence[str] = ()) -> Site:
    """Return the source of all training places that one employer has in the feed.

    Absence proves little here. A full feed has pushed older entries out, so it is never read to
    the end of what there is and nothing vanishes by it. One that is not full shows all there is,
    but states no total; a place is gone only after ten such runs without it. An opening ends with
    its deadline anyway, which every entry has. The pages behind the entries are left alone: their
    texts belong to the employers, who show them on their own sites.

    Args:
        employer: the city's name as an employer, such as "Stadt Bochum".
        aliases: further names under which the city or its own enterprises advertise.
    """
    return Site(
        start=FEED,
        read=ServiceBundReading(employer_names(employer, aliases)).read,
        key="service-bund",
        name="service.bund.de",
        trust=Trust.PORTAL,
        strikes=STRIKES,
        attribution="service.bund.de",
    )


@dataclass(frozen=True, slots=True)
class ServiceBundReading:
    """Whose entries are kept."""

    ours: EmployerNames = EVERYBODY

    def read(self, page: Page) -> Iterator[Yield]:
        """Read the feed; the text of an entry is nothing but labelled lines."""
        read = feed(
            only=self.ours,
            employer=labelled("Arbeitgeber"),
            place=labelled("Ort"),
            deadline=labelled("Bewerbungsfrist"),
        )
        count = 0
        for found in read(page):
            count += isinstance(found, RawRecord | Skipped | Unreadable)
            yield _bare(found) if isinstance(found, RawRecord) else found
        if count >= FULL:
            yield _full(page)


def _bare(record: RawRecord) -> RawRecord:
    """Return *record* without the mark in its address by which the portal counts feed readers."""
    url = without_fragment(record.url) if record.url else None
    return replace(record, url=url, description_html=None)


def _full(page: Page) -> Refused:
    return Refused(
        Outcome.TRUNCATED,
        Finding(
            severity=Severity.HINT,
            rule="service_bund.full",
            message=f"Der Feed zeigt nur die {FULL} neuesten Einträge; was fehlt, gilt nicht "
            "als weg.",
            place=page.url,
            remedy="Das ist bei dieser Quelle üblich. Vollständig sind nur die Seiten der Stadt "
            "selbst.",
        ),
    )
