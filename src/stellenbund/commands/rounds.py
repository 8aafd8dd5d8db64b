"""A round: every source of some cities once, the cities side by side."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from threading import Event

from stellenbund.scraping.scraper import Scraper, Site
from stellenbund.store.runs import LoggedRun

SIDE_BY_SIDE = 12
"""How many cities are read at once; each waits for its own hosts most of the time."""

ScrapeOne = Callable[[Scraper, Site], LoggedRun]
Tell = Callable[[LoggedRun], None]


def go_round(
    scrapers: Sequence[Scraper], scrape_one: ScrapeOne, *, tell: Tell, stop: Event
) -> tuple[LoggedRun, ...]:
    """Scrape all sources of *scrapers*, *tell* of each run as it ends, and return them in order.

    The sources of one city follow each other, those of different cities do not wait. With *stop*
    set, or when the person presses Ctrl-C or the system ends us, nothing new is begun, and the
    sources under way are told to stop; what is done stays done.
    """

    def go_through(scraper: Scraper) -> list[LoggedRun]:
        done = []
        for site in scraper.sources:
            if stop.is_set():
                break
            done.append(scrape_one(scraper, site))
            tell(done[-1])
        return done

    with ThreadPoolExecutor(SIDE_BY_SIDE, thread_name_prefix="city") as pool:
        cities = [pool.submit(go_through, scraper) for scraper in scrapers]
        try:
            wait(cities)
        except (KeyboardInterrupt, SystemExit):
            stop.set()
            wait(cities)
            raise
    return tuple(run for city in cities for run in city.result())
