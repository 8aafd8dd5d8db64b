"""Ours: the openings of a city among those of others on the same portal."""

from collections.abc import Iterator

from stellenbund.domain.record import RawRecord
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.employer_names import EmployerNames
from stellenbund.scraping.readers.fields import titled
from stellenbund.scraping.scraper import Skipped, Yield


def ours(record: RawRecord, only: EmployerNames, page: Page) -> Iterator[Yield]:
    """Yield *record*, unless it is another employer's: then it only counts.

    The portal is the city's, so what names no employer is the city's too.
    """
    if record.employer and not only.include(record.employer):
        yield Skipped(record.reference or record.url or record.title or record.page)
        yield from only.similar(page, record.employer)
    else:
        yield titled(record)
