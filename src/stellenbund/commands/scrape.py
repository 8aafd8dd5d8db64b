"""scrape: the cities' sources read, and what they say applied."""

import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from threading import Event
from typing import Annotated

import typer

from stellenbund.commands.options import AsJson
from stellenbund.commands.pages import FetchFor, live_pages, saved_pages
from stellenbund.commands.round_report import as_document, print_report
from stellenbund.commands.rounds import go_round, until
from stellenbund.commands.screen import print_json, say
from stellenbund.commands.surroundings import (
    chosen,
    declared_cities,
    load_settings,
    make_known,
    new_id,
    now,
    opened,
)
from stellenbund.commands.watch import watched
from stellenbund.domain.run import Outcome
from stellenbund.flows.occasion import Occasion
from stellenbund.flows.scrape_source import scrape_source
from stellenbund.scraping.scraper import Scraper, Site
from stellenbund.settings import Settings
from stellenbund.store.database import Database
from stellenbund.store.runs import LoggedRun

Cities = Annotated[
    list[str] | None, typer.Argument(metavar="[CITY]…", help="Which cities; without any, all.")
]
Saved = Annotated[
    bool, typer.Option("--saved", help="Read the saved sample pages instead of the live sites.")
]
Every = Annotated[
    float | None,
    typer.Option(min=0.1, metavar="HOURS", help="Do it again every so many hours, for ever."),
]

FINE = frozenset({Outcome.APPLIED, Outcome.UNCHANGED, Outcome.SWITCHED_OFF})
"""Outcomes after which nobody has to look."""


def scrape(
    cities: Cities = None, *, saved: Saved = False, every: Every = None, as_json: AsJson = False
) -> None:
    """Read the sources of the cities and apply what they say.

    Whatever goes wrong at a source is recorded as the outcome of its run and removes nothing.
    The exit code is 1 if a source was not read to its end, or a person must look.
    """
    settings = load_settings()
    declared = declared_cities(settings)
    scrapers = chosen(declared, cities or [])
    with opened(settings) as engine, _stopping_cleanly():
        make_known(engine, declared)
        while True:
            runs = _round(engine, settings, scrapers, is_saved=saved)
            _report(runs, sample=saved, as_json=as_json)
            if every is None:
                break
            _pause(every)
    if not all(run.outcome in FINE for run in runs):
        raise typer.Exit(1)


@contextmanager
def _stopping_cleanly() -> Iterator[None]:
    """Say what Ctrl-C leaves behind, and let it do its work."""
    try:
        yield
    except KeyboardInterrupt:
        say("Stopped; the sources that were finished stay, all others are as they were.")
        raise


def _round(
    engine: Database, settings: Settings, scrapers: Sequence[Scraper], *, is_saved: bool
) -> tuple[LoggedRun, ...]:
    stop = Event()
    occasion = Occasion(
        trigger="saved pages" if is_saved else "scrape", sample=is_saved, clock=now, new_id=new_id
    )
    sources = sum(len(scraper.sources) for scraper in scrapers)
    with _pages(settings, scrapers, is_saved=is_saved) as fetch_for, watched(sources) as tell:

        def scrape_one(scraper: Scraper, site: Site) -> LoggedRun:
            fetch = until(stop, fetch_for(scraper, site))
            return scrape_source(engine, scraper, site, fetch, occasion)

        return go_round(scrapers, scrape_one, tell=tell, stop=stop)


def _pages(
    settings: Settings, scrapers: Sequence[Scraper], *, is_saved: bool
) -> AbstractContextManager[FetchFor]:
    if not is_saved:
        return live_pages(settings)
    say("Reading the saved sample pages; their texts are invented.")
    return saved_pages(settings, scrapers)


def _report(runs: Sequence[LoggedRun], *, sample: bool, as_json: bool) -> None:
    if as_json:
        print_json(as_document(runs, sample=sample))
    else:
        print_report(runs, sample=sample)


def _pause(hours: float) -> None:
    say(f"Next round at {now() + timedelta(hours=hours):%H:%M} UTC.")
    time.sleep(hours * 3600)
