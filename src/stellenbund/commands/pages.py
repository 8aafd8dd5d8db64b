"""Pages: how a command has them – live, or from the saved samples."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from stellenbund.domain.city import City
from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.fetcher import open_fetcher
from stellenbund.scraping.memory import Memory
from stellenbund.scraping.page import Fetch, Request
from stellenbund.scraping.saved import Answer, SavedAnswer, answers_from
from stellenbund.scraping.scraper import Scraper, Site
from stellenbund.settings import Settings

FetchFor = Callable[[Scraper, Site, Memory], Fetch]
"""How pages of a source of a city are had, by one who remembers earlier ones."""


@contextmanager
def live_pages(settings: Settings) -> Iterator[FetchFor]:
    """Open the way to the web, the same for all cities: a host is never asked twice at once."""
    with open_fetcher(settings.user_agent) as courier:
        yield lambda _, site, memory: courier.for_site(site, memory)


@contextmanager
def saved_pages(settings: Settings, scrapers: Sequence[Scraper]) -> Iterator[FetchFor]:
    """Open the saved pages of each city: the same way, only that no network is at its end."""
    with ExitStack() as opened:
        couriers = {
            scraper.city.slug: opened.enter_context(
                open_fetcher(settings.user_agent, answer=_answers(settings, scraper.city))
            )
            for scraper in scrapers
        }
        yield lambda scraper, site, _: couriers[scraper.city.slug].for_site(site)


def folder_of(settings: Settings, slug: str) -> Path:
    """Return where the saved pages of a city lie, and what was approved of them."""
    return settings.saved_pages / slug


def _answers(settings: Settings, city: City) -> Answer:
    folder = folder_of(settings, city.slug)
    if (folder / "pages.json").exists():
        return answers_from(folder)

    def refuse(_: Request) -> SavedAnswer:
        raise FetchError(Outcome.FAILED, f"{city.name} hat keine gespeicherten Seiten ({folder}).")

    return refuse
