"""A site of two lines for tests: each line of its page is one opening, title and reference."""

from collections.abc import Iterator

from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Trust
from stellenbund.flows.scrape_source import FetchWith
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Fetch, Page, Request
from stellenbund.scraping.scraper import Scraper, Site, Yield
from tests.stocking import MUSTERSTADT

LINES = """\
17 Ausbildung zum Gärtner (m/w/d) 2027
18 Ausbildung zur Köchin (m/w/d) 2027
"""


def lines(page: Page) -> Iterator[Yield]:
    """Read one record from each line: the reference, then the title."""
    for line in page.text.splitlines():
        reference, title = line.split(" ", maxsplit=1)
        yield RawRecord(page=page.url, reference=reference, title=title, start="1. September 2027")


SITE = Site(start="https://musterstadt.example/ausbildung", read=lines)
AGENCY = Site(
    start="https://agentur.example/",
    read=lines,
    key="jobsuche",
    name="Agentur",
    trust=Trust.AGENCY,
)
SCRAPER = Scraper(city=MUSTERSTADT, sources=(SITE, AGENCY))


def serving(text: str) -> Fetch:
    """Return a network in which every page says *text*."""
    return lambda request: Page(url=request.url, text=text)


def with_any_memory(fetch: Fetch) -> FetchWith:
    """Return a network in which nobody asks whether a page has changed."""
    return lambda _: fetch


def away(request: Request) -> Page:
    """Be a network in which nobody answers."""
    raise FetchError(Outcome.FAILED, f"{request.url} antwortet nicht.")
