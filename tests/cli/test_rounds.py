"""A round: cities side by side, sources of a city one after another, and Ctrl-C."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from threading import Barrier, Event

import pytest

from stellenbund.commands.rounds import go_round
from stellenbund.domain.city import City
from stellenbund.domain.run import Outcome
from stellenbund.scraping.page import Page
from stellenbund.scraping.scraper import Scraper, Site, Yield
from stellenbund.store.runs import LoggedRun

AT = datetime(2026, 11, 24, tzinfo=UTC)


def nothing(_: Page) -> Iterator[Yield]:
    yield from ()


def scraper(slug: str, *keys: str) -> Scraper:
    return Scraper(
        city=City(slug=slug, name=slug, ags="05999000", website="https://example.org"),
        sources=tuple(
            Site(start="https://example.org", read=nothing, key=key) for key in keys or ("site",)
        ),
    )


def run_of(scraper: Scraper, site: Site) -> LoggedRun:
    return LoggedRun(
        id=1,
        city=scraper.city.slug,
        source=site.key,
        trigger="test",
        sample=True,
        started_at=AT,
        finished_at=AT,
        outcome=Outcome.APPLIED,
    )


def test_cities_do_not_wait_for_each_other() -> None:
    together = Barrier(2, timeout=10)

    def scrape_one(scraper: Scraper, site: Site) -> LoggedRun:
        together.wait()
        return run_of(scraper, site)

    both = [scraper("bochum"), scraper("essen")]
    runs = go_round(both, scrape_one, tell=lambda _: None, stop=Event())
    assert [run.city for run in runs] == ["bochum", "essen"]


def test_sources_of_a_city_follow_each_other_and_each_is_told_of() -> None:
    told: list[str] = []
    running: list[str] = []

    def scrape_one(scraper: Scraper, site: Site) -> LoggedRun:
        running.append(site.key)
        assert running == [site.key]
        time.sleep(0.01)
        running.remove(site.key)
        return run_of(scraper, site)

    city = scraper("bochum", "site", "jobsuche", "interamt")
    go_round([city], scrape_one, tell=lambda run: told.append(run.source), stop=Event())
    assert told == ["site", "jobsuche", "interamt"]


def test_a_bug_in_one_city_lets_the_others_finish_before_it_is_seen() -> None:
    told: list[str] = []

    def scrape_one(scraper: Scraper, site: Site) -> LoggedRun:
        if scraper.city.slug == "bochum":
            raise ZeroDivisionError
        return run_of(scraper, site)

    with pytest.raises(ZeroDivisionError):
        go_round(
            [scraper("bochum"), scraper("essen")],
            scrape_one,
            tell=lambda run: told.append(run.city),
            stop=Event(),
        )
    assert told == ["essen"]


def test_once_stopped_no_further_source_is_begun() -> None:
    stop = Event()

    def scrape_one(scraper: Scraper, site: Site) -> LoggedRun:
        stop.set()
        return run_of(scraper, site)

    runs = go_round([scraper("bochum", "site", "jobsuche")], scrape_one, tell=print, stop=stop)
    assert [run.source for run in runs] == ["site"]
