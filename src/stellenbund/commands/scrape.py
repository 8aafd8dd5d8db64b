"""scrape: the cities' sources read, and what they say applied."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from threading import Event
from typing import Annotated

import typer

from stellenbund.commands.deliver import deliver_news
from stellenbund.commands.environment import load_settings
from stellenbund.commands.going_out import going_out, leaseholder
from stellenbund.commands.options import AsJson, Cities, Every
from stellenbund.commands.pages import FetchFor, live_pages, saved_pages
from stellenbund.commands.pausing import pause
from stellenbund.commands.round_report import as_document, print_report
from stellenbund.commands.rounds import go_round
from stellenbund.commands.screen import print_json, say
from stellenbund.commands.stopping import stopping_cleanly
from stellenbund.commands.surroundings import chosen, declared_cities, make_known, now, opened
from stellenbund.commands.watch import watched
from stellenbund.domain.run import Outcome
from stellenbund.flows.chance import new_id
from stellenbund.flows.occasion import Occasion
from stellenbund.flows.remembering import forget_old
from stellenbund.flows.scrape_source import scrape_source
from stellenbund.flows.sweep_uploads import sweep_uploads
from stellenbund.scraping.scraper import Scraper, Site
from stellenbund.settings import Settings
from stellenbund.store.database import Database
from stellenbund.store.runs import LoggedRun

Saved = Annotated[
    bool, typer.Option("--saved", help="Read the saved sample pages instead of the live sites.")
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
    with (
        stopping_cleanly("the sources that were finished stay, all others are as they were."),
        opened(settings) as engine,
        _pages(settings, scrapers, is_saved=saved) as fetch_for,
    ):
        make_known(engine, declared)
        us = leaseholder(engine, "scrape")
        while True:
            with nullcontext(Event()) if saved else going_out(us) as stop:
                runs = _round(engine, scrapers, fetch_for, _occasion(stop, is_saved=saved))
            _report(runs, sample=saved, as_json=as_json)
            if not saved:
                deliver_news(engine, settings)
            if every is None:
                break
            pause(every)
    if stop.is_set() or not all(run.outcome in FINE for run in runs):
        raise typer.Exit(1)


def _round(
    engine: Database, scrapers: Sequence[Scraper], fetch_for: FetchFor, occasion: Occasion
) -> tuple[LoggedRun, ...]:
    def scrape_one(scraper: Scraper, site: Site) -> LoggedRun:
        return scrape_source(engine, scraper, site, partial(fetch_for, scraper, site), occasion)

    if not occasion.sample:
        forget_old(engine, now())
        sweep_uploads(engine, now())
    sources = sum(len(scraper.sources) for scraper in scrapers)
    with watched(sources) as tell:
        return go_round(scrapers, scrape_one, tell=tell, stop=occasion.stop)


def _occasion(stop: Event, *, is_saved: bool) -> Occasion:
    return Occasion(
        trigger="saved pages" if is_saved else "scrape",
        sample=is_saved,
        clock=now,
        new_id=new_id,
        stop=stop,
    )


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
