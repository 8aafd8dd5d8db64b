"""Sources: what the readers are measured on, the cities' saved pages before the portals'."""

from collections.abc import Iterator
from pathlib import Path

from bench.reading import Case
from stellenbund.domain.city import City
from stellenbund.scraping.page import Fetch, Page, Request
from stellenbund.scraping.registry import load_scrapers
from stellenbund.scraping.replies import Reply
from stellenbund.scraping.saved import answers_from
from tests.scraping.readers.pairs import FIXTURES
from tests.scraping.readers.sites import SITES

CITIES = Path("tests/cities")
MUSTERSTADT = City(
    slug="musterstadt", name="Musterstadt", ags="05999000", website="https://musterstadt.example/"
)


def cases() -> Iterator[Case]:
    """Yield every source of the cities, then every reader's on the documents of its tests."""
    for slug, scraper in load_scrapers().items():
        folder = CITIES / slug
        if (folder / "pages.json").exists():
            for site in scraper.sources:
                yield Case(slug, site, scraper.city, fetched_from(folder))
    for pair in SITES:
        yield Case(pair.name, pair.site, MUSTERSTADT, fetched_from(FIXTURES / pair.folder))


def fetched_from(folder: Path) -> Fetch:
    """Return how the pages are had that *folder* keeps, with all that the door does to them."""
    answer = answers_from(folder)

    def fetch(request: Request) -> Page:
        saved = answer(request)
        headers = {"content-type": saved.content_type}
        return Reply(status=saved.status, headers=headers, body=saved.body).page(request.url)

    return fetch
