"""service_bund: the training places in the feed of service.bund.de, as a source of one employer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stellenbund.domain.record import RawRecord
from stellenbund.domain.source import Trust
from stellenbund.scraping.page import Page, without_fragment
from stellenbund.scraping.readers.employer_names import EVERYBODY, EmployerNames, employer_names
from stellenbund.scraping.readers.feed import feed
from stellenbund.scraping.scraper import Site, Yield
from stellenbund.scraping.selectors import labelled

FEED = (
    "https://www.service.bund.de/Content/Globals/Functions/RSSFeed/"
    "RSSGenerator_Ausbildungsplaetze.xml"
)


def service_bund(*, employer: str, aliases: Sequence[str] = ()) -> Site:
    """Return the source of all training places that one employer has in the feed.

    The feed shows the newest 500 entries of the whole country and states no total, so absence
    proves nothing here. An opening ends with its deadline, which every entry has. The pages behind
    the entries are left alone: their texts belong to the employers, who show them on their own
    sites.

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
        for found in read(page):
            yield _bare(found) if isinstance(found, RawRecord) else found


def _bare(record: RawRecord) -> RawRecord:
    """Return *record* without the mark in its address by which the portal counts feed readers."""
    url = without_fragment(record.url) if record.url else None
    return replace(record, url=url, description_html=None)
