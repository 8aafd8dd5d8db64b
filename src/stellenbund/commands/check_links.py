"""check-links: the links of what is public followed, and the dead ones named."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from threading import Event
from typing import Annotated

import typer

from stellenbund.commands.environment import load_settings
from stellenbund.commands.going_out import going_out, leaseholder
from stellenbund.commands.options import AsJson, Cities, Every
from stellenbund.commands.pausing import pause
from stellenbund.commands.screen import cell, print_json, results, say, table
from stellenbund.commands.stopping import stopping_cleanly
from stellenbund.commands.surroundings import chosen, declared_cities, looking, now, opened
from stellenbund.domain.link_health import LinkHealth, LinkState, Look
from stellenbund.flows.check_links import check_due_links
from stellenbund.scraping.addresses import resolve
from stellenbund.scraping.fetcher import open_fetcher
from stellenbund.scraping.link_probe import LinkProbe
from stellenbund.settings import Settings
from stellenbund.store.database import Database, reading
from stellenbund.store.links import LinkedOpening, dead_openings, due_links, last_check

Within = Annotated[
    float | None,
    typer.Option(
        metavar="HOURS",
        help="Only ask whether links were checked in the last HOURS; exit with 1 if some are due "
        "and none was.",
    ),
]

LookFor = Callable[[Event], Look]
"""How links are followed until an event is set; those left over are due again."""


def check_links(
    cities: Cities = None, *, every: Every = None, within: Within = None, as_json: AsJson = False
) -> None:
    """Follow the links of published openings that are due, and mark those that are dead.

    A dead link is no longer shown; the first answer that works brings it back. The exit code is 1
    if any link is dead.
    """
    settings = load_settings()
    slugs = [scraper.city.slug for scraper in chosen(declared_cities(settings), cities or [])]
    if within is not None:
        _ask_whether_checked(slugs, within)
        return
    leaving = "what earlier rounds found stays, nothing of this one was written."
    with stopping_cleanly(leaving), opened(settings) as engine, live_links(settings) as look_for:
        us = leaseholder(engine, "check-links")
        while True:
            with going_out(us) as stop:
                checked = check_due_links(engine, slugs, look_for(stop), now)
            dead = _report(engine, slugs, checked, as_json=as_json)
            if every is None:
                break
            pause(every)
    if dead or stop.is_set():
        raise typer.Exit(1)


@contextmanager
def live_links(settings: Settings) -> Iterator[LookFor]:
    """Open the way to the web: links are followed as politely as pages are fetched."""
    with open_fetcher(settings.user_agent) as courier:
        yield lambda stop: LinkProbe(courier=courier, resolve=resolve, stop=stop).look


def _report(
    engine: Database, cities: Collection[str], checked: Sequence[LinkHealth], *, as_json: bool
) -> tuple[LinkedOpening, ...]:
    """Tell of what was checked, and return the openings with dead links."""
    with reading(engine) as session:
        dead = dead_openings(session, cities, now())
    counts = {"checked": len(checked)} | {state: _count(checked, state) for state in LinkState}
    if as_json:
        print_json({**counts, "openings": dead})
    else:
        _print(counts, dead)
    return dead


def _count(links: Sequence[LinkHealth], state: LinkState) -> int:
    return sum(link.state is state for link in links)


def _print(counts: dict[str, int], dead: Sequence[LinkedOpening]) -> None:
    drawn = table(*counts, numbers=counts)
    drawn.add_row(*map(str, counts.values()))
    results().print(drawn)
    if not dead:
        return
    listed = table("opening", "city", "title", "field", "dead since", "url", title="\nDead links")
    for opening in dead:
        for link in opening.dead_links:
            since = f"{link.since:%Y-%m-%d %H:%M}"
            cells = (opening.id, opening.city, opening.title, link.field, since, link.url)
            listed.add_row(*map(cell, cells))
    results().print(listed)


def _ask_whether_checked(cities: Collection[str], hours: float) -> None:
    with looking() as session:
        is_due = bool(due_links(session, cities, now() - timedelta(hours=hours), limit=1))
        last = last_check(session)
    if is_due and (last is None or last < now() - timedelta(hours=hours)):
        say(f"Links are due, and none was checked within the last {hours:g} hours.")
        raise typer.Exit(1)
